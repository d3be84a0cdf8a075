export * from './calendar';
export * from './cycle';
export * from './zone';
