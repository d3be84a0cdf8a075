import { expect, test } from 'vitest';
import { App } from '$lib/state/app.svelte';
import { Backups } from '$lib/state/backup.svelte';
import { fakeClient } from '../support/fake/client';

test('a backup is said to be the last one when that is kept: a page that is closed then has not forgotten it', async () => {
	const client = fakeClient({ filled: true });
	let keep = (): void => undefined;
	const kept = new Promise<void>((resolve) => (keep = resolve));
	const noted: number[] = [];
	const app = new App({
		...client,
		data: {
			...client.data,
			noteBackup: async (_, at) => {
				await kept;
				noted.push(at);
			}
		}
	});
	await app.open(null);
	const backups = new Backups(app);
	const noting = backups.note(1_000);
	await Promise.resolve();
	expect(backups.last).toBeNull();
	keep();
	await noting;
	expect([backups.last, noted]).toEqual([1_000, [1_000]]);
});
