// PapaParse and one Dexie record per row: how a browser app usually keeps a file.
import Dexie from 'dexie';
import Papa from 'papaparse';

self.onmessage = async ({ data: file }) => {
	const db = new Dexie('peer');
	db.version(1).stores({ rows: '++key, started_at, agent' });
	await db.open();
	const started = performance.now();
	let pending = Promise.resolve();
	let rows = 0;
	await new Promise((resolve, reject) => {
		Papa.parse(file, {
			header: true,
			skipEmptyLines: true,
			chunkSize: 4 * 1024 * 1024,
			chunk(results, parser) {
				parser.pause();
				rows += results.data.length;
				const records = results.data.map((row) => ({
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
	self.postMessage({ rows, ms: performance.now() - started });
};
