// Browser profiles on disk, outside of any browser.
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const newFolder = () => mkdtempSync(join(tmpdir(), 'drawdown-faults-'));

/** A copy of a profile that nobody has open. */
export function copyProfile(profile, copy = newFolder()) {
	cpSync(profile, copy, { recursive: true, filter: (name) => !/Singleton|DevToolsActivePort/.test(name) });
	return copy;
}
