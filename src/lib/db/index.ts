export * from './documents';
export * from './layers';
export * from './open';
export * from './registry';
export type * from './schema';
