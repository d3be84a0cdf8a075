export * from './assumptions';
export * from './demand';
export * from './lengths';
export * from './paths';
