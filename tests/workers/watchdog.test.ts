import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watch } from '$lib/workers/door/watchdog';

const PATIENCE = 30_000;
const TICK = 5_000;
const never = () => new Promise<never>(() => undefined);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }));
afterEach(() => void vi.useRealTimers());

test('silence for as long as patience lasts is a stuck worker, and it is told once', () => {
	const stuck = vi.fn();
	watch(never, PATIENCE, stuck);
	vi.advanceTimersByTime(PATIENCE);
	expect(stuck).not.toHaveBeenCalled();
	vi.advanceTimersByTime(TICK);
	expect(stuck).toHaveBeenCalledTimes(1);
	vi.advanceTimersByTime(10 * PATIENCE);
	expect(stuck).toHaveBeenCalledTimes(1);
});

test('any answer begins it anew', async () => {
	const stuck = vi.fn();
	let answer: () => void = () => undefined;
	watch(() => new Promise<void>((resolve) => (answer = resolve)), PATIENCE, stuck);
	vi.advanceTimersByTime(TICK);
	for (let k = 0; k < 20; k++) {
		// As busy as a worker may be: it answers just before it would be ended.
		vi.advanceTimersByTime(PATIENCE - 1);
		answer();
		await Promise.resolve();
		await Promise.resolve();
		vi.advanceTimersByTime(1);
	}
	expect(stuck).not.toHaveBeenCalled();
});

test('time in which the page itself stood still does not count', () => {
	const stuck = vi.fn();
	let now = 0;
	vi.spyOn(performance, 'now').mockImplementation(() => now);
	let tick: () => void = () => undefined;
	vi.spyOn(globalThis, 'setInterval').mockImplementation(((run: () => void) => {
		tick = run;
		return 1;
	}) as unknown as typeof setInterval);
	const after = (ms: number) => {
		now += ms;
		tick();
	};
	watch(never, PATIENCE, stuck);
	// A sleeping laptop, and a tab in the background whose timers come once a minute.
	after(TICK);
	after(8 * 3_600_000);
	for (let k = 0; k < 100; k++) after(60_000);
	expect(stuck).not.toHaveBeenCalled();
	for (let k = 0; k < 5; k++) after(TICK);
	expect(stuck).not.toHaveBeenCalled();
	after(TICK);
	expect(stuck).toHaveBeenCalledTimes(1);
});

test('a watch that was ended says nothing', () => {
	const stuck = vi.fn();
	watch(never, PATIENCE, stuck)();
	vi.advanceTimersByTime(10 * PATIENCE);
	expect(stuck).not.toHaveBeenCalled();
});
