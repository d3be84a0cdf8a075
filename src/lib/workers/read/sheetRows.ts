import { COLUMN_LIMIT } from '../../engine/ingest';
import { columnOf, serialText, unescaped, type NumberKind } from './cells';
import { tooWide, type TableText } from './tableText';
import type { Attributes, XmlSink } from './xml';

/** What a sheet's cells refer to. */
interface Shared {
	readonly strings: readonly string[];
	/** by style */
	readonly kinds: readonly NumberKind[];
	readonly from1904: boolean;
}

function shared(strings: readonly string[], at: string): string {
	const text = strings[Number(at)];
	if (text === undefined) throw new RangeError('no such text');
	return text;
}

/** Rows of a sheet's XML as rows of a table: each has the line of its number, and as many fields as the widest so far. */
export class SheetRows implements XmlSink {
	/** number of the last row, from 1 */
	last = 0;
	readonly #shared: Shared;
	readonly #table: TableText;
	#fields: string[] = [];
	#width = 0;
	#number = 0;
	#column = -1;
	#type = 'n';
	#style = 0;
	#value = '';
	/** the cell's text stands in `v` or `t` */
	#taking = false;
	#aside = false;

	constructor(shared: Shared, table: TableText) {
		this.#shared = shared;
		this.#table = table;
	}

	open(name: string, attributes: () => Attributes): void {
		if (name === 'row') {
			const said = Number(attributes()['r'] ?? NaN);
			this.#number = said > this.last && said <= 1_048_576 ? Math.floor(said) : this.last + 1;
			this.#fields = [];
			this.#column = -1;
		} else if (name === 'c') {
			const { r, t = 'n', s = '0' } = attributes();
			const column = columnOf(r);
			this.#column = column > this.#column ? column : this.#column + 1;
			this.#type = t;
			this.#style = Number(s);
			this.#value = '';
		} else if (name === 'rPh') {
			this.#aside = true;
		}
		this.#taking = !this.#aside && (name === 'v' || name === 't');
	}

	text(value: string): void {
		if (this.#taking) this.#value += value;
	}

	close(name: string): void {
		if (name === 'v' || name === 't') this.#taking = false;
		else if (name === 'rPh') this.#aside = false;
		else if (name === 'c') this.#cell();
		else if (name === 'row') this.#row();
	}

	#cell(): void {
		const text = this.#textOf();
		if (text === '') return;
		if (this.#column >= COLUMN_LIMIT) throw tooWide(this.#table.file, this.#column + 1);
		while (this.#fields.length < this.#column) this.#fields.push('');
		this.#fields[this.#column] = text;
	}

	#textOf(): string {
		const { strings, kinds, from1904 } = this.#shared;
		switch (this.#type) {
			case 's':
				return unescaped(shared(strings, this.#value));
			case 'b':
				return this.#value === '1' ? 'true' : 'false';
			case 'n':
				return serialText(this.#value, kinds[this.#style] ?? 'number', from1904);
			default:
				return unescaped(this.#value);
		}
	}

	#row(): void {
		while (++this.last < this.#number) this.#table.blank();
		if (this.#fields.length === 0) return this.#table.blank();
		while (this.#fields.length < this.#width) this.#fields.push('');
		this.#width = this.#fields.length;
		this.#table.row(this.#fields);
	}
}
