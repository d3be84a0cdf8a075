/** Files of a folder that are taken; more were dropped by mistake. */
const FILE_LIMIT = 1_000;

const isHidden = (name: string): boolean => /^(\.|Thumbs\.db$|desktop\.ini$)/i.test(name);

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
	new Promise((resolve, reject) => entry.file(resolve, reject));

/** A folder is read in parts, until one comes empty. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
	const reader = folder.createReader();
	const all: FileSystemEntry[] = [];
	for (;;) {
		const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
			reader.readEntries(resolve, reject)
		);
		if (part.length === 0) return all.sort((a, b) => (a.name < b.name ? -1 : 1));
		all.push(...part);
	}
}

/** Puts a file, or the files of a folder and those in it by name, behind others. */
export async function gather(entry: FileSystemEntry, files: File[]): Promise<void> {
	if (files.length >= FILE_LIMIT) return;
	if (entry.isFile) files.push(await fileOf(entry as FileSystemFileEntry));
	else
		for (const inner of await entriesOf(entry as FileSystemDirectoryEntry))
			if (!isHidden(inner.name)) await gather(inner, files);
}
