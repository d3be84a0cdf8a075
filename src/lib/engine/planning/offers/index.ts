export * from './card';
export * from './count';
export * from './price';
