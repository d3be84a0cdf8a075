// PapaParse and one Dexie record a row: how a browser app usually keeps a file.
import Dexie from 'dexie';
import Papa from 'papaparse';
import {
	answer,
	BEHIND_HOURS,
	creditsOf,
	firstOf,
	LATEST,
	listOf,
	MONTH,
	MOST,
	runOutsOf,
	TIERS
} from './question.js';

const drawn = (row) =>
	creditsOf({
		channel: row.channel,
		premium: row.class === 'premium',
		messages: row.messages,
		seconds: row.duration_seconds
	});

const db = new Dexie('peer');
db.version(1).stores({ rows: 'id, started_at, agent, entity' });

answer({
	open: () => db.open().then(() => true),
	/** Rows in the database when the last one is committed. */
	async import(file) {
		let pending = Promise.resolve();
		await new Promise((resolve, reject) => {
			Papa.parse(file, {
				header: true,
				skipEmptyLines: true,
				chunkSize: 4 * 1024 * 1024,
				chunk({ data }, parser) {
					parser.pause();
					const records = data.map((row) => ({
						...row,
						started_at: Date.parse(row.started_at),
						messages: Number(row.messages),
						duration_seconds: Number(row.duration_seconds)
					}));
					pending = pending.then(() => db.rows.bulkAdd(records)).then(() => parser.resume());
					pending.catch(reject);
				},
				complete: () => pending.then(resolve, reject),
				error: reject
			});
		});
		return db.rows.count();
	},
	/** Interactions and credits by day, channel and class: what a first page shows. */
	async first() {
		const groups = new Map();
		await db.rows.each((row) => {
			const day = new Date(row.started_at - BEHIND_HOURS * 3_600_000).toISOString().slice(0, 10);
			const key = `${day} ${row.channel} ${row.class}`;
			const sums = groups.get(key) ?? { day, interactions: 0, credits: 0 };
			sums.interactions++;
			sums.credits += drawn(row);
			groups.set(key, sums);
		});
		return firstOf([...groups.values()]);
	},
	async runOuts() {
		const rows = await db.rows
			.where('started_at')
			.between(LATEST.begins, LATEST.ends, true, false)
			.sortBy('started_at');
		const found = [];
		let before = 0;
		for (const row of rows) {
			const credits = drawn(row);
			for (const tier of TIERS)
				if (before < tier && before + credits >= tier)
					found.push({
						tier,
						at:
							row.started_at +
							(row.channel === 'voice'
								? Math.floor((row.duration_seconds * 1_000 * (tier - before)) / credits)
								: 0)
					});
			before += credits;
		}
		return runOutsOf(found);
	},
	async longest() {
		const rows = await db.rows.where('started_at').between(MONTH.from, MONTH.to, true, false).toArray();
		const calls = rows.filter((row) => row.channel === 'voice' && row.class === 'premium');
		calls.sort((a, b) => b.duration_seconds - a.duration_seconds || a.started_at - b.started_at);
		return listOf(
			{ interactions: calls.length, credits: calls.reduce((sum, row) => sum + drawn(row), 0) },
			calls.slice(0, MOST).map((row) => ({
				start: row.started_at,
				seconds: row.duration_seconds,
				credits: drawn(row),
				agent: row.agent,
				entity: row.entity
			}))
		);
	},
	close: () => db.close()
});
