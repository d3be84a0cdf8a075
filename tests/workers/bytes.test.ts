import { createHash } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { digestOf, SLICE, slices } from '$lib/workers/jobs/bytes';

const content = Uint8Array.from({ length: 2 * SLICE + 12_345 }, (_, k) => (k * 2_654_435_761) >>> 24);
const lengthsOf = async (file: Blob) => {
	const lengths: number[] = [];
	let sum = createHash('sha256');
	for await (const slice of slices(file)) {
		lengths.push(slice.length);
		sum = sum.update(slice);
	}
	return { lengths, sum: sum.digest('hex') };
};
const expected = {
	lengths: [SLICE, SLICE, 12_345],
	sum: createHash('sha256').update(content).digest('hex')
};

afterEach(() => void vi.restoreAllMocks());

test('a file comes in whole slices, however its stream is cut', async () => {
	expect(await lengthsOf(new Blob([content]))).toEqual(expected);
	const file = new Blob([content]);
	vi.spyOn(file, 'stream').mockImplementation(() => {
		let at = 0;
		return new ReadableStream({
			type: 'bytes',
			pull(controller) {
				const next = content.slice(at, (at += 777_777));
				if (next.length > 0) controller.enqueue(next);
				else {
					controller.close();
					controller.byobRequest?.respond(0);
				}
			}
		});
	});
	expect(await lengthsOf(file)).toEqual(expected);
	expect((await lengthsOf(new Blob([]))).lengths).toEqual([]);
});

test('where a stream takes no memory of ours, slices and digest are the same', async () => {
	const file = new Blob([content]);
	const digest = await digestOf(file, null, () => false);
	vi.spyOn(file, 'stream').mockImplementation(() => new ReadableStream());
	expect(await lengthsOf(file)).toEqual(expected);
	expect(await digestOf(file, null, () => false)).toBe(digest);
});

test('a file that can no longer be read says so, where its stream only breaks', async () => {
	const file = new Blob([content]);
	vi.spyOn(file, 'stream').mockImplementation(
		() =>
			new ReadableStream({
				type: 'bytes',
				pull: () => Promise.reject(new TypeError('network error'))
			})
	);
	await expect(lengthsOf(file)).rejects.toMatchObject({ name: 'NotReadableError' });
	vi.spyOn(file, 'slice').mockImplementation(() => {
		throw new DOMException('gone', 'NotFoundError');
	});
	await expect(lengthsOf(file)).rejects.toMatchObject({ name: 'NotFoundError' });
});
