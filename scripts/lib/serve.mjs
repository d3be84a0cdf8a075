// A small static server for build/, as a worst host would be: no headers but the content type.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.wasm': 'application/wasm',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.webmanifest': 'application/manifest+json',
	'.txt': 'text/plain; charset=utf-8'
};

function fileOf(folder, url) {
	let path;
	try {
		path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
	} catch {
		return null;
	}
	const file = normalize(join(folder, path));
	if (file !== folder && !file.startsWith(folder + sep)) return null;
	for (const candidate of [file, join(file, 'index.html')])
		try {
			if (statSync(candidate).isFile()) return candidate;
		} catch {
			// try the next
		}
	return null;
}

/** Serves a folder on 127.0.0.1; `port` 0 takes any. Resolves when it listens, rejects when the port is taken. */
export function serve(folder, port) {
	const server = createServer((request, response) => {
		const file = fileOf(folder, request.url ?? '/');
		if (!file) {
			response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found');
			return;
		}
		response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
		if (request.method === 'HEAD') response.end();
		else createReadStream(file).pipe(response);
	});
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			server.removeListener('error', reject);
			resolve({ server, port: server.address().port });
		});
	});
}
