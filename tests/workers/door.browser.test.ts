import { expect, test } from 'vitest';
import { openDoor, type DoorOptions } from '$lib/workers/door/door';
import { AppError } from '$lib/workers/errors';

/** A worker that speaks as much of Comlink's protocol as a call needs. */
const SCRIPT = `
	let greeted = 0;
	onmessage = ({ data }) => {
		const [name] = data.path ?? [];
		const answer = (value) => postMessage({ id: data.id, type: 'RAW', value });
		const busy = (ms) => { for (const end = performance.now() + ms; performance.now() < end; ); };
		if (name === 'greet') { greeted++; answer(null); }
		else if (name === 'count') answer(greeted);
		else if (name === 'alive') answer(undefined);
		else if (name === 'die') setTimeout(() => { throw new Error('gone'); });
		else if (name === 'spin') for (;;);
		else if (name === 'work') { busy(data.argumentList[0].value); answer('done'); }
		else if (name === 'wait') setTimeout(() => answer('done'), data.argumentList[0].value);
	};
`;

interface Api {
	greet(): Promise<void>;
	count(): Promise<number>;
	die(): Promise<never>;
	/** never comes back to the worker's event loop */
	spin(): Promise<never>;
	/** keeps the event loop from turning for some ms */
	work(ms: number): Promise<string>;
	/** answers after some ms, the event loop turning meanwhile */
	wait(ms: number): Promise<string>;
}

const newWorker = () => new Worker(URL.createObjectURL(new Blob([SCRIPT], { type: 'text/javascript' })));

function door(options: Omit<DoorOptions<Api>, 'greet'> = {}) {
	let started = 0;
	const opened = openDoor<Api>(
		async () => {
			started++;
			return newWorker();
		},
		{ greet: (remote) => remote.greet(), ...options }
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

test('a worker that is stopped before it has started is ended when it does', async () => {
	let arrive: (worker: Worker) => void = () => undefined;
	const { api, stop } = openDoor<Api>(() => new Promise((resolve) => (arrive = resolve)));
	const waiting = api.count();
	stop();
	const worker = newWorker();
	let ended = false;
	const terminate = worker.terminate.bind(worker);
	worker.terminate = () => {
		ended = true;
		terminate();
	};
	const first = arrive;
	// A call that comes now is for a worker of its own.
	const next = api.count();
	arrive(newWorker());
	expect(await next).toBe(0);
	first(worker);
	await expect(waiting).rejects.toMatchObject({ code: 'workerLost' });
	expect(ended).toBe(true);
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

test('a worker that never comes back from a step is ended: all its calls end, and the next one is answered', async () => {
	const { api, started } = door({ patience: 300 });
	await api.count();
	const calls = await Promise.allSettled([api.spin(), api.count()]);
	expect(calls).toMatchObject(
		Array.from({ length: 2 }, () => ({
			status: 'rejected',
			reason: { code: 'workerLost', params: { reason: 'stuck' } }
		}))
	);
	expect(await api.count()).toBe(1);
	expect(started()).toBe(2);
});

test('a worker that is busy for less long than patience lasts is left to its work', async () => {
	const { api, started } = door({ patience: 3_000 });
	expect(await api.work(1_500)).toBe('done');
	expect(started()).toBe(1);
});

test('a call may take as long as it likes where the worker gives signs of life', async () => {
	const { api, started } = door({ patience: 300 });
	expect(await api.wait(1_500)).toBe('done');
	expect(started()).toBe(1);
});

test('nobody looks after a worker that is asked nothing', async () => {
	let signs = 0;
	const { api } = openDoor<Api>(
		async () => {
			const worker = newWorker();
			worker.addEventListener('message', () => signs++);
			return worker;
		},
		{ patience: 60 }
	);
	const pause = () => new Promise((resolve) => setTimeout(resolve, 200));
	await api.wait(200);
	// The answer to a last question may still be on its way.
	await pause();
	const answered = signs;
	expect(answered).toBeGreaterThan(1);
	await pause();
	expect(signs).toBe(answered);
});

test('a worker that is stuck before it could be greeted is ended, too', async () => {
	const { api } = openDoor<Api>(async () => newWorker(), { greet: (remote) => remote.spin(), patience: 300 });
	await expect(api.count()).rejects.toMatchObject({ code: 'workerLost', params: { reason: 'stuck' } });
});
