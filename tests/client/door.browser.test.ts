import { expect, test } from 'vitest';
import { openDoor } from '$lib/client/door';
import { AppError } from '$lib/workers/errors';

/** A worker that speaks as much of Comlink's protocol as a call needs. */
const SCRIPT = `
	let greeted = 0;
	onmessage = ({ data }) => {
		const [name] = data.path ?? [];
		const answer = (value) => postMessage({ id: data.id, type: 'RAW', value });
		if (name === 'greet') { greeted++; answer(null); }
		else if (name === 'count') answer(greeted);
		else if (name === 'die') setTimeout(() => { throw new Error('gone'); });
	};
`;

interface Api {
	greet(): Promise<void>;
	count(): Promise<number>;
	die(): Promise<never>;
}

function door() {
	let started = 0;
	const opened = openDoor<Api>(
		async () => {
			started++;
			return new Worker(URL.createObjectURL(new Blob([SCRIPT], { type: 'text/javascript' })));
		},
		(remote) => remote.greet()
	);
	return { ...opened, started: () => started };
}

test('a worker starts at its first call and is told what it must know before it answers', async () => {
	const { api, started } = door();
	expect(started()).toBe(0);
	expect(await api.count()).toBe(1);
	expect(await api.count()).toBe(1);
	expect(started()).toBe(1);
});

test('a call to a worker that dies ends as lost, and the next call starts a new one', async () => {
	const { api, started } = door();
	await api.count();
	await expect(api.die()).rejects.toMatchObject({ code: 'workerLost' });
	expect(await api.count()).toBe(1);
	expect(started()).toBe(2);
});

test('stopping a worker ends the calls under way', async () => {
	const { api, stop } = door();
	await api.count();
	const waiting = api.die();
	stop();
	await expect(waiting).rejects.toBeInstanceOf(AppError);
});

test('a worker whose script cannot be had is an error, not a wait', async () => {
	const { api } = openDoor<Api>(() => Promise.reject(new Error('404')));
	await expect(api.count()).rejects.toMatchObject({ code: 'workerLost' });
});
