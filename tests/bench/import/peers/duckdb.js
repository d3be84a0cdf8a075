// DuckDB-WASM on the origin's private file system. Its own worker does the work; this one asks it.
import * as duckdb from '@duckdb/duckdb-wasm';
import { answer, linesOf, MONTH, MOST } from './question.js';

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
		(await rowsOf('SELECT count(*)::INT, sum(seconds)::INT FROM usage GROUP BY start::DATE, channel, class'))
			.length,
	longest: async () =>
		linesOf(
			(
				await rowsOf(
					`SELECT epoch_ms(start)::DOUBLE AS start, seconds FROM usage WHERE start >= make_timestamp(${MONTH.from * 1_000}) AND start < make_timestamp(${MONTH.to * 1_000}) AND channel = 'voice' AND class = 'premium' ORDER BY seconds DESC, start LIMIT ${MOST}`
				)
			).map(({ start, seconds }) => ({ start: Number(start), seconds: Number(seconds) }))
		),
	async close() {
		await connection.query('CHECKPOINT');
		await connection.close();
		await db.terminate();
	}
});
