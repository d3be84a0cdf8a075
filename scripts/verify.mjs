// npm run verify -- <address>: builds this source, and compares every file with what a host serves.
import { join } from 'node:path';
import { digests, sha256 } from './lib/release.mjs';
import { build, install, requireNode, root } from './lib/setup.mjs';

/** Read by the host, not served by it. */
const NOT_SERVED = ['_headers'];

/** Digest of what the host serves; a word where it serves nothing. */
async function served(address, path) {
	try {
		const response = await fetch(new URL(path.replace(/(^|\/)index\.html$/, '$1'), address));
		return response.ok ? sha256(new Uint8Array(await response.arrayBuffer())) : `status ${response.status}`;
	} catch (error) {
		return String(error.cause ?? error);
	}
}

const address = process.argv[2]?.replace(/\/*$/, '/');
if (!address || !URL.canParse(address)) {
	console.error('Use: npm run verify -- https://drawdown.example.com/');
	process.exit(2);
}
requireNode();
install();
build();
let differing = 0;
const files = [...digests(join(root, 'build'))].filter(([path]) => !NOT_SERVED.includes(path));
for (const [path, digest] of files) {
	const theirs = await served(address, path);
	if (theirs === digest) continue;
	differing++;
	console.error(`${path}: built ${digest}, served ${theirs}`);
}
console.log(`${files.length - differing} of ${files.length} files are served as this source builds them.`);
process.exit(differing === 0 ? 0 : 1);
