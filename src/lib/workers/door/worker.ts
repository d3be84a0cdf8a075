/**
 * Workers start from bytes. A policy that the page sets by a meta element does not bind a worker loaded by URL;
 * a worker made from a blob inherits it, so that none can reach another origin (docs/architecture.md).
 */

interface ScriptPolicy {
	createScriptURL(url: string): string;
}

declare global {
	var trustedTypes:
		{ createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptPolicy } | undefined;
}

let policy: ScriptPolicy | undefined;

/** Starts the worker whose script is at a URL of our own. Rejects when its bytes cannot be had. */
export async function startWorker(url: string, name: string): Promise<Worker> {
	policy ??= globalThis.trustedTypes?.createPolicy('drawdown-worker', {
		createScriptURL(blobUrl) {
			if (!blobUrl.startsWith('blob:')) throw new TypeError('workers start from bytes only');
			return blobUrl;
		}
	}) ?? { createScriptURL: (blobUrl) => blobUrl };

	// The development server hands out modules that import others by path, which a blob cannot.
	if (import.meta.env.DEV) return new Worker(url, { type: 'module', name });

	const response = await fetch(url);
	if (!response.ok) throw new Error(`worker script: ${response.status}`);
	const blob = new Blob([await response.arrayBuffer()], { type: 'text/javascript' });
	const blobUrl = URL.createObjectURL(blob);
	const worker = new Worker(policy.createScriptURL(blobUrl), { type: 'module', name });
	// The script is read when the worker starts: its first message, or its failure, says that this is over.
	const release = () => URL.revokeObjectURL(blobUrl);
	worker.addEventListener('message', release, { once: true });
	worker.addEventListener('error', release, { once: true });
	return worker;
}
