export * from './apportion';
export * from './currency';
export * from './ratio';
export * from './shares';
export * from './sum';
