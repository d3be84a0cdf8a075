import { download } from '$lib/components/download';
import { formatDay, localDay } from '$lib/engine/time';
import type { App } from '$lib/state/app.svelte';

/** Saves the report file with the figures on screen. A failure is `app.problem`. */
export async function saveReport(app: App): Promise<void> {
	await app.attempt(async () => download(nameOf(app), await app.report(), 'application/json'));
}

function nameOf(app: App): string {
	const context = app.view?.context;
	const day = context ? formatDay(localDay(context.zone, context.asOf)) : '';
	const name = (app.workspace?.name ?? '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
	return `${[name || 'drawdown', day].filter(Boolean).join('-')}.drawdown-report.json`;
}
