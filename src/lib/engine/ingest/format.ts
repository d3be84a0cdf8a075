import { validUtf8 } from '../table/utf8';
import type { Refusal } from './refusal';
import { SUMMARY_MARK } from './summaryMark';

/** How a text is written. ISO-8859-1 is read as windows-1252, which is the same but for signs that no text holds. */
export const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** By what an encoding is known: a mark at the start, zeros in every other byte, bytes that are no UTF-8, or none such. */
export type EncodingReason = 'mark' | 'zeros' | 'notUtf8' | 'utf8';

/** What a file is, by its first bytes; plain data. */
export type FileForm =
	| {
			readonly kind: 'text' | 'json';
			readonly encoding: Encoding;
			readonly because: EncodingReason;
			/** position of the first byte that is no UTF-8; 0 where that is not the reason */
			readonly at: number;
	  }
	| { readonly kind: 'workbook' | 'parquet' }
	| SumsForm
	| PackedForm;

/** Sums by day in the place of interactions (formats.md §3). */
export interface SumsForm {
	readonly kind: 'sums';
}

/** Files within a file: each is one to be read. */
export interface PackedForm {
	readonly kind: 'gzip' | 'zip';
}

/** `params.kind` of the refusal `binary`. */
export const BINARY_KINDS = [
	'pdf',
	'image',
	'audio',
	'xls',
	'ods',
	'numbers',
	'protected', // a workbook with a password
	'archive', // 7z, RAR and the like
	'html', // a page that was saved with what belongs to it, too
	'xml',
	'unknown'
] as const;
type BinaryKind = (typeof BINARY_KINDS)[number];

const beginsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
	signature.every((byte, k) => bytes[at + k] === byte);

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/** What a file of sums by day begins with. */
const SUMS = ascii(SUMMARY_MARK);
const ZIP = [0x50, 0x4b, 3, 4];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const WORKBOOK_NAME = /\.xls[xm]$/i;
const NUMBERS_NAME = /\.numbers$/i;
/** Names that a workbook's zip begins with. */
const WORKBOOK_PARTS = ['[Content_Types].xml', '_rels/', 'xl/', 'docProps/'].map(ascii);
/** Where the name stands in a zip's first entry. */
const ZIP_NAME = 30;
/** Names of the parts that hold a workbook behind a password, and an old one, as their directory writes them. */
const ENCRYPTED = ascii('EncryptedPackage').flatMap((byte) => [byte, 0]);
const OLD_WORKBOOK = ascii('Workbook').flatMap((byte) => [byte, 0]);

const SIGNATURES: readonly (readonly [BinaryKind, readonly number[]])[] = [
	['pdf', ascii('%PDF')],
	['image', [0x89, ...ascii('PNG')]],
	['image', [0xff, 0xd8, 0xff]],
	['image', ascii('GIF8')],
	['audio', ascii('ID3')],
	['audio', ascii('OggS')],
	['archive', [0x37, 0x7a, 0xbc, 0xaf]],
	['archive', ascii('Rar!')],
	['archive', ascii('BZh')],
	['archive', [0xfd, ...ascii('7zXZ')]],
	['archive', [0x28, 0xb5, 0x2f, 0xfd]]
];

function includes(bytes: Uint8Array, part: readonly number[]): boolean {
	const first = part[0] as number;
	for (let p = bytes.indexOf(first); p >= 0; p = bytes.indexOf(first, p + 1))
		if (beginsWith(bytes, part, p)) return true;
	return false;
}

function binaryKind(bytes: Uint8Array, fileName: string): BinaryKind | null {
	const known = SIGNATURES.find(([, signature]) => beginsWith(bytes, signature));
	if (known) return known[0];
	if (beginsWith(bytes, ascii('RIFF')))
		return beginsWith(bytes, ascii('WEBP'), 8)
			? 'image'
			: beginsWith(bytes, ascii('WAVE'), 8)
				? 'audio'
				: null;
	if (beginsWith(bytes, OLE)) {
		const named = WORKBOOK_NAME.test(fileName) && !includes(bytes, OLD_WORKBOOK);
		return named || includes(bytes, ENCRYPTED) ? 'protected' : 'xls';
	}
	if (!beginsWith(bytes, ZIP)) return null;
	if (beginsWith(bytes, ascii('mimetype'), ZIP_NAME)) return 'ods';
	return NUMBERS_NAME.test(fileName) || beginsWith(bytes, ascii('Index/'), ZIP_NAME) ? 'numbers' : null;
}

function packed(bytes: Uint8Array, fileName: string): FileForm | null {
	if (beginsWith(bytes, [0x1f, 0x8b])) return { kind: 'gzip' };
	if (beginsWith(bytes, ascii('PAR1'))) return { kind: 'parquet' };
	// A zip without an entry begins with its end.
	if (!beginsWith(bytes, ZIP) && !beginsWith(bytes, [0x50, 0x4b, 5, 6])) return null;
	const workbook =
		WORKBOOK_NAME.test(fileName) || WORKBOOK_PARTS.some((part) => beginsWith(bytes, part, ZIP_NAME));
	return { kind: workbook ? 'workbook' : 'zip' };
}

/** UTF-16 by its mark, or by zeros in every other byte as Latin text has them. */
function utf16(bytes: Uint8Array): { encoding: Encoding; because: EncodingReason } | null {
	if (beginsWith(bytes, [0xff, 0xfe])) return { encoding: 'utf-16le', because: 'mark' };
	if (beginsWith(bytes, [0xfe, 0xff])) return { encoding: 'utf-16be', because: 'mark' };
	const zeros = [0, 0];
	const length = Math.min(bytes.length, 1024);
	for (let p = 0; p < length; p++) if (bytes[p] === 0) zeros[p & 1] = (zeros[p & 1] as number) + 1;
	const [even = 0, odd = 0] = zeros;
	if (even === 0 && odd > length / 4) return { encoding: 'utf-16le', because: 'zeros' };
	return odd === 0 && even > length / 4 ? { encoding: 'utf-16be', because: 'zeros' } : null;
}

/** First byte that is no UTF-8; -1: none. The sample may end inside a sequence of up to four bytes. */
function notUtf8(bytes: Uint8Array, whole: boolean): number {
	const bad = validUtf8(bytes, 0, bytes.length);
	if (bad === bytes.length) return -1;
	return !whole && bad > bytes.length - 4 && (bytes[bad] as number) >= 0xc2 ? -1 : bad;
}

const isBlank = (byte: number | undefined): boolean =>
	byte === 32 || byte === 9 || byte === 10 || byte === 13 || byte === 0;
/** Bytes that no text in one of the encodings for one byte a character has. */
const isControl = (byte: number): boolean =>
	byte < 32 && !isBlank(byte) && byte !== 12 && byte !== 1 && byte !== 31;

/** The first two characters that are not blank, by the low bytes of a text in any of the encodings. */
function opening(bytes: Uint8Array): string {
	let text = '';
	for (let p = 0; p < bytes.length && text.length < 2; p++) {
		const byte = bytes[p] as number;
		if (!isBlank(byte) && byte < 0x80) text += String.fromCharCode(byte);
		else if (byte >= 0x80 && p > 2) return text;
	}
	return text;
}

/**
 * `<html`, `<table`, `<?xml` and the like, any other tag or a comment before a table, and the head of a page that was
 * saved with its pictures: no table of text begins so.
 */
function markup(bytes: Uint8Array): BinaryKind | null {
	const text = String.fromCharCode(...bytes.subarray(0, 2_048))
		.replaceAll('\0', '')
		.toLowerCase();
	if (text.trimStart().startsWith('mime-version:')) return 'html';
	const at = text.indexOf('<');
	if (at < 0 || at > 3 + text.length - text.trimStart().length) return null;
	if (/^<(!doctype html|html|table|meta|head|body)/.test(text.slice(at))) return 'html';
	if (/^<(!--|[a-z]+[ >])[^]*<(html|table)\b/.test(text.slice(at))) return 'html';
	return /^<(\?xml|!doctype|!entity)/.test(text.slice(at)) ? (text.includes('<html') ? 'html' : 'xml') : null;
}

export type Identified =
	| { readonly kind: 'form'; readonly form: FileForm }
	| { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * What a file is, by its first bytes and, where they leave it open, its name. `bytes`: SNIFF_BYTES of it, or all; then
 * it is `whole`. What cannot hold a table is refused with what it is.
 */
export function identify(bytes: Uint8Array, fileName: string, whole: boolean): Identified {
	const refuse = (refusal: Refusal): Identified => ({ kind: 'refused', refusal });
	const body = beginsWith(bytes, [0xef, 0xbb, 0xbf]) ? bytes.subarray(3) : bytes;
	if (body.every((byte) => byte !== 0 && isBlank(byte))) return refuse({ code: 'empty', params: {} });
	const kind = binaryKind(bytes, fileName) ?? markup(bytes);
	if (kind) return refuse({ code: 'binary', params: { kind } });
	const form = packed(bytes, fileName);
	if (form) return { kind: 'form', form };
	if (beginsWith(body, SUMS)) return { kind: 'form', form: { kind: 'sums' } };
	const json = /^(\[[{\]]|\{["}])/.test(opening(bytes)) ? 'json' : 'text';
	const wide = utf16(bytes);
	if (wide) return { kind: 'form', form: { kind: json, ...wide, at: 0 } };
	if (body.includes(0)) return refuse({ code: 'binary', params: { kind: 'unknown' } });
	const bad = notUtf8(bytes, whole);
	if (bad >= 0 && body.some(isControl)) return refuse({ code: 'binary', params: { kind: 'unknown' } });
	return {
		kind: 'form',
		form:
			bad < 0
				? { kind: json, encoding: 'utf-8', because: 'utf8', at: 0 }
				: { kind: json, encoding: 'windows-1252', because: 'notUtf8', at: bad }
	};
}
