/** UTF-8 as the Unicode Standard defines it (table 3-7): no surrogates, no overlong forms, nothing above U+10FFFF. */

/** Position of the first byte of `[start, end)` that does not belong to a whole, valid sequence; `end` if all do. */
export function validUtf8(bytes: Uint8Array, start: number, end: number): number {
	let p = start;
	while (p < end) {
		const lead = bytes[p] as number;
		if (lead < 0x80) {
			p++;
			continue;
		}
		const size = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
		if (size === 0 || p + size > end) return p;
		const second = bytes[p + 1] as number;
		const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
		const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
		if (second < low || second > high) return p;
		for (let k = 2; k < size; k++) if (((bytes[p + k] as number) & 0xc0) !== 0x80) return p;
		p += size;
	}
	return end;
}

/** UTF-8 of a text; a lone surrogate becomes U+FFFD. */
export function utf8(text: string): Uint8Array {
	const out: number[] = [];
	for (const character of text) {
		const point = character.codePointAt(0) as number;
		const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
		if (code < 0x80) out.push(code);
		else if (code < 0x800) out.push(0xc0 | (code >> 6), 0x80 | (code & 63));
		else if (code < 0x10000) out.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
		else
			out.push(
				0xf0 | (code >> 18),
				0x80 | ((code >> 12) & 63),
				0x80 | ((code >> 6) & 63),
				0x80 | (code & 63)
			);
	}
	return Uint8Array.from(out);
}
