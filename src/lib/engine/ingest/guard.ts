/** Does a text begin with a sign that spreadsheets take for a formula's, or with another guard (formats.md §5)? */
export function guarded(bytes: Uint8Array, start: number, end: number): boolean {
	if (start >= end) return false;
	switch (bytes[start]) {
		case 0x3d: // =
		case 0x2b: // +
		case 0x2d: // -
		case 0x40: // @
		case 0x27: // '
		case 0x09:
		case 0x0d:
		case 0x0a:
			return true;
		case 0xef: {
			// Full-width ＝ ＋ － ＠
			const second = bytes[start + 1];
			const third = bytes[start + 2];
			if (start + 2 >= end) return false;
			if (second === 0xbc) return third === 0x9d || third === 0x8b || third === 0x8d || third === 0xa0;
			return false;
		}
		default:
			return false;
	}
}
