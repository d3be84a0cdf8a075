import { describe, expect, test } from 'vitest';
import { reminderDue, type Known } from '$lib/state/reminder.svelte';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 16);
const due = (change: Partial<Known> = {}) =>
	reminderDue({ now: NOW, mayBeCleared: true, files: 1, lastBackup: null, dismissed: null, ...change });

describe('a reminder of backups', () => {
	test('is due where usage may be cleared that was never backed up', () => {
		expect(due()).toBe(true);
	});

	test('is not due where there is nothing to lose', () => {
		expect(due({ files: 0 })).toBe(false);
	});

	test('is not due where the browser has promised to keep everything, or was never asked', () => {
		expect(due({ mayBeCleared: false })).toBe(false);
	});

	test('comes two weeks after the last backup', () => {
		expect(due({ lastBackup: NOW - 14 * DAY + 1 })).toBe(false);
		expect(due({ lastBackup: NOW - 14 * DAY })).toBe(true);
	});

	test('stays away for thirty days after “Not now”, with an old backup too', () => {
		expect(due({ dismissed: NOW - 30 * DAY + 1 })).toBe(false);
		expect(due({ dismissed: NOW - 30 * DAY + 1, lastBackup: NOW - 90 * DAY })).toBe(false);
		expect(due({ dismissed: NOW - 30 * DAY })).toBe(true);
	});

	test('is silent where the clock was put back after a backup or a dismissal', () => {
		expect(due({ lastBackup: NOW + DAY })).toBe(false);
		expect(due({ dismissed: NOW + DAY })).toBe(false);
	});
});
