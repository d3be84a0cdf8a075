export * from './charges';
export * from './columns';
export * from './conformance';
export * from './rules';
export * from './usage';
