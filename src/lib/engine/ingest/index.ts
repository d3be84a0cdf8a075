export type { SealedBlock } from './builder';
export { LINE_LIMIT } from './csv/machine';
export { DATE_FORMS, type DateForm } from './dates';
export { DURATION_FORMS, type DurationForm } from './durations';
export * from './import';
export * from './mapping';
export * from './preview';
export * from './problems';
export type { ColumnProfile } from './profile';
export * from './propose';
export type { Refusal, RefusalCode } from './refusal';
export {
	BINARY_KINDS,
	DELIMITERS,
	sniff,
	SNIFF_BYTES,
	type Delimiter,
	type Sniffed,
	type SniffResult
} from './sniff';
