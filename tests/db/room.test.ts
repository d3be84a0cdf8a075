import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inRoom } from '$lib/db/room';
import { privateFiles, type PrivateFiles } from '../support/privateFiles';

const MB = 2 ** 20;
/** What stays free beside what is given. */
const BESIDE = 4 * MB;

let disk: PrivateFiles;
let now = 0;
let trials = 0;

beforeEach(() => {
	disk = privateFiles(200 * MB);
	trials = 0;
	// What was found for the test before is not relied on any more.
	now += 60_000;
	vi.spyOn(performance, 'now').mockImplementation(() => now);
	const { getDirectory } = navigator.storage;
	vi.spyOn(navigator.storage, 'getDirectory').mockImplementation(function (this: StorageManager) {
		trials++;
		return getDirectory.call(this);
	});
});
afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

/** Writes blocks of one MB, one after another, until one is refused. How many were written. */
async function fill(most: number): Promise<number> {
	for (let k = 0; k < most; k++) {
		const refused = await inRoom(MB, async () => void (disk.room -= MB)).catch((cause: Error) => cause);
		if (refused) {
			expect(refused).toMatchObject({ name: 'QuotaExceededError' });
			return k;
		}
	}
	return most;
}

test('blocks that come one after another share few trials', async () => {
	expect(await fill(60)).toBe(60);
	expect(trials).toBeLessThan(10);
});

test.each([4.5, 5, 6, 7.5, 20, 50])(
	'of %f MB a block is given none that is not there, and all but what stays free',
	async (room) => {
		disk.room = room * MB;
		const written = await fill(100);
		expect(written).toBe(Math.max(0, Math.floor(room - BESIDE / MB)));
		expect(disk.room).toBeGreaterThanOrEqual(0);
	}
);

test('blocks at the same time are counted together', async () => {
	disk.room = 7 * MB;
	const together = Array.from({ length: 5 }, () =>
		inRoom(MB, async () => undefined).then(
			() => 'given',
			() => 'refused'
		)
	);
	expect(await Promise.all(together)).toContain('refused');
});

test('what was found is not relied on after a while', async () => {
	await fill(8);
	disk.room = 2 * MB;
	now += 10_000;
	expect(await fill(1)).toBe(0);
});
