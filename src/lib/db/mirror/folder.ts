/**
 * Folders of the second copy, in the browser's private file system (OPFS). Only workers can write there in place;
 * a browser without it keeps one copy.
 */

export interface FileWriter {
	/** appends */
	write(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): void;
	/** keeps the first bytes, so many */
	cut(size: number): void;
	/** when it is done the bytes are on disk */
	close(): void;
	/** lets go of a file that is not to be kept */
	abandon(): void;
}

export interface Folder {
	list(): Promise<string[]>;
	/** null: no such file */
	read(name: string): Promise<Blob | null>;
	/** An empty file for this writer alone; rejects while another holds it. */
	create(name: string): Promise<FileWriter>;
	/** A file that is not there, or that another holds, is left alone. */
	remove(name: string): Promise<void>;
}

export interface Folders {
	list(): Promise<string[]>;
	open(name: string): Promise<Folder>;
	remove(name: string): Promise<void>;
}

/** What the library of DOM types leaves out, since only workers have it. */
interface AccessHandle {
	truncate(size: number): void;
	write(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>, options: { at: number }): number;
	flush(): void;
	close(): void;
}

declare global {
	interface FileSystemFileHandle {
		createSyncAccessHandle(): Promise<AccessHandle>;
	}
}

const HOME = 'drawdown';
/** Files that try for room (`room.ts`); one that a crash has left goes at the next start. */
export const TRIAL = 'drawdown-room-';

/** Handles that the browser was asked something of, and what it will answer. */
const asked = new Map<Promise<unknown>, FileSystemHandle>();

/** Chromium never answers for a handle that was collected as garbage meanwhile: each is held until it has answered. */
function answer<T>(handle: FileSystemHandle, coming: Promise<T>): Promise<T> {
	asked.set(coming, handle);
	return coming.finally(() => asked.delete(coming));
}

async function listed(folder: FileSystemDirectoryHandle): Promise<string[]> {
	const found: string[] = [];
	for await (const name of folder.keys()) found.push(name);
	return found;
}

const names = (folder: FileSystemDirectoryHandle) => answer(folder, listed(folder));

const fileIn = (folder: FileSystemDirectoryHandle, name: string, create = false) =>
	answer(folder, folder.getFileHandle(name, { create }));

const folderIn = (folder: FileSystemDirectoryHandle, name: string, create = false) =>
	answer(folder, folder.getDirectoryHandle(name, { create }));

const removeIn = (folder: FileSystemDirectoryHandle, name: string) =>
	answer(folder, folder.removeEntry(name, { recursive: true }));

async function writable(folder: FileSystemDirectoryHandle, name: string, create = false) {
	const file = await fileIn(folder, name, create);
	return answer(file, file.createSyncAccessHandle());
}

/** The folder that holds everything. */
export const privateRoot = async (): Promise<Folder> => folderOf(await navigator.storage.getDirectory());

function folderOf(handle: FileSystemDirectoryHandle): Folder {
	return {
		list: () => names(handle),
		async read(name) {
			try {
				const file = await fileIn(handle, name);
				return await answer(file, file.getFile());
			} catch {
				return null;
			}
		},
		async create(name) {
			const access = await writable(handle, name, true);
			access.truncate(0);
			let at = 0;
			return {
				write(bytes) {
					const written = access.write(bytes, { at });
					// A full disk may take a part and say nothing.
					if (written !== bytes.byteLength) throw new DOMException('short write', 'QuotaExceededError');
					at += written;
				},
				cut(size) {
					access.truncate(size);
					at = size;
				},
				close() {
					try {
						access.flush();
					} finally {
						access.close();
					}
				},
				abandon: () => empty(access)
			};
		},
		async remove(name) {
			try {
				empty(await writable(handle, name));
				await removeIn(handle, name);
			} catch {
				// It is not there, or another holds it.
			}
		}
	};
}

/**
 * Empties a file and lets go of it, before it is removed: Chromium takes a removed file's bytes off what a page uses,
 * but what was written in place is not counted after a restart. Less than nothing is then in use, which it takes for
 * 4 GB: on a small disk nothing can be stored any more.
 */
function empty(access: AccessHandle): void {
	try {
		access.truncate(0);
	} finally {
		access.close();
	}
}

export const canWriteInPlace = () =>
	'createSyncAccessHandle' in (globalThis.FileSystemFileHandle?.prototype ?? {});

/** The folders of all workspaces; null where the browser has no private file system, or refuses it. */
export async function privateFolders(): Promise<Folders | null> {
	if (!canWriteInPlace()) return null;
	try {
		const root = await navigator.storage.getDirectory();
		for (const name of await names(root))
			// One that is being tried holds its file, and keeps it.
			if (name.startsWith(TRIAL)) await removeIn(root, name).catch(() => undefined);
		const home = await folderIn(root, HOME, true);
		return {
			list: () => names(home),
			open: async (name) => folderOf(await folderIn(home, name, true)),
			async remove(name) {
				try {
					const folder = folderOf(await folderIn(home, name));
					for (const file of await folder.list()) await folder.remove(file);
					await removeIn(home, name);
				} catch {
					// It is not there.
				}
			}
		};
	} catch {
		return null;
	}
}
