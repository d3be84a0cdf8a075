import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Processes of the browser that runs on a profile, with the field of each one's status, in MB. */
function processesOf(profile) {
	const all = readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((pid) => {
			try {
				const status = readFileSync(`/proc/${pid}/status`, 'utf8');
				const number = (field) => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
				return [
					{
						pid: Number(pid),
						parent: number('PPid'),
						peak: number('VmHWM') / 1024,
						now: number('VmRSS') / 1024,
						command: readFileSync(`/proc/${pid}/cmdline`, 'utf8')
					}
				];
			} catch {
				return []; // it has ended
			}
		});
	const ours = new Set(all.filter(({ command }) => command.includes(profile)).map(({ pid }) => pid));
	for (let before = -1; before !== ours.size;) {
		before = ours.size;
		for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid);
	}
	return all.filter(({ pid }) => ours.has(pid));
}

const isRenderer = ({ command }) => command.includes('--type=renderer');
const isBrowser = ({ command }) => !command.includes('--type=');
const available = () => existsSync('/proc/self/status');
const most = (list) => Math.max(0, ...list);

/** Peak resident memory among the renderers of the browser on a profile, MB; null where /proc is not there. */
export function rendererPeak(profile) {
	return available()
		? most(
				processesOf(profile)
					.filter(isRenderer)
					.map(({ peak }) => peak)
			)
		: null;
}

/** Peak resident memory of the browser's own process, which holds what pages offer to be saved, MB. */
export function browserPeak(profile) {
	return available()
		? most(
				processesOf(profile)
					.filter(isBrowser)
					.map(({ peak }) => peak)
			)
		: null;
}

/** What renderers and the browser's own process hold now, MB each; their peaks begin anew from here. */
export function forgetPeaks(profile) {
	if (!available()) return null;
	const processes = processesOf(profile);
	for (const { pid } of processes)
		try {
			writeFileSync(`/proc/${pid}/clear_refs`, '5');
		} catch {
			// it has ended
		}
	return {
		renderer: most(processes.filter(isRenderer).map(({ now }) => now)),
		browser: most(processes.filter(isBrowser).map(({ now }) => now))
	};
}
