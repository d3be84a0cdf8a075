export * from './calendar';
export * from './cycle';
export * from './moment';
export * from './zone';
