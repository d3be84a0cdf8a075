import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Mapping } from '$lib/engine/ingest';
import type { App } from '$lib/state/app.svelte';
import type { ImportFlow } from '$lib/state/importFlow.svelte';
import type { LayerView } from '$lib/workers/api';
import type { fakeClient, FakeOptions } from '../support/fake/client';
import { beginImports } from '../support/importFlow';

const canonical = (name = 'usage.csv') =>
	new File(
		[
			'id,started_at,channel,class,agent,messages,duration_seconds\n',
			`${name},2026-11-03T08:00:00Z,voice,standard,A,,61\n`
		],
		name
	);
const foreign = (name = 'nov.csv', day = 3) =>
	new File([`When;Seconds\n2026-11-0${day} 08:00;61\n2026-11-0${day} 08:05;14\n`], name);

let app: App;
let flow: ImportFlow;
let client: ReturnType<typeof fakeClient>;

async function begin(options: FakeOptions = {}) {
	({ client, app, flow } = await beginImports(options));
}

beforeEach(() => begin());

const answer = (zone = 'UTC') =>
	flow.map({
		...(flow.mapping as Mapping),
		start: { date: 0, time: null },
		dateForm: 'ymd',
		zone,
		channel: { constant: 'voice' },
		duration: { column: 1 },
		durationForm: 'seconds',
		further: []
	});
async function confirm(zone = 'UTC') {
	await answer(zone);
	await flow.start();
	await flow.commit();
}
const remembered = () => vi.waitFor(() => expect(app.settings?.value.profiles).toHaveLength(1));
const kinds = () => flow.outcomes.map(({ kind }) => kind);

describe('a file goes where it was chosen', () => {
	const layersOf = (id: string) => client.data.layers(id);

	it('though another workspace is opened before it is made to count', async () => {
		const home = app.workspace?.id as string;
		const other = await client.data.createWorkspace('Other', false);
		await flow.choose([foreign()]);
		await answer();
		await flow.start();
		await app.open(other.id);
		await flow.commit();
		expect(await layersOf(home)).toHaveLength(1);
		expect(await layersOf(other.id)).toEqual([]);
		expect(flow.outcomes).toMatchObject([{ kind: 'imported', into: { id: home } }]);
	});

	it('though another workspace is opened while it is read, and so do those chosen with it', async () => {
		let go = (): void => undefined;
		const gate = new Promise<void>((resolve) => (go = resolve));
		await begin({ whileStaging: () => gate });
		const home = app.workspace?.id as string;
		const other = await client.data.createWorkspace('Other', false);
		await flow.choose([canonical(), canonical('second.csv')]);
		const reading = flow.start();
		await app.open(other.id);
		go();
		await reading;
		expect((await layersOf(home)).map(({ name }) => name)).toEqual(['usage.csv', 'second.csv']);
		expect(await layersOf(other.id)).toEqual([]);
	});
});

describe('how a file was read is used for the next one', () => {
	it('as the settings say it now', async () => {
		await flow.choose([foreign()]);
		await confirm('UTC');
		await remembered();
		const { settings } = app;
		if (!settings) throw new Error('no settings');
		const [profile] = settings.value.profiles;
		if (!profile) throw new Error('no profile');
		const mapping = { ...profile.mapping, zone: 'America/Toronto' };
		await app.saveSettings({ ...settings.value, profiles: [{ ...profile, mapping }] });
		await flow.choose([foreign('dec.csv', 4)]);
		expect(flow.mapping?.zone).toBe('America/Toronto');
		await flow.cancel();
		await app.saveSettings({ ...settings.value, profiles: [] });
		await flow.choose([foreign('dec.csv', 4)]);
		expect([flow.phase, flow.profile, flow.missing]).toEqual(['mapping', null, ['zone', 'channel']]);
	});

	it('not where it was given up', async () => {
		await flow.choose([foreign()]);
		await answer('Asia/Tokyo');
		await flow.start();
		await flow.cancel();
		await flow.choose([foreign()]);
		expect([flow.phase, flow.profile]).toEqual(['mapping', null]);
	});

	it('not in another workspace', async () => {
		await flow.choose([foreign()]);
		await confirm('Asia/Tokyo');
		await remembered();
		const other = await client.data.createWorkspace('Other', false);
		await app.open(other.id);
		await flow.choose([foreign('dec.csv', 4)]);
		expect([flow.phase, flow.profile]).toEqual(['mapping', null]);
	});

	it('in one drop at once, remembered or not', async () => {
		await flow.choose([foreign(), foreign('dec.csv', 4)]);
		flow.remember = false;
		await confirm();
		expect(flow.outcomes.map((one) => one.kind === 'imported' && one.layer.name)).toEqual([
			'nov.csv',
			'dec.csv'
		]);
		await flow.choose([foreign('jan.csv', 5)]);
		expect([flow.phase, flow.profile]).toEqual(['mapping', null]);
	});
});

describe('how a file was confirmed to be read', () => {
	const CALLS = [120, 90, 300, 60, 240];
	const at = (month: number, hour: number, seconds = 0) =>
		new Date(Date.UTC(2026, month - 1, 3, hour, 0, seconds)).toISOString();
	const withEnd = (name: string, month: number, written: (seconds: number) => number) => {
		const rows = CALLS.map((seconds, hour) =>
			[at(month, hour), at(month, hour, seconds), written(seconds)].join(';')
		);
		return new File([`Start;End;Duration\n${rows.join('\n')}\n`], name);
	};
	const seconds = () => withEnd('sec.csv', 11, (length) => length);
	const minutes = () => withEnd('min.csv', 12, (length) => length / 60);
	const asVoice = () => flow.map({ ...(flow.mapping as Mapping), channel: { constant: 'voice' } });

	it('is not used for one that proves another unit: what it proves is shown, and waits for a word', async () => {
		await flow.choose([seconds(), minutes(), withEnd('ms.csv', 10, (length) => length * 1_000)]);
		await asVoice();
		await flow.start();
		await flow.commit();
		expect([flow.phase, flow.file?.name, flow.outdated]).toEqual(['mapping', 'min.csv', ['durationForm']]);
		expect(flow.mapping).toMatchObject({ durationForm: 'minutes', channel: { constant: 'voice' } });
		await flow.start();
		await flow.commit();
		expect([flow.file?.name, flow.outdated, flow.mapping?.durationForm]).toEqual([
			'ms.csv',
			['durationForm'],
			'milliseconds'
		]);
	});

	it('is used for one that proves nothing else', async () => {
		await flow.choose([seconds()]);
		await asVoice();
		await flow.start();
		await flow.commit();
		await remembered();
		await flow.choose([withEnd('next.csv', 12, (length) => length)]);
		expect([flow.phase, flow.outdated]).toEqual(['review', []]);
	});
});

it('an encoding that was confirmed is not used for a file that is plainly UTF-8', async () => {
	const text = (month: number) =>
		`When;Seconds;Agent\n2026-${month}-03 08:00;61;Zoé\n2026-${month}-03 08:05;14;Zoé\n`;
	const latin = (written: string) => Uint8Array.from([...written].map((letter) => letter.charCodeAt(0)));
	await flow.choose([new File([latin(text(11))], 'nov.csv')]);
	await flow.readAs({ encoding: 'windows-1252' });
	await answer();
	await flow.start();
	await flow.commit();
	await remembered();
	await flow.choose([new File([text(12)], 'dec.csv')]);
	expect(flow.profile).not.toBeNull();
	expect(flow.reading.encoding).toBeNull();
	expect(flow.found?.sniffed.rows[0]?.[2]).toBe('Zoé');
	await flow.cancel();
	await flow.choose([new File([latin(text(10))], 'oct.csv')]);
	expect(flow.found?.sniffed.rows[0]?.[2]).toBe('Zoé');
});

describe('giving a file up', () => {
	async function corrected() {
		await flow.choose([foreign()]);
		await confirm();
		await vi.waitFor(() => expect(app.layers).toHaveLength(1));
		return flow.correct(app.layers[0] as LayerView, foreign(), { mapping: null, reading: null });
	}

	it('is told once while a correction looks at its file, and the file chosen next is opened', async () => {
		await flow.choose([foreign()]);
		await confirm();
		await vi.waitFor(() => expect(app.layers).toHaveLength(1));
		const correcting = flow.correct(app.layers[0] as LayerView, foreign(), { mapping: null, reading: null });
		await flow.cancel();
		expect(kinds()).toEqual(['kept']);
		const next = flow.choose([canonical('next.csv')]);
		await correcting;
		await next;
		expect([flow.phase, flow.file?.name, kinds()]).toEqual(['mapping', 'next.csv', []]);
	});

	it('is too late once it is made to count: it counts, and so it is told', async () => {
		await flow.choose([foreign(), canonical('b.csv')]);
		await answer();
		await flow.start();
		const saving = flow.commit();
		expect(flow.phase).toBe('saving');
		await flow.cancel();
		await saving;
		expect(kinds()).toEqual(['imported', 'imported']);
	});

	it('leaves the layer of a correction as it was', async () => {
		await corrected();
		await flow.cancel();
		expect(kinds()).toEqual(['kept']);
		expect(app.layers).toHaveLength(1);
	});
});

it('what was said of the columns stays when the text is read in another way that leaves them as they are', async () => {
	await flow.choose([foreign()]);
	await answer('Asia/Tokyo');
	await flow.readAs({ delimiter: ';' });
	expect(flow.mapping?.zone).toBe('Asia/Tokyo');
});
