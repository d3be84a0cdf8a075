import { join } from 'node:path';
import { serve } from '../../../scripts/lib/serve.mjs';

/** Serves the built app once for all stories, without any header of its own. */
export default async function start(): Promise<() => Promise<void>> {
	const { server, port } = await serve(join(import.meta.dirname, '..', '..', '..', 'build'), 0);
	process.env['DRAWDOWN_URL'] = `http://127.0.0.1:${port}`;
	return () => new Promise((resolve) => server.close(() => resolve()));
}
