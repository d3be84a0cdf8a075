// DuckDB-WASM on the origin's private file system. Its own worker does the work; this one asks it.
import * as duckdb from '@duckdb/duckdb-wasm';
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

const WANTED = `start >= make_timestamp(${MONTH.from * 1_000}) AND start < make_timestamp(${MONTH.to * 1_000}) AND channel = 'voice' AND class = 'premium'`;
const DAY = `(start - INTERVAL ${BEHIND_HOURS} HOUR)::DATE`;
/** DuckDB's / is no whole division. */
const DRAWN = CREDITS.replaceAll('/', '//');

let db;
let connection;
const rowsOf = async (sql) => (await connection.query(sql)).toArray().map((row) => row.toJSON());
const beside = (name) => new URL(`./duckdb/${name}`, self.location.href).href;

answer({
	async open() {
		db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(beside('duckdb-browser-eh.worker.js')));
		await db.instantiate(beside('duckdb-eh.wasm'));
		await db.open({ path: 'opfs://usage.db', accessMode: duckdb.DuckDBAccessMode.READ_WRITE });
		connection = await db.connect();
		return db.getVersion();
	},
	async import(file) {
		await db.registerFileHandle('usage.csv', file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
		await connection.query(
			`CREATE TABLE usage AS SELECT * FROM read_csv('usage.csv', auto_detect=false, header=true, delim=',', quote='"', columns={'id':'VARCHAR','start':'TIMESTAMP','ended':'VARCHAR','channel':'VARCHAR','class':'VARCHAR','agent':'VARCHAR','entity':'VARCHAR','messages':'INTEGER','seconds':'INTEGER','case_id':'VARCHAR','outcome':'VARCHAR'})`
		);
		await connection.query('CHECKPOINT');
		return Number((await rowsOf('SELECT count(*)::INT AS n FROM usage'))[0].n);
	},
	first: async () =>
		firstOf(
			await rowsOf(
				`SELECT strftime(${DAY}, '%Y-%m-%d') AS day, count(*)::INT AS interactions, sum(${DRAWN})::DOUBLE AS credits FROM usage GROUP BY ${DAY}, channel, class`
			)
		),
	runOuts: async () =>
		runOutsOf(
			await rowsOf(
				`WITH drawn AS (SELECT *, (${DRAWN})::BIGINT AS credits FROM usage WHERE start >= make_timestamp(${LATEST.begins * 1_000}) AND start < make_timestamp(${LATEST.ends * 1_000})), running AS (SELECT start, channel, seconds, credits, sum(credits) OVER (ORDER BY ${ORDER} ROWS UNBOUNDED PRECEDING)::BIGINT AS after FROM drawn) SELECT tier, (epoch_ms(start) + CASE WHEN channel = 'voice' THEN (seconds::BIGINT * 1000 * (tier - after + credits)) // credits ELSE 0 END)::DOUBLE AS at FROM running, (VALUES ${TIERS.map((tier) => `(${tier})`).join(', ')}) AS tiers(tier) WHERE after >= tier AND after - credits < tier`
			)
		),
	async longest() {
		const [all] = await rowsOf(
			`SELECT count(*)::INT AS interactions, sum(${DRAWN})::DOUBLE AS credits FROM usage WHERE ${WANTED}`
		);
		const rows = await rowsOf(
			`SELECT epoch_ms(start)::DOUBLE AS start, seconds, (${DRAWN})::INT AS credits, agent, entity FROM usage WHERE ${WANTED} ORDER BY seconds DESC, start LIMIT ${MOST}`
		);
		return listOf(all, rows);
	},
	async close() {
		await connection.query('CHECKPOINT');
		await connection.close();
		await db.terminate();
	}
});
