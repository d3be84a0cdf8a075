/**
 * npm run bench:anomalies -- [--injected 200] [--quiet 100] [--seed 7] [--noise days]: what the search for days out of pattern finds of
 * what was put into made-up workspaces (tests/support/anomalies), beside the best tests there can be. The tables of
 * docs/anomalies.md; `--noise lengths`: days differ by chance alone, and single lengths by the CV.
 */
import { parseArgs } from 'node:util';
import { loadEngine } from './forecast/engine.mjs';

const { values: options } = parseArgs({
	options: {
		injected: { type: 'string', default: '200' },
		quiet: { type: 'string', default: '100' },
		seed: { type: 'string', default: '7' },
		noise: { type: 'string', default: 'days' }
	}
});
const { score, sumKinds } = await loadEngine('../../../../tests/support/anomalies/score');
const { kinds, quiet } = score(
	Number(options.injected),
	Number(options.quiet),
	Number(options.seed),
	options.noise
);

const row = (name, one) =>
	`| ${name} | ${one.cases} | ${one.found} | ${one.named} | ${one.cause} | ${one.wrong} | ${one.placeKnown.toFixed(1)} | ${one.placeUnknown.toFixed(1)} |`;
console.log(
	'| what × times, noise | cases | found | agent named | cause right | wrong | place known | place unknown |'
);
console.log('| --- | --: | --: | --: | --: | --: | --: | --: |');
for (const kind of kinds) console.log(row(`${kind.what} × ${kind.times}, CV ${kind.cv}`, kind));
const all = sumKinds(kinds);
console.log(row('all', all));
const alarms = quiet.reduce((sum, count) => sum + count, 0);
console.log(`\nprecision ${all.precision.toFixed(3)}, recall ${(all.found / all.cases).toFixed(3)}`);
console.log(
	`quiet: ${alarms} false findings in ${quiet.length} × 60 days, at most ${Math.max(0, ...quiet)} in one`
);
