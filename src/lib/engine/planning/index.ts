export * from './assumed';
export * from './cap';
export * from './courses';
export * from './ladder';
export * from './mix';
export * from './outcome';
export * from './plan';
export * from './schedule';
