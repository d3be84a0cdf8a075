import type { LayerRecord, WorkspaceDb } from '../../db';
import {
	print128,
	PrintIndex,
	printTexts,
	TEXT_CASE,
	utf8,
	type Block,
	type TextColumn
} from '../../engine/table';
import { storedTexts } from '../stored';

/** Room for case numbers beside other keys in one exact f64. */
export const CASES = 2 ** 32;

/** Numbers in the order they come, without an object each. */
export class Growing {
	#values = new Float64Array(65_536);
	#count = 0;

	push(value: number): void {
		if (this.#count === this.#values.length) {
			const wider = new Float64Array(2 * this.#count);
			wider.set(this.#values);
			this.#values = wider;
		}
		this.#values[this.#count++] = value;
	}

	take(): Float64Array {
		return this.#values.subarray(0, this.#count);
	}
}

/** The cases of a block's rows as the file has them. Throws an `AppError` where they are missing or damaged. */
export const readCases = async (db: WorkspaceDb, layer: LayerRecord, seq: number): Promise<TextColumn> =>
	(await storedTexts(db, layer, seq))[TEXT_CASE] as TextColumn;

/** Numbers for cases across layers: equal texts are one case, whatever their codes. */
export class CaseNumbers {
	readonly #index = new PrintIndex();
	#prints = new Uint32Array(0);

	/** The number of each row's case; what it says of a row without one counts nowhere. */
	async ofRows(
		db: WorkspaceDb,
		layer: LayerRecord,
		seq: number,
		{ rows, caseCode }: Block
	): Promise<Uint32Array> {
		const cases = await readCases(db, layer, seq);
		if (this.#prints.length < 4 * rows) this.#prints = new Uint32Array(4 * rows);
		const prints = this.#prints;
		printTexts(cases, rows, prints);
		const numbers = new Uint32Array(rows);
		for (let row = 0; row < rows; row++) {
			// A text that was forgotten before cases were known by it: one of its file, by its code.
			if (caseCode[row] !== 0 && cases.offsets[row] === cases.offsets[row + 1]) {
				const own = utf8(`${layer.id} ${caseCode[row]}`);
				print128(own, 0, own.length, prints, 4 * row);
			}
			numbers[row] = this.#index.numberOf(prints, 4 * row);
		}
		return numbers;
	}
}
