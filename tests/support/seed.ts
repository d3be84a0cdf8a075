/**
 * Property tests draw the same cases in every run, so that what passed once passes again on the same commit.
 * `npm run test:explore` draws new ones; a failure names its seed.
 */
import fc from 'fast-check';
import { runs } from './runs';

const seed = process.env['DRAWDOWN_SEED'] ?? '1';
fc.configureGlobal({ numRuns: runs(100), ...(seed === 'new' ? {} : { seed: Number(seed) }) });
