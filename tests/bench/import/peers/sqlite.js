// sqlite-wasm on the origin's private file system, fed by uDSV, the fastest parser of text in JavaScript.
import { inferSchema, initParser } from 'udsv';
import {
	answer,
	BEHIND_HOURS,
	CREDITS,
	firstOf,
	LATEST,
	listOf,
	MONTH,
	MOST,
	ORDER,
	runOutsOf,
	TIERS
} from './question.js';

const WANTED = `start >= ${MONTH.from} AND start < ${MONTH.to} AND channel = 'voice' AND class = 'premium'`;

const DAY = `((start - ${BEHIND_HOURS * 3_600_000}) / 86400000)`;

let db;
const rowsOf = (sql) => db.exec({ sql, returnValue: 'resultRows', rowMode: 'object' });

answer({
	async open() {
		// As it is published: its own code finds its .wasm beside itself.
		const published = new URL('./sqlite/index.mjs', self.location.href).href;
		const { default: init } = await import(/* @vite-ignore */ published);
		const sqlite = await init({ print() {}, printErr() {} });
		const pool = await sqlite.installOpfsSAHPoolVfs({ name: 'peer', initialCapacity: 6 });
		db = new pool.OpfsSAHPoolDb('/usage.db');
		db.exec('PRAGMA cache_size=-65536');
		return sqlite.version.libVersion;
	},
	async import(file) {
		db.exec(
			'CREATE TABLE usage(id TEXT, start INTEGER, end TEXT, channel TEXT, class TEXT, agent TEXT, entity TEXT, messages INTEGER, seconds INTEGER, case_id TEXT, outcome TEXT); BEGIN'
		);
		const insert = db.prepare('INSERT INTO usage VALUES(?,?,?,?,?,?,?,?,?,?,?)');
		const add = (row) => {
			row[1] = Date.parse(row[1]);
			row[7] = Number(row[7]);
			row[8] = Number(row[8]);
			insert.bind(row).stepReset();
		};
		let parser = null;
		const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
		for (let read = await reader.read(); !read.done; read = await reader.read()) {
			parser ??= initParser(inferSchema(read.value));
			parser.chunk(read.value, parser.stringArrs, add);
		}
		parser.end();
		insert.finalize();
		db.exec('COMMIT; CREATE INDEX usage_start ON usage(start)');
		return rowsOf('SELECT count(*) AS n FROM usage')[0].n;
	},
	first: () =>
		firstOf(
			rowsOf(
				`SELECT date(${DAY} * 86400, 'unixepoch') AS day, count(*) AS interactions, sum(${CREDITS}) AS credits FROM usage GROUP BY ${DAY}, channel, class`
			)
		),
	runOuts: () =>
		runOutsOf(
			rowsOf(
				`WITH drawn AS (SELECT *, ${CREDITS} AS credits FROM usage WHERE start >= ${LATEST.begins} AND start < ${LATEST.ends}), running AS (SELECT start, channel, seconds, credits, sum(credits) OVER (ORDER BY ${ORDER} ROWS UNBOUNDED PRECEDING) AS after FROM drawn), tiers(tier) AS (VALUES ${TIERS.map((tier) => `(${tier})`).join(', ')}) SELECT tier, start + CASE WHEN channel = 'voice' THEN seconds * 1000 * (tier - after + credits) / credits ELSE 0 END AS at FROM running, tiers WHERE after >= tier AND after - credits < tier`
			)
		),
	longest() {
		const [all] = rowsOf(
			`SELECT count(*) AS interactions, sum(${CREDITS}) AS credits FROM usage WHERE ${WANTED}`
		);
		const rows = rowsOf(
			`SELECT start, seconds, ${CREDITS} AS credits, agent, entity FROM usage WHERE ${WANTED} ORDER BY seconds DESC, start LIMIT ${MOST}`
		);
		return listOf(all, rows);
	},
	close: () => db.close()
});
