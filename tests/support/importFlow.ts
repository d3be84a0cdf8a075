import { App } from '$lib/state/app.svelte';
import { ImportFlow } from '$lib/state/importFlow.svelte';
import { fakeClient, type FakeOptions } from './fake/client';

/** An app that has opened its workspace, with the way of files into it. */
export async function beginImports(options: FakeOptions = {}) {
	const client = fakeClient(options);
	const app = new App(client);
	const flow = new ImportFlow(app);
	await app.open(null);
	return { client, app, flow };
}
