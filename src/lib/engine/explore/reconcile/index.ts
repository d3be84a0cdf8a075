export * from './explain';
export * from './infer';
export * from './invoice';
export * from './invoiceFile';
export * from './lengthCounts';
export * from './periods';
export * from './predictions';
export * from './rules';
