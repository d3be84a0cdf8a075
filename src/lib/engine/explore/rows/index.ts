export * from './balance';
export * from './brush';
export * from './crossfilter';
export * from './explain';
export * from './filter';
export * from './rows';
export * from './sort';
export * from './views';
