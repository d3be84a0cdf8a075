export * from './currency';
export * from './ratio';
export * from './sum';
