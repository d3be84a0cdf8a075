// What benchmarks of the built app share: usage of a size, imported in a fresh Chromium, and times as a person has them.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../../scripts/lib/browser.mjs';
import { serve } from '../../../scripts/lib/serve.mjs';
import { root } from '../../../scripts/lib/setup.mjs';
import { writeRows } from '../rows.mjs';

/** A file of usage with so many rows; written once. */
export function usageFile(rows) {
	const folder = join(root, '.bench');
	mkdirSync(folder, { recursive: true });
	const file = join(folder, `usage-${rows}.csv`);
	if (!existsSync(file)) writeRows(file, rows);
	return file;
}

/**
 * The built app with so many rows imported, on a profile of its own. `init`: scripts that run before each page's own.
 * `close` ends the browser and throws the profile away.
 */
export async function appWith(rows, init = []) {
	const file = usageFile(rows);
	const { server, port } = await serve(join(root, 'build'), 0);
	const profile = mkdtempSync(join(tmpdir(), 'drawdown-bench-'));
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: await findChromium(),
		args: chromiumFlags,
		locale: 'en-CA',
		viewport: { width: 1_280, height: 900 }
	});
	const page = context.pages()[0] ?? (await context.newPage());
	for (const script of init) await page.addInitScript(...script);
	const go = (path) => page.goto(`http://127.0.0.1:${port}${path}`);
	await go('/import/');
	await page.getByLabel('Choose usage files').setInputFiles(file);
	await page.getByRole('button', { name: 'Import', exact: true }).click({ timeout: 120_000 });
	await page
		.getByRole('status')
		.getByText(/^Imported/)
		.waitFor({ timeout: 600_000 });
	return {
		page,
		profile,
		go,
		async close() {
			await context.close();
			server.close();
			rmSync(profile, { recursive: true, force: true });
		}
	};
}

/** Init script: notes how long each of some methods of the workers takes to answer, from message to message. */
export const timing = (names) => [
	(wanted) => {
		// Every message that leaves for a worker, and the answer with its number, as Comlink sends them.
		const asked = new Map();
		window.answers = [];
		const post = Worker.prototype.postMessage;
		Worker.prototype.postMessage = function (message, ...rest) {
			const name = message?.path?.[0];
			if (wanted.includes(name)) {
				asked.set(message.id, { name, at: performance.now() });
				this.addEventListener('message', ({ data }) => {
					const start = asked.get(data?.id);
					if (start === undefined) return;
					asked.delete(data.id);
					window.answers.push({ name: start.name, ms: performance.now() - start.at });
				});
			}
			return post.call(this, message, ...rest);
		};
	},
	names
];

/** How long the k-th answer of a method took, in ms; it is waited for. k from 1. */
export async function answered(page, name, k) {
	const times = () => page.evaluate((n) => window.answers.filter((one) => one.name === n), name);
	await page.waitForFunction(
		([wanted, many]) => window.answers.filter((one) => one.name === wanted).length >= many,
		[name, k],
		{ timeout: 300_000 }
	);
	return (await times())[k - 1].ms;
}

/** Init script: `window.record()` notes the page's frames and its long tasks, and answers with what ends it. */
export const recording = [
	() => {
		window.tasks = [];
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) window.tasks.push(duration);
		}).observe({ type: 'longtask' });
		window.record = () => {
			const times = [];
			let on = true;
			window.tasks = [];
			const next = (time) => {
				times.push(time);
				if (on) requestAnimationFrame(next);
			};
			requestAnimationFrame(next);
			return () => {
				on = false;
				return { times, tasks: window.tasks };
			};
		};
	}
];

/** Does something, and prints the frames there were, the share over 20 ms, the longest, and the longest task. */
export async function measured(page, name, act) {
	await page.evaluate(() => {
		window.stopRecording = window.record();
	});
	await act();
	const { times, tasks } = await page.evaluate(() => window.stopRecording());
	const frames = times.slice(1).map((time, k) => time - times[k]);
	const slow = frames.filter((ms) => ms > 20).length;
	const longest = Math.max(0, ...frames);
	const task = Math.max(0, ...tasks);
	console.log(
		`${name.padEnd(34)} ${String(frames.length).padStart(4)} frames ${((100 * slow) / Math.max(1, frames.length)).toFixed(1).padStart(5)} % over 20 ms, longest ${longest.toFixed(0).padStart(4)} ms, longest task ${task ? `${task.toFixed(0)} ms` : 'under 50 ms'}`
	);
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Does something every few milliseconds by the clock, for two seconds: what is late is left out, as a hand would. */
export async function every(ms, step, lasts = 2_000) {
	const start = performance.now();
	for (let k = 0; performance.now() - start < lasts; k++) {
		const due = start + k * ms - performance.now();
		if (due > 0) await pause(due);
		else if (due < -ms) continue;
		step((performance.now() - start) / lasts);
	}
}

/** Waits until the page is no longer busy: two looks a second apart without a long task. */
export async function calm(page) {
	for (let quiet = 0; quiet < 2;) {
		await page.evaluate(() => {
			window.tasks = [];
		});
		await pause(1_000);
		quiet = (await page.evaluate(() => window.tasks.length)) === 0 ? quiet + 1 : 0;
	}
}
