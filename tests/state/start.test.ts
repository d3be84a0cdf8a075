import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '$lib/state/app.svelte';
import { fakeClient } from '../support/fake/client';

describe('a start', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	/** Opens, and says in which order things were asked for. */
	function start(filled: boolean) {
		const client = fakeClient({ filled });
		const app = new App(client);
		const order: string[] = [];
		vi.spyOn(client.explore, 'readAhead').mockImplementation(async () => {
			order.push(app.view ? 'rows after figures' : 'rows before figures');
			throw new Error('lost');
		});
		const check = client.data.check;
		vi.spyOn(client.data, 'check').mockImplementation((workspace) => {
			order.push('check');
			return check(workspace);
		});
		return { app, order, opened: app.open(null) };
	}

	it('reads rows ahead once there are figures, and every byte after that, whatever became of the rows', async () => {
		const { order, opened, app } = start(true);
		await vi.advanceTimersByTimeAsync(500);
		await opened;
		expect(order).toEqual(['rows after figures']);
		await vi.advanceTimersByTimeAsync(2_000);
		expect(order).toEqual(['rows after figures', 'check']);
		expect(app.problem).toBeNull();
	});

	it('reads no rows where there are none', async () => {
		const { order, opened } = start(false);
		await vi.advanceTimersByTimeAsync(2_000);
		await opened;
		expect(order).toEqual(['check']);
	});

	it('checks the workspace that is open by then, once', async () => {
		const { app, order, opened } = start(false);
		await vi.advanceTimersByTimeAsync(100);
		await opened;
		const another = app.createWorkspace('Another');
		await vi.advanceTimersByTimeAsync(3_000);
		await another;
		expect(order).toEqual(['check']);
	});
});
