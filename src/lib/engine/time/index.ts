export * from './calendar';
export * from './cycle';
export * from './holidays';
export * from './moment';
export * from './zone';
