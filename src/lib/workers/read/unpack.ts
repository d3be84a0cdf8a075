import { identify } from '../../engine/ingest';
import { AppError } from '../errors';
import { gunzip } from './gzip';
import { OutMeter, telling, type Tell } from './pieces';
import { entryBytes, zipEntries, type ZipEntry } from './zip';

const LOOK = 4_096;

/** Not what systems put beside a person's files. */
const isTheirs = ({ name }: ZipEntry): boolean =>
	!name.startsWith('__MACOSX/') && !/(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini)$/i.test(name);

/** The files of a zip. */
async function unzip(file: File, onProgress: Tell): Promise<readonly File[]> {
	const tell = telling(file, 'unpacking', onProgress);
	const entries = (await zipEntries(file, 'zip')).filter(isTheirs);
	if (entries.length === 0) throw new AppError('noTable', { file: file.name, kind: 'zip' });
	const meter = new OutMeter(file.name, file.size);
	const files: File[] = [];
	let done = 0;
	for (const entry of entries) {
		const parts: Blob[] = [];
		for await (const bytes of entryBytes(file, entry, meter, 'zip')) {
			parts.push(new Blob([bytes]));
			tell(done);
		}
		done += entry.packed;
		files.push(new File(parts, entry.name.slice(entry.name.lastIndexOf('/') + 1)));
	}
	return files;
}

/** The files of an archive. An archive inside it is refused, but for a gzip file in a zip: bombs lie in each other. */
export async function unpack(file: File, kind: 'gzip' | 'zip', onProgress: Tell): Promise<readonly File[]> {
	const files = kind === 'zip' ? await unzip(file, onProgress) : [await gunzip(file, onProgress)];
	for (const inner of files) {
		const bytes = new Uint8Array(await inner.slice(0, LOOK).arrayBuffer());
		const found = identify(bytes, inner.name, inner.size <= LOOK);
		if (found.kind === 'refused') continue;
		if (found.form.kind === 'zip' || (kind === 'gzip' && found.form.kind === 'gzip'))
			throw new AppError('unsupportedFile', { file: file.name, what: 'nested' });
	}
	return files;
}
