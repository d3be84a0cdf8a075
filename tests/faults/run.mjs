// npm run test:faults -- [--kills 500] [--backend leveldb|sqlite] [--damage 100] [--short]: kills the browser while it
// writes, damages what it has stored, and looks with an independent reader at what is there afterwards.
// docs/reliability.md has the method and the figures.
import { parseArgs } from 'node:util';
import { build } from '../../scripts/lib/setup.mjs';
import { damage } from './damage.mjs';
import { kills } from './kills.mjs';
import { BACKENDS } from './lib/browser.mjs';
import { host } from './lib/host.mjs';

const { values } = parseArgs({
	options: {
		kills: { type: 'string', default: '40' },
		damage: { type: 'string', default: '20' },
		backend: { type: 'string' },
		seed: { type: 'string', default: '1' },
		'no-build': { type: 'boolean', default: false },
		quiet: { type: 'boolean', default: false }
	}
});
const backends = values.backend ? [values.backend] : Object.keys(BACKENDS);
const log = values.quiet ? () => undefined : (line) => console.log(line);
const share = (total) => Math.ceil(Number(total) / backends.length);
if (!values['no-build']) build();

let bad = 0;
const app = await host();
for (const backend of backends) {
	if (Number(values.kills) > 0) {
		const sums = await kills({
			host: app,
			backend,
			count: share(values.kills),
			seed: Number(values.seed),
			log
		});
		console.log(`${backend} kills: ${JSON.stringify(sums)}`);
		bad += sums.lost + sums.torn + sums.orphans + sums.unmirrored + sums.wiped;
	}
	if (Number(values.damage) > 0) {
		const sums = await damage({
			host: app,
			backend,
			count: share(values.damage),
			seed: Number(values.seed),
			log
		});
		console.log(`${backend} damage: ${JSON.stringify(sums)}`);
		bad += sums.cases - sums.whole;
	}
}
app.close();
console.log(bad === 0 ? 'Nothing acknowledged was lost, nothing is torn.' : `${bad} findings: see above.`);
process.exit(bad === 0 ? 0 : 1);
