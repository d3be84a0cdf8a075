import { utf8 } from '../table/utf8';
import type { Source } from './mapping';

/** Where a field is found in every row. */
export class FieldSource {
	/** -1: nowhere; all rows have `bytes` */
	readonly column: number;
	/** empty where the file does not have the field */
	readonly bytes: Uint8Array;

	constructor(source: Source | null) {
		this.column = source && 'column' in source ? source.column : -1;
		this.bytes = utf8(source && 'constant' in source ? source.constant : '');
	}
}
