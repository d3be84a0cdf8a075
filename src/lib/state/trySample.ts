import { formatDay, localDay } from '$lib/engine/time';
import { zoneTable } from '$lib/workers/zone';
import type { App } from './app.svelte';

/** The same sample for everyone who looks on the same day. */
const SEED = 20_261_116;

/**
 * Makes 13 months of usage up to today, in the contract's zone, and imports it by the way of every file. False: it
 * failed, and `app.problem` says why.
 */
export async function trySample(app: App, now: number): Promise<boolean> {
	return app.attempt(async () => {
		const { workspace, settings, client } = app;
		if (!workspace || !settings) return;
		const today = formatDay(localDay(zoneTable(settings.value.contract.timeZone, now, now), now));
		const file = new File([await client.compute.sample(today, SEED)], `sample-${today}.csv`, {
			type: 'text/csv'
		});
		const { sniffed, proposal } = await client.data.sniff(file);
		const { token } = await client.stage(workspace.id, file, sniffed, proposal.mapping, {
			signal: new AbortController().signal,
			sample: true,
			onProgress: () => undefined
		});
		await client.data.commit(workspace.id, token);
		await app.refresh();
	});
}
