export * from './block';
export * from './cases';
export * from './checksum';
export * from './columns';
export * from './dictionary';
export * from './forget';
export * from './hmac';
export * from './keys';
export * from './live';
export * from './overlap';
export * from './merge';
export * from './monthly';
export * from './alike';
export * from './repeats';
export * from './print';
export { PrintIndex } from './prints';
export {
	BlockError,
	HEADER_BYTES,
	isEarlier,
	isRetired,
	RECORD,
	recordLength,
	verify,
	type RecordKind
} from './record';
export * from './slice';
export * from './summary';
export * from './text';
export * from './utf8';
