import { language } from './language.svelte';

export interface NumberKind {
	/** Whole numbers only: a lone mark before three digits then parts thousands (`60.000` is sixty thousand). */
	readonly whole?: boolean;
}

/** No number that anyone means is longer; what is pasted by mistake may be. */
const MAX_LENGTH = 100;
const SPACES_AND_APOSTROPHES = /[\s'’]/gu;
const EDGES = /^[\s\p{Sc}]+|[\s\p{Sc}]+$/gu;
const GROUPED = /^\d{1,3}(?:[\s'’.,]\d{3})+$/u;

/** Thousands all parted by one and the same mark, or not parted at all. */
function wholePart(text: string): string | null {
	if (/^\d*$/.test(text)) return text;
	const marks = new Set(text.replace(/\d/g, ''));
	return GROUPED.test(text) && marks.size === 1 ? text.replace(/\D/g, '') : null;
}

/**
 * Decimal text (`-60000.5`) of a number as a person types or pastes it: `60 000,5`, `60,000.5`, `60’000`, `.5`,
 * `$300`. Which mark parts decimals follows from the structure: the last one where there are two kinds; a mark that
 * comes twice parts thousands; a lone mark parts decimals, unless exactly three digits follow it where it may part
 * thousands: in a whole number, and for the comma in English. Null: it cannot be read as one number.
 */
export function parseDecimal(text: string, kind: NumberKind = {}): string | null {
	if (text.length > MAX_LENGTH) return null;
	const trimmed = text.replace(EDGES, '');
	const sign = /^[-−+]/.exec(trimmed)?.[0];
	const body = trimmed.slice(sign ? 1 : 0).replace(EDGES, '');
	if (!/^[\d\s'’.,]*\d[.,]?$|^[\d\s'’.,]*[.,]\d+$/u.test(body)) return null;

	const marks = body.replace(/[^.,]/g, '');
	const last = Math.max(body.lastIndexOf('.'), body.lastIndexOf(','));
	const mark = body[last];
	const twoKinds = marks.includes('.') && marks.includes(',');
	const grouped = GROUPED.test(body) && new Set(body.replace(/\d/g, '')).size === 1 && !/^0/.test(body);
	const lone = marks.length === 1;
	const thousands =
		marks.length === 0 ||
		(grouped && (!lone || kind.whole === true || (mark === ',' && language.current === 'en')));
	if (lone ? false : marks.length > 0 && !thousands && !twoKinds) return null;
	if (twoKinds && body.indexOf(mark ?? '') !== last) return null;

	const whole = wholePart(thousands ? body : body.slice(0, last));
	const fraction = thousands ? '' : body.slice(last + 1);
	if (whole === null || !/^\d*$/.test(fraction) || whole + fraction === '') return null;
	const digits = whole.replace(SPACES_AND_APOSTROPHES, '').replace(/^0+(?=\d)/, '') || '0';
	const decimals = fraction.replace(/0+$/, '');
	const value = decimals ? `${digits}.${decimals}` : digits;
	return (sign === '-' || sign === '−') && /[1-9]/.test(value) ? `-${value}` : value;
}

/** The same as a number; null as well where a whole number is asked for and it has a fraction. */
export function parseNumber(text: string, kind: NumberKind = {}): number | null {
	const value = parseDecimal(text, kind);
	return value === null || (kind.whole === true && value.includes('.')) ? null : Number(value);
}
