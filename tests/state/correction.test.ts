import { strToU8, zipSync } from 'fflate';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '$lib/state/app.svelte';
import { Correction } from '$lib/state/correction.svelte';
import { ImportFlow } from '$lib/state/importFlow.svelte';
import { fakeClient } from '../support/fake/client';

const TEXT = 'started_at,channel,duration_seconds\n2026-11-03T08:00:00Z,voice,61\n';
const usage = (name = 'usage.csv', text = TEXT) => new File([text], name);

let app: App;
let flow: ImportFlow;
let client: ReturnType<typeof fakeClient>;
let correction: Correction;

beforeEach(async () => {
	client = fakeClient();
	app = new App(client);
	flow = new ImportFlow(app);
	await app.open(null);
	await flow.choose([usage()]);
	await flow.start();
	await vi.waitFor(() => expect(app.layers).toHaveLength(1));
	const [layer] = app.layers;
	if (!layer) throw new Error('no layer');
	correction = new Correction(app, flow, layer);
});

const mapped = () => vi.waitFor(() => expect(flow.phase).toBe('mapping'));

/** A file that was dropped, as the browser remembers it. */
function dropped(state: PermissionState, getFile: () => Promise<File>) {
	const handle = { kind: 'file', name: 'usage.csv', requestPermission: async () => state, getFile };
	client.data.keptFile = async () => handle as unknown as FileSystemFileHandle;
}

describe('the file of a layer', () => {
	it('is taken by its content, whatever it is called now', async () => {
		expect(await correction.read(usage('moved.csv'))).toBe(true);
		await mapped();
		expect(flow.replacing?.name).toBe('usage.csv');
	});

	it('is found among those of the archive that it came in', async () => {
		const other = strToU8(`${TEXT}2026-11-04T08:00:00Z,voice,9\n`);
		const zip = zipSync({ 'october.csv': other, 'usage.csv': strToU8(TEXT) });
		expect(await correction.read(new File([new Uint8Array(zip)], 'exports.zip'))).toBe(true);
		await mapped();
		expect(flow.file?.name).toBe('usage.csv');
	});

	it('is told from another one by name, and nothing begins', async () => {
		expect(await correction.read(usage('usage.csv', `${TEXT}\n`))).toBe(false);
		expect(correction.other).toBe('usage.csv');
		expect(flow.phase).toBe('idle');
		expect(correction.comparing).toBe(false);
	});

	it('that cannot be read at all says why', async () => {
		expect(await correction.read(usage('invoice.pdf', '%PDF-1.7'))).toBe(false);
		expect(correction.failure).toMatchObject({ code: 'binary' });
		expect(correction.other).toBeNull();
	});

	it('begins nothing once the person has given up', async () => {
		const reading = correction.read(usage());
		correction.giveUp();
		expect(await reading).toBe(false);
		expect(flow.phase).toBe('idle');
	});
});

describe('where the browser knows the place of a dropped file', () => {
	it('opens it there, once the person allows it', async () => {
		dropped('granted', async () => usage());
		await correction.look();
		expect(correction.handle?.name).toBe('usage.csv');
		expect(await correction.readKept()).toBe(true);
		await mapped();
	});

	it.each([
		['the person does not allow it', 'denied', async () => usage(), null],
		[
			'it has been moved',
			'granted',
			() => Promise.reject(new DOMException('', 'NotFoundError')),
			'unreadableFile'
		]
	] as const)('asks for it where %s', async (_, state, getFile, code) => {
		dropped(state, getFile);
		await correction.look();
		expect(await correction.readKept()).toBe(false);
		expect(correction.handle).toBeNull();
		expect(correction.failure?.code ?? null).toBe(code);
		expect(await correction.read(usage())).toBe(true);
	});
});
