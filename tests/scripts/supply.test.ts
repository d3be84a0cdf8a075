import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hashList, sbom } from '../../scripts/lib/release.mjs';

interface Entry {
	readonly version: string;
	readonly integrity?: string;
	readonly hasInstallScript?: boolean;
	readonly optional?: boolean;
	readonly link?: boolean;
}

const root = join(import.meta.dirname, '..', '..');
const json = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));
const lock = json('package-lock.json') as { packages: Readonly<Record<string, Entry>> };
const own = json('package.json') as {
	dependencies: Readonly<Record<string, string>>;
	devDependencies: Readonly<Record<string, string>>;
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Frozen on the registry at a version with known holes, or a known trap by its name. */
const DENIED = ['xlsx', 'event-stream', 'node-ipc', 'colors', 'faker', 'request'];

describe('what npm installs', () => {
	test('is pinned by a sha512 digest, every package of it', () => {
		const loose = packages.filter(([, { integrity, link }]) => link || !/^sha512-/.test(integrity ?? ''));
		expect(loose.map(([path]) => path)).toEqual([]);
	});

	test('needs no script to run at installation, and npm is told to run none', () => {
		const scripted = packages.filter(([, { hasInstallScript, optional }]) => hasInstallScript && !optional);
		expect(scripted.map(([path]) => path)).toEqual([]);
		expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
		expect(readFileSync(join(root, 'scripts', 'lib', 'setup.mjs'), 'utf8')).toContain("'--ignore-scripts'");
	});

	test('is few packages at run time, each at one exact version', () => {
		expect(Object.keys(own.dependencies).length).toBeLessThanOrEqual(25);
		for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies })) {
			// DuckDB's releases for Node are published with the number of their packaging only.
			const exact = name === '@duckdb/node-api' ? /^\d+\.\d+\.\d+-r\.\d+$/ : /^\d+\.\d+\.\d+$/;
			expect(version, name).toMatch(exact);
		}
	});

	test('is none of the packages known to be unsafe', () => {
		expect(packages.map(([path]) => nameOf(path)).filter((name) => DENIED.includes(name))).toEqual([]);
	});
});

describe('what a release says of itself', () => {
	test('the list of its packages names all that are shipped, with licence and digest, and no tool', () => {
		const list = sbom(lock);
		const names = list.components.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining([...Object.keys(own.dependencies), 'svelte', 'd3-array']));
		expect(names).not.toContain('vite');
		expect(names).not.toContain('typescript');
		for (const { name, licenses, hashes, purl } of list.components) {
			expect(licenses[0]?.expression, name).toMatch(/\S/);
			expect(hashes[0]?.content, name).toMatch(/^[0-9a-f]{128}$/);
			expect(purl).toMatch(/^pkg:npm\/(%40[\w-]+\/)?[\w.-]+@\d/);
		}
		expect(sbom(lock)).toEqual(list);
	});

	test('the list of digests is one that sha256sum checks, and one changed byte changes it', () => {
		const folder = mkdtempSync(join(tmpdir(), 'drawdown-hashes-'));
		mkdirSync(join(folder, 'b'));
		writeFileSync(join(folder, 'b', 'index.html'), 'one');
		writeFileSync(join(folder, 'a.js'), '');
		const list = hashList(folder);
		expect(list).toBe(
			'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.js\n' +
				'7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  b/index.html\n'
		);
		if (process.platform === 'linux')
			expect(execFileSync('sha256sum', ['--check', '--quiet'], { cwd: folder, input: list }).toString()).toBe(
				''
			);
		writeFileSync(join(folder, 'b', 'index.html'), 'two');
		expect(hashList(folder)).not.toBe(list);
		rmSync(folder, { recursive: true });
	});
});
