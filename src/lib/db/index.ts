export * from './documents';
export * from './failpoint';
export * from './layers';
export * from './open';
export * from './registry';
export type * from './schema';
export * from './term';
