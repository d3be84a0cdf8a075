import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	BackupError,
	KeyRing,
	needsPassphrase,
	readBackup,
	writeBackup,
	type BackupPart
} from '$lib/db/backup';
import { repack, sealPlain } from '../support/backup';

/** The fewest iterations that a reader takes: the tests derive many keys. */
const ITERATIONS = 10_000;
const PASSPHRASE = 'correct horse battery staple';

const encoder = new TextEncoder();
const part = (name: string, bytes: Uint8Array | string): BackupPart => ({
	name,
	bytes: (typeof bytes === 'string' ? encoder.encode(bytes) : bytes.slice()).buffer as ArrayBuffer
});

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
	yield* items;
}

async function written(
	parts: readonly BackupPart[],
	passphrase: string | null = null
): Promise<Uint8Array<ArrayBuffer>> {
	const pieces: Uint8Array<ArrayBuffer>[] = [];
	for await (const piece of writeBackup(each(parts), passphrase, ITERATIONS)) pieces.push(piece);
	return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

async function parts(
	bytes: Uint8Array<ArrayBuffer>,
	passphrase: string | null = null,
	keys = new KeyRing()
): Promise<BackupPart[]> {
	const found: BackupPart[] = [];
	for await (const one of readBackup(new Blob([bytes]), passphrase, { keys })) found.push(one);
	return found;
}

/** The error of reading, or null where the file was taken. */
async function refusal(...args: Parameters<typeof parts>): Promise<BackupError | null> {
	try {
		await parts(...args);
		return null;
	} catch (cause) {
		if (cause instanceof BackupError) return cause;
		throw cause;
	}
}

const small = [
	part('workspace.json', '{"name":"Acme"}'),
	part('a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
	part('b', '')
];

describe('what was written is read back', () => {
	const list = fc.array(
		fc.tuple(
			fc.stringMatching(/^[a-z0-9/.]{1,40}$/),
			fc.oneof(
				fc.uint8Array({ maxLength: 3_000 }),
				fc.tuple(fc.nat(255), fc.nat(200_000)).map(([value, length]) => new Uint8Array(length).fill(value))
			)
		),
		{ maxLength: 6 }
	);

	test.each([null, PASSPHRASE])('any list of parts, passphrase %s', async (passphrase) => {
		await fc.assert(
			fc.asyncProperty(list, async (pieces) => {
				const made = pieces.map(([name, bytes]) => part(name, bytes));
				expect(await parts(await written(made, passphrase), passphrase)).toEqual(made);
			}),
			{ numRuns: passphrase ? 40 : 150 }
		);
	});

	test('a part of several chunks, whether it packs well or not at all', async () => {
		const noise = new Uint8Array(9_000_001);
		for (let at = 0; at < noise.length; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536));
		const made = [part('noise', noise), part('zeros', new Uint8Array(9_000_001))];
		const back = await parts(await written(made, PASSPHRASE), PASSPHRASE);
		expect(
			back.map(({ name, bytes }) => [
				name,
				Buffer.compare(Buffer.from(bytes), Buffer.from(made.find((one) => one.name === name)?.bytes ?? bytes))
			])
		).toEqual([
			['noise', 0],
			['zeros', 0]
		]);
	});

	test('without a passphrase the same parts give the same bytes, with one they never do', async () => {
		expect(await written(small)).toEqual(await written(small));
		expect(await written(small, PASSPHRASE)).not.toEqual(await written(small, PASSPHRASE));
	});

	test('a passphrase is the same however its accents were typed', async () => {
		const file = await written(small, 'caf\u00e9');
		expect(await parts(file, 'cafe\u0301')).toHaveLength(3);
	});

	test('a file says whether it needs a passphrase', async () => {
		expect(await needsPassphrase(new Blob([await written(small)]))).toBe(false);
		expect(await needsPassphrase(new Blob([await written(small, PASSPHRASE)]))).toBe(true);
	});
});

describe('what was not written is refused', () => {
	test.each([null, PASSPHRASE])('every change of a single byte, passphrase %s', async (passphrase) => {
		const file = await written(small, passphrase);
		const keys = new KeyRing();
		const taken: number[] = [];
		for (let at = 0; at < file.length; at++)
			for (const mask of [1, 2, 4, 8, 16, 32, 64, 128, 255]) {
				const changed = file.slice();
				changed[at] = (changed[at] as number) ^ mask;
				if (!(await refusal(changed, passphrase, keys))) taken.push(at);
			}
		expect(taken).toEqual([]);
	});

	test.each([null, PASSPHRASE])(
		'every length that is cut off, and bytes that are added, passphrase %s',
		async (passphrase) => {
			const file = await written(small, passphrase);
			const keys = new KeyRing();
			const taken: number[] = [];
			for (let length = 0; length < file.length; length++)
				if (!(await refusal(file.slice(0, length), passphrase, keys))) taken.push(length);
			expect(taken).toEqual([]);
			expect(await refusal(new Uint8Array([...file, 0]), passphrase, keys)).toMatchObject({
				code: 'damaged'
			});
			expect(await refusal(new Uint8Array([...file, ...file]), passphrase, keys)).toMatchObject({
				code: 'damaged'
			});
		}
	);

	test.each([null, PASSPHRASE])('chunks in another order, or left out, passphrase %s', async (passphrase) => {
		const file = await written([part('a', 'one'), part('b', 'two')], passphrase);
		const chunks = repack.split(file);
		expect(await refusal(repack.join(file, chunks), passphrase)).toBeNull();
		for (let from = 0; from < chunks.length; from++) {
			expect(await refusal(repack.join(file, chunks.toSpliced(from, 1)), passphrase)).not.toBeNull();
			for (let to = from + 1; to < chunks.length; to++) {
				const moved = chunks.slice();
				[moved[from], moved[to]] = [moved[to] as Uint8Array, moved[from] as Uint8Array];
				expect(await refusal(repack.join(file, moved), passphrase)).not.toBeNull();
			}
		}
	});

	test('a damaged part is named', async () => {
		const file = await written([part('first', 'one'), part('second', 'two'), part('third', 'three')]);
		const at = Buffer.from(file).indexOf('two');
		file[at] = 84;
		expect(await refusal(file)).toMatchObject({ code: 'damaged', part: 'second' });
	});

	test('another passphrase, or none, is told apart from damage', async () => {
		const file = await written(small, PASSPHRASE);
		expect(await refusal(file, 'Correct horse battery staple')).toMatchObject({
			code: 'passphrase',
			detail: true
		});
		expect(await refusal(file, null)).toMatchObject({ code: 'passphrase', detail: false });
	});

	test('what is no backup, and what is newer', async () => {
		expect(await refusal(encoder.encode('id,started_at\n'))).toMatchObject({ code: 'not' });
		expect(await refusal(new Uint8Array(0))).toMatchObject({ code: 'not' });
		const newer = await written(small);
		newer[8] = 3;
		expect(await refusal(newer)).toMatchObject({ code: 'newer', detail: 3 });
	});

	test.each([0, 9_999, 5_000_001, 1_000_000_000, 4_294_967_295])(
		'a header that asks for %d iterations, at once',
		async (iterations) => {
			const file = await written(small, PASSPHRASE);
			const header = file.slice(0, 48);
			new DataView(header.buffer).setUint32(12, iterations, true);
			const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', header));
			expect(
				await refusal(new Uint8Array([...header, ...digest, ...file.slice(80)]), PASSPHRASE)
			).toMatchObject({ code: 'invalid' });
		}
	);

	test('a bomb is stopped by the bytes that come out of it, whatever its head says', async () => {
		// 64 MB of zeros pack to 65 kB: a thousand to one.
		const zeros = new Uint8Array(64 * 1024 * 1024);
		for (const length of [zeros.length, 1_000_000]) {
			const bomb = await sealPlain([{ ...part('bomb', zeros), packing: 'deflate', length }]);
			expect(bomb.length).toBeLessThan(100_000);
			expect(await refusal(bomb)).toMatchObject({ code: 'damaged' });
		}
	});

	test('a part that says it is larger than any', async () => {
		const file = await sealPlain([{ ...part('vast', 'x'), packing: 'deflate', length: 0xffff_ffff }]);
		expect(await refusal(file)).toMatchObject({ code: 'damaged' });
	});
});
