import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const WHOLE = new URL('../../../src/lib/engine/forecast/index.ts', import.meta.url);

/**
 * Builds the forecast engine, or one module of it, into one file in a temporary folder and loads it: Node 20 does not
 * read TypeScript.
 */
export async function loadEngine(module = 'index') {
	const outDir = await mkdtemp(join(tmpdir(), 'drawdown-forecast-'));
	const entry = fileURLToPath(new URL(`${module}.ts`, WHOLE));
	await build({
		configFile: false,
		logLevel: 'silent',
		build: { outDir, minify: false, lib: { entry, formats: ['es'], fileName: () => 'engine.mjs' } }
	});
	try {
		return await import(pathToFileURL(join(outDir, 'engine.mjs')).href);
	} finally {
		await rm(outDir, { recursive: true });
	}
}
