export * from './currency';
export * from './ratio';
