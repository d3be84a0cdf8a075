const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let word = byte;
	for (let bit = 0; bit < 8; bit++) word = (word >>> 1) ^ (word & 1 ? 0xedb88320 : 0);
	return word;
});

/** The checksum of zip and gzip, carried on from `crc`, which begins as 0. */
export function crc32(crc: number, bytes: Uint8Array): number {
	let word = ~crc;
	for (const byte of bytes) word = (TABLE[(word ^ byte) & 255] as number) ^ (word >>> 8);
	return ~word >>> 0;
}
