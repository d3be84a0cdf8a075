// What a release says of itself: the digest of every built file, and the packages whose code is in it.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Paths and digests of all files of a folder, by path. */
export function digests(folder) {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
		entry.isFile()
	);
	const pairs = files.map((entry) => {
		const file = join(entry.parentPath, entry.name);
		return [relative(folder, file).split(sep).join('/'), sha256(readFileSync(file))];
	});
	return new Map(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** As `sha256sum --check` reads it. */
export const hashList = (folder) =>
	[...digests(folder)].map(([path, digest]) => `${digest}  ${path}\n`).join('');

/** Tools by their place in package.json, but with code of theirs in the built files. */
const BUNDLED = ['svelte', '@sveltejs/kit', 'clsx'];

/** CycloneDX list of the packages in the built files, made of the lock file alone: the same lock, the same bytes. */
export function sbom(lock) {
	const all = Object.entries(lock.packages).map(([path, entry]) => ({
		name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
		path,
		...entry
	}));
	const shipped = all.filter(
		({ name, path, dev, devOptional, optional, peer }) =>
			path !== '' && (BUNDLED.includes(name) || !(dev || devOptional || optional || peer))
	);
	const { name, version } = lock;
	return {
		bomFormat: 'CycloneDX',
		specVersion: '1.6',
		version: 1,
		metadata: { component: { type: 'application', 'bom-ref': `${name}@${version}`, name, version } },
		components: shipped.map(({ name, version, license, integrity }) => ({
			type: 'library',
			'bom-ref': `${name}@${version}`,
			name,
			version,
			scope: 'required',
			purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
			licenses: [{ expression: license }],
			hashes: [
				{ alg: 'SHA-512', content: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex') }
			]
		}))
	};
}
