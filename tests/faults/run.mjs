// npm run test:faults -- [--kills 500] [--damage 100] [--backend leveldb|sqlite] [--seed 1] …: kills the browser while it
// writes, damages what it has stored, and looks with an independent reader at what is there afterwards.
// docs/reliability.md has the method and the figures.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, root } from '../../scripts/lib/setup.mjs';
import { below } from './below.mjs';
import { control } from './control.mjs';
import { damage } from './damage.mjs';
import { kills } from './kills.mjs';
import { disk, inNamespace } from './disk.mjs';
import { BACKENDS } from './lib/browser.mjs';
import { fsync } from './fsync.mjs';
import { prepare } from './lib/golden.mjs';
import { host } from './lib/host.mjs';
import { quota } from './quota.mjs';

const { values } = parseArgs({
	options: {
		kills: { type: 'string', default: '40' },
		damage: { type: 'string', default: '20' },
		quota: { type: 'string', default: '2' },
		/** starts under a limit below what is stored */
		below: { type: 'string', default: '0' },
		/** real full disks: only where this user may mount in a namespace of its own (Linux) */
		disk: { type: 'string', default: '0' },
		/** kills of a plain Dexie store, for comparison */
		control: { type: 'string', default: '0' },
		/** imports under strace (Linux) */
		fsync: { type: 'string', default: '0' },
		backend: { type: 'string' },
		seed: { type: 'string', default: '1' },
		/** a build that is there already, to be served as it is */
		build: { type: 'string' },
		/** damage of one class of files alone, or of one kind of it: "current missing" */
		only: { type: 'string' },
		/** where profiles go in which something was found */
		keep: { type: 'string' },
		'no-build': { type: 'boolean', default: false },
		quiet: { type: 'boolean', default: false }
	}
});
if (Number(values.disk) > 0) {
	const code = inNamespace();
	if (code !== null) process.exit(code);
}
const backends = values.backend ? [values.backend] : Object.keys(BACKENDS);
const log = values.quiet ? () => undefined : (line) => console.log(line);
const share = (total) => Math.ceil(Number(total) / backends.length);
if (!values['no-build'] && !values.build) build();
const keep = values.keep && resolve(values.keep);
if (keep) mkdirSync(keep, { recursive: true });

/** What is tried, and what of its sums is a finding. */
const TRIALS = {
	kills: [kills, ({ lost, torn, leftOver, unequal, back }) => lost + torn + leftOver + unequal + back],
	damage: [damage, ({ cases, whole }) => cases - whole],
	// Without the browser's promise it may clear all of a page's data when the disk is full: counted, no finding.
	disk: [disk, ({ promised: { fills, whole, again, misnamed } }) => 2 * fills - whole - again + misnamed],
	below: [below, ({ starts, shown, whole, again }) => 3 * starts - shown - whole - again],
	quota: [quota, ({ limits, whole, again, misnamed }) => 2 * limits - whole - again + misnamed],
	// An account of what is seen.
	fsync: [fsync, () => 0],
	// A comparison: what it loses is no finding.
	control: [control, () => 0]
};

let bad = 0;
const app = await host(values.build ? resolve(values.build) : join(root, 'build'));
for (const backend of backends) {
	const wanted = Object.entries(TRIALS).filter(([name]) => Number(values[name]) > 0);
	const golden = wanted.some(([name]) => !['control', 'fsync'].includes(name))
		? await prepare(app, backend)
		: null;
	for (const [name, [trial, findings]] of wanted) {
		const from = Date.now();
		const sums = await trial({
			host: app,
			backend,
			golden,
			count: share(values[name]),
			seed: Number(values.seed),
			log,
			keep,
			only: values.only
		});
		console.log(`${backend} ${name} in ${Math.round((Date.now() - from) / 1000)} s: ${JSON.stringify(sums)}`);
		bad += findings(sums);
	}
	golden?.clear();
}
app.close();
console.log(bad === 0 ? 'Nothing acknowledged was lost, nothing is torn.' : `${bad} findings: see above.`);
process.exit(bad === 0 ? 0 : 1);
