// Serves the built app as scripts/lib/serve.mjs does, with the fail points of the data and archive workers wired to
// this process: a worker that comes to one asks here, and waits for the answer.
import { createServer } from 'node:http';
import { serve } from '../../../scripts/lib/serve.mjs';

const WIRE = `self.drawdownFailPoint=async(p)=>{await fetch(location.origin+'/fail-point/'+encodeURIComponent(p),{method:'POST'})};\n`;

/** `reached(place)` decides: what it returns, or how long its promise takes, is how long the worker waits. */
export async function host(build) {
	const inner = await serve(build, 0);
	const state = { reached: () => undefined };
	const server = createServer(async (request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		if (pathname.startsWith('/fail-point/')) {
			await state.reached(decodeURIComponent(pathname.slice('/fail-point/'.length)));
			response.writeHead(204).end();
			return;
		}
		const from = await fetch(`http://127.0.0.1:${inner.port}${request.url}`);
		const wired = /\/workers\/(data|archive)\.worker-[^/]+\.js$/.test(pathname);
		const body = Buffer.from(await from.arrayBuffer());
		response.writeHead(from.status, { 'content-type': from.headers.get('content-type') ?? 'text/plain' });
		response.end(wired && from.ok ? Buffer.concat([Buffer.from(WIRE), body]) : body);
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		address: `http://127.0.0.1:${server.address().port}`,
		/** sets what happens at fail points from now on */
		at(reached) {
			state.reached = reached ?? (() => undefined);
		},
		close() {
			server.closeAllConnections();
			server.close();
			inner.server.closeAllConnections();
			inner.server.close();
		}
	};
}
