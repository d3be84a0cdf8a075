// Damaged files of every format, `npm run fuzz -- 100000 [first seed] [end of names, as .parquet]`: none may crash or hang the importer, be half
// imported, or lose a row between those kept and those left out. A file that fails is made again by its seed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './lib/setup.mjs';

const [count = '10000', seed = '1', ending = ''] = process.argv.slice(2);
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(
	process.execPath,
	[vitest, 'run', '--project', 'node', 'tests/workers/fuzz.test.ts'],
	{
		cwd: root,
		stdio: 'inherit',
		env: {
			...process.env,
			DRAWDOWN_FUZZ: count,
			DRAWDOWN_FUZZ_SEED: seed,
			DRAWDOWN_FUZZ_ENDING: ending
		}
	}
);
process.exit(status ?? 1);
