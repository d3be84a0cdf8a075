import type { App } from './app.svelte';

/** The same sample for everyone who looks on the same day. */
const SEED = 20_261_116;
/** A plan that the sample's months outgrow, so that the Overview has something to say. */
const TIER = 60_000;

/**
 * Opens a workspace with 13 months of sample usage up to today, made and imported by the way of every file. It is a
 * workspace of its own, so that it does not land among a customer's figures. A failure is `app.problem`.
 */
export async function trySample(app: App, now: number, name: string): Promise<void> {
	if (app.makingSample) return;
	app.makingSample = true;
	await app.attempt(() => makeSample(app, now, name));
	app.makingSample = false;
}

async function makeSample(app: App, now: number, name: string): Promise<void> {
	const { client } = app;
	const made = app.workspaces.find((workspace) => workspace.sample);
	if (made) await app.open(made.id);
	else await app.createWorkspace(name, true);
	const { workspace, settings } = app;
	if (!workspace?.sample || !settings || app.layers.length > 0) return;
	const file = new File([await client.compute.sample(now, SEED)], 'sample.csv', { type: 'text/csv' });
	const table = { file, converted: null };
	const { sniffed, proposal } = await client.data.sniff(table, { delimiter: null, header: null });
	const { token } = await client.stage(
		workspace.id,
		table,
		sniffed,
		{ mapping: proposal.mapping, sample: true, reading: null, replaces: null },
		{ signal: new AbortController().signal, onProgress: () => undefined }
	);
	if (settings.revision === 0) {
		const { value } = settings;
		await app.saveSettings({ ...value, contract: { ...value.contract, tier: TIER } });
	}
	await client.data.commit(workspace.id, token, { changed: null, profile: null });
	await app.keeping.secure(client, workspace);
	await app.refresh();
}
