// An ordinary app with Dexie: a row is a record, rows are put in chunks, and the screen says "Saved" when the last
// promise is fulfilled.
import Dexie from './dexie.js';

const CHUNK = 1_000;
const db = new Dexie('usage');
db.version(1).stores({ files: 'name', rows: '++key, file, started_at' });

async function save(file) {
	const [header, ...lines] = (await file.text()).trimEnd().split('\n');
	const names = header.split(',');
	const rows = lines.map((line) => {
		const values = line.split(',');
		return { file: file.name, ...Object.fromEntries(names.map((name, k) => [name, values[k]])) };
	});
	for (let k = 0; k < rows.length; k += CHUNK) await db.rows.bulkPut(rows.slice(k, k + CHUNK));
	await db.files.put({ name: file.name, rows: rows.length });
}

document.querySelector('button').addEventListener('click', async () => {
	const status = document.querySelector('[role=status]');
	const [file] = document.querySelector('input').files;
	await save(file);
	status.textContent = 'Saved';
});
