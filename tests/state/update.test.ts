import { describe, expect, test, vi } from 'vitest';
import { UnsavedWork } from '../../src/lib/state/unsaved.svelte';
import { Update } from '../../src/lib/state/update.svelte';

/** What a browser has to say of the worker that keeps the app's files. */
function browser({ controlled }: { controlled: boolean }) {
	const registration = Object.assign(new EventTarget(), {
		waiting: null as { postMessage: (message: string) => void } | null,
		installing: null as EventTarget | null
	});
	const container = Object.assign(new EventTarget(), {
		controller: controlled ? {} : null,
		ready: Promise.resolve(registration)
	});
	const worker = Object.assign(new EventTarget(), { postMessage: vi.fn() });
	return {
		container: container as unknown as ServiceWorkerContainer,
		worker,
		fetched() {
			registration.installing = worker;
			registration.dispatchEvent(new Event('updatefound'));
			registration.installing = null;
			registration.waiting = worker;
			worker.dispatchEvent(new Event('statechange'));
		},
		takenOver() {
			registration.waiting = null;
			worker.dispatchEvent(new Event('statechange'));
			container.dispatchEvent(new Event('controllerchange'));
		}
	};
}

describe('a newer version of the app', () => {
	test('is ready when it waits, and reloads only the tab that asked, after it has taken over', async () => {
		const [reload, { container, worker, fetched, takenOver }] = [vi.fn(), browser({ controlled: true })];
		const update = new Update(reload);
		await update.watch(container);
		expect(update.ready).toBe(false);
		fetched();
		expect(update.ready).toBe(true);
		update.take();
		expect(worker.postMessage).toHaveBeenCalledWith('take over');
		expect(reload).not.toHaveBeenCalled();
		takenOver();
		expect(reload).toHaveBeenCalledOnce();
	});

	test('does not reload a tab that did not ask, and stays ready there', async () => {
		const [reload, { container, fetched, takenOver }] = [vi.fn(), browser({ controlled: true })];
		const update = new Update(reload);
		await update.watch(container);
		fetched();
		takenOver();
		expect(reload).not.toHaveBeenCalled();
		expect(update.ready).toBe(true);
		update.take();
		expect(reload).toHaveBeenCalledOnce();
	});

	test('is not what the very first visit keeps', async () => {
		const [reload, { container, takenOver }] = [vi.fn(), browser({ controlled: false })];
		const update = new Update(reload);
		await update.watch(container);
		takenOver();
		expect(update.ready).toBe(false);
	});
});

test('unsaved work is whatever a holder has at the moment, until the holder goes', () => {
	const unsaved = new UnsavedWork();
	let dirty = true;
	unsaved.add(() => null);
	const leave = unsaved.add(() => (dirty ? 'settings' : null));
	expect(unsaved.first).toBe('settings');
	leave();
	expect(unsaved.first).toBeNull();
	dirty = false;
	unsaved.add(() => 'importing');
	expect(unsaved.first).toBe('importing');
});
