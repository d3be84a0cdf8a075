// npm run test:explore: property tests on cases that no run has drawn before. A failure names its seed.
import { bin, requireNode, root, run } from './lib/setup.mjs';

requireNode();
run(process.execPath, [bin('vitest'), 'run', '--project', 'engine', '--project', 'node'], {
	title: 'vitest',
	cwd: root,
	env: { ...process.env, DRAWDOWN_SEED: 'new' }
});
