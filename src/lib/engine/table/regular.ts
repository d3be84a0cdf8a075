import { KIND_VOICE, NO_DURATION } from './columns';
import { narrowest, type Narrow, type Numbers } from './narrow';

/** Forms: what of a column is not stored, since the rest tells it. */
export const PLAIN = 0;
/** of lines, the row */
const [UP, DOWN] = [1, -1];
/** of starts, the one before */
const AFTER = 2;
/** of lengths that are whole seconds, the milliseconds */
const SECONDS = 1_000;

/** How a column is stored. */
export interface Stored extends Narrow {
	readonly form: number;
}

export interface StoredColumn {
	readonly values: Numbers;
	readonly stored: Stored;
}

/** A column in a form where that takes fewer bytes of each value, else as it is. `values`: null where it has none. */
function inForm(plain: Numbers, form: number, values: Numbers | null): StoredColumn {
	const asItIs = narrowest(plain);
	const other = values && narrowest(values);
	return values && other && other.width < asItIs.width
		? { values, stored: { ...other, form } }
		: { values: plain, stored: { ...asItIs, form: PLAIN } };
}

export const asItIs = (values: Numbers): StoredColumn => inForm(values, PLAIN, null);

/** Lines mostly go up with the rows, or down where a file begins with its latest: then few bytes are left, or none. */
export function storedLines(lines: Uint32Array): StoredColumn {
	const form = (lines[lines.length - 1] ?? 0) < (lines[0] ?? 0) ? DOWN : UP;
	return inForm(lines, form, addRows(lines.slice(), -form));
}

/** Adds `by` times the row, modulo 2³². */
function addRows(values: Uint32Array, by: number): Uint32Array {
	for (let row = 0; row < values.length; row++) values[row] = (values[row] as number) + by * row;
	return values;
}

export const readLines = (values: Uint32Array, { form }: Stored): Uint32Array =>
	form === PLAIN ? values : addRows(values, form);

/** Starts ascend: what each is later than the one before, 0 of the first. */
export function storedStarts(start: Float64Array): StoredColumn {
	const later = new Float64Array(start.length);
	for (let row = 1; row < later.length; row++)
		later[row] = (start[row] as number) - (start[row - 1] as number);
	return inForm(start, AFTER, later);
}

/** `first`: the first start. */
export function readStarts(values: Float64Array, { form }: Stored, first: number): Float64Array {
	if (form !== AFTER) return values;
	let at = first;
	for (let row = 0; row < values.length; row++) values[row] = at += values[row] as number;
	return values;
}

/** Systems mostly give whole seconds: lengths of calls as these, beside the messages of chats. */
export function storedQuantities(quantity: Uint32Array, kind: Uint8Array): StoredColumn {
	return inForm(quantity, SECONDS, callsInSeconds(quantity, kind));
}

/** Null where a call lasted no whole seconds. */
function callsInSeconds(quantity: Uint32Array, kind: Uint8Array): Uint32Array | null {
	const values = quantity.slice();
	for (let row = 0; row < values.length; row++) {
		if (((kind[row] as number) & KIND_VOICE) === 0) continue;
		const value = values[row] as number;
		if (value % SECONDS !== 0) return null;
		values[row] = value / SECONDS;
	}
	return values;
}

export function readQuantities(values: Uint32Array, { form }: Stored, kind: Uint8Array): Uint32Array {
	if (form !== SECONDS) return values;
	for (let row = 0; row < values.length; row++)
		if (((kind[row] as number) & KIND_VOICE) !== 0) values[row] = (values[row] as number) * SECONDS;
	return values;
}

/** Further lengths as whole seconds and one more, 0 where there is none. */
export const storedDurations = (durations: Uint32Array): StoredColumn =>
	inForm(durations, SECONDS, inSeconds(durations));

/** Null where one is of no whole seconds. */
function inSeconds(durations: Uint32Array): Uint32Array | null {
	const values = new Uint32Array(durations.length);
	for (let row = 0; row < values.length; row++) {
		const value = durations[row] as number;
		if (value === NO_DURATION) continue;
		if (value % SECONDS !== 0) return null;
		values[row] = value / SECONDS + 1;
	}
	return values;
}

export function readDurations(values: Uint32Array, { form }: Stored): Uint32Array {
	if (form !== SECONDS) return values;
	for (let row = 0; row < values.length; row++) {
		const value = values[row] as number;
		values[row] = value === 0 ? NO_DURATION : (value - 1) * SECONDS;
	}
	return values;
}
