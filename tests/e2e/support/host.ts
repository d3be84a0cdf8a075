/** A host of a story's own: it can be stopped, and can be given another version of the app to serve. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../../scripts/lib/serve.mjs';

export const build = join(import.meta.dirname, '..', '..', '..', 'build');

export interface Host extends AsyncDisposable {
	/** address of the app, with a slash at its end */
	readonly url: string;
	/** folder that is served there */
	readonly folder: string;
	/** Ends every connection and listens no more. */
	stop(): Promise<void>;
}

export interface HostOptions {
	/** path below which the app lives, with a slash at its start */
	readonly path?: string;
	/** sets what the host sends beside the content type */
	readonly headers?: (request: IncomingMessage, response: ServerResponse) => void;
}

/** Serves a copy of the built app on a port of its own. */
export async function startHost({ path = '', headers }: HostOptions = {}): Promise<Host> {
	const root = mkdtempSync(join(tmpdir(), 'drawdown-host-'));
	const folder = join(root, path);
	cpSync(build, folder, { recursive: true });
	const { server, port } = await serve(root, 0);
	if (headers) server.prependListener('request', headers);
	const stop = () =>
		new Promise<void>((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		});
	return {
		url: `http://127.0.0.1:${port}${path}/`,
		folder,
		stop,
		async [Symbol.asyncDispose]() {
			if (server.listening) await stop();
			rmSync(root, { recursive: true, force: true });
		}
	};
}

/** The script whose digest the page's policy has: the one for theme and language stands before that. */
const inline = (html: string): string =>
	[...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].at(-1)?.[1] ?? '';
const digest = (text: string): string => createHash('sha256').update(text).digest('base64');

/**
 * Puts another version in the place of the one that is served, as a deployment does: every hashed file has another
 * name, the old ones are gone, and pages are marked `data-release="next"`.
 */
export function deployNext(folder: string): void {
	renameSync(join(folder, '_app', 'immutable'), join(folder, '_app', 'next'));
	const version = (JSON.parse(readFileSync(join(folder, '_app', 'version.json'), 'utf8')) as Version).version;
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		if (!/\.(html|js|json)$/.test(name)) continue;
		const file = join(folder, name);
		const before = readFileSync(file, 'utf8');
		let text = before.replaceAll('_app/immutable/', '_app/next/');
		if (/service-worker\.js$|version\.json$/.test(name)) text = text.replaceAll(version, `${version}-next`);
		if (name.endsWith('.html'))
			text = text
				.replace('<html ', '<html data-release="next" ')
				.replace(digest(inline(before)), digest(inline(text)));
		if (text !== before) writeFileSync(file, text);
	}
}

interface Version {
	readonly version: string;
}
