// What is on disk when the screen says "Saved": strace shows every write and every fsync of the browser's processes
// between the press on Import and the word. A file that was written after its last fsync would be lost with the power.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { importFile, readyToImport, saved } from './lib/app.mjs';
import { launch } from './lib/browser.mjs';
import { files } from './lib/golden.mjs';
import { newFolder } from './lib/profile.mjs';

const CALLS = 'fsync,fdatasync,write,pwrite64,writev,ftruncate';

/** Processes of the browser's group. */
function groupOf(leader) {
	return readdirSync('/proc').filter((pid) => {
		if (!/^\d+$/.test(pid)) return false;
		try {
			const [, , group] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
			return Number(group) === leader;
		} catch {
			return false;
		}
	});
}

/** By file of the profile's storage: writes, fsyncs, and whether the last write was followed by one. */
function summary(log, profile, from, to) {
	const found = new Map();
	for (const line of readFileSync(log, 'utf8').split('\n')) {
		const match = /^(?:\d+ +)?(\d+\.\d+) (\w+)\(\d+<([^>]*)>/.exec(line);
		if (!match) continue;
		const at = Number(match[1]) * 1000;
		if (at < from || at > to || !match[3].startsWith(profile)) continue;
		const file = match[3].slice(profile.length + 1).replace(/^Default\//, '');
		if (!/^(IndexedDB|File System|WebStorage)/.test(file)) continue;
		const entry = found.get(file) ?? { writes: 0, fsyncs: 0, open: false };
		if (/sync$/.test(match[2])) {
			entry.fsyncs++;
			entry.open = false;
		} else {
			entry.writes++;
			entry.open = true;
		}
		found.set(file, entry);
	}
	return found;
}

export async function fsync({ host, backend, count, log }) {
	const sums = { imports: 0, fsyncsOfDatabase: 0, fsyncsOfMirror: 0, notSynced: [] };
	for (; sums.imports < count; sums.imports++) {
		const profile = newFolder();
		const trace = join(profile, 'strace.txt');
		const browser = await launch(profile, backend);
		await importFile(browser.page, host.address, files[0]);
		const press = await readyToImport(browser.page, host.address, files[1]);
		const pids = groupOf(browser.pid).flatMap((pid) => ['-p', pid]);
		const strace = spawn(
			'/usr/bin/strace',
			['-f', '-y', '-ttt', '-s', '0', '-e', `trace=${CALLS}`, '-o', trace, ...pids],
			{
				stdio: 'ignore'
			}
		);
		await sleep(2_000);
		const from = Date.now();
		await press();
		await saved(browser.page);
		const to = Date.now();
		await sleep(500);
		strace.kill('SIGINT');
		await new Promise((resolve) => strace.once('exit', resolve));
		await browser.close();
		for (const [file, { writes, fsyncs, open }] of summary(trace, profile, from, to)) {
			if (file.startsWith('IndexedDB')) sums.fsyncsOfDatabase += fsyncs;
			if (file.startsWith('File System')) sums.fsyncsOfMirror += fsyncs;
			if (open) sums.notSynced.push(file);
			log(
				`${backend} ${file}: ${writes} writes, ${fsyncs} fsyncs${open ? ', written after the last one' : ''}`
			);
		}
		rmSync(profile, { recursive: true });
	}
	return sums;
}
