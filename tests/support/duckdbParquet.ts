import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** What another writer does with the same rows: its own pages, codecs, dictionaries, lists and groups. */
const FORMS = {
	'zstd.parquet': "compression 'zstd'",
	'gzip-v2.parquet': "compression 'gzip', parquet_version 'v2'",
	'plain.parquet': "compression 'uncompressed'"
};

/** `select`: the rows, in DuckDB's SQL. */
export async function writtenByDuckDb(
	select: string
): Promise<{ readonly name: string; readonly bytes: Uint8Array }[]> {
	const folder = mkdtempSync(join(tmpdir(), 'drawdown-'));
	const instance = await DuckDBInstance.create();
	const db = await instance.connect();
	try {
		const files = [];
		for (const [name, form] of Object.entries(FORMS)) {
			const path = join(folder, name);
			await db.run(`copy (${select}) to '${path}' (format parquet, ${form})`);
			files.push({ name, bytes: new Uint8Array(readFileSync(path)) });
		}
		return files;
	} finally {
		db.closeSync();
		instance.closeSync();
		rmSync(folder, { recursive: true });
	}
}
