import { vi } from 'vitest';

/** A private file system in memory, in the place of the browser's; `room`: bytes that still fit. */
export interface PrivateFiles {
	room: number;
	/** bytes that were written, and stayed or not */
	written: number;
	/** bytes that went with removed files: Chromium takes them off what is in use, counted before or not */
	takenOff: number;
	/** names of all files, with their folders */
	names(): string[];
}

type Disk = Pick<PrivateFiles, 'room' | 'written' | 'takenOff'>;

class FakeFile {
	bytes = new Uint8Array(0);
	held = false;

	constructor(readonly disk: Disk) {}

	async getFile(): Promise<Blob> {
		return new Blob([this.bytes]);
	}

	async createSyncAccessHandle() {
		if (this.held) throw new DOMException('held', 'NoModificationAllowedError');
		this.held = true;
		return {
			truncate: (size: number) => this.resize(size),
			write: (added: ArrayBuffer | Uint8Array, { at }: { at: number }) => {
				const bytes = added instanceof ArrayBuffer ? new Uint8Array(added) : added;
				if (at + bytes.length - this.bytes.length > this.disk.room)
					throw new DOMException('No space available for this operation', 'QuotaExceededError');
				this.resize(Math.max(this.bytes.length, at + bytes.length));
				this.bytes.set(bytes, at);
				this.disk.written += bytes.length;
				return bytes.length;
			},
			flush: () => undefined,
			close: () => void (this.held = false)
		};
	}

	resize(size: number): void {
		this.disk.room -= size - this.bytes.length;
		const bytes = new Uint8Array(size);
		bytes.set(this.bytes.subarray(0, size));
		this.bytes = bytes;
	}
}

class FakeFolder {
	readonly entries = new Map<string, FakeFolder | FakeFile>();

	constructor(readonly disk: Disk) {}

	async *keys() {
		yield* this.entries.keys();
	}

	async getDirectoryHandle(name: string, { create = false } = {}): Promise<FakeFolder> {
		return this.#get(name, create ? () => new FakeFolder(this.disk) : null) as FakeFolder;
	}

	async getFileHandle(name: string, { create = false } = {}): Promise<FakeFile> {
		return this.#get(name, create ? () => new FakeFile(this.disk) : null) as FakeFile;
	}

	async removeEntry(name: string): Promise<void> {
		const found = this.#get(name, null);
		if (found instanceof FakeFile && found.held) throw new DOMException('held', 'NoModificationAllowedError');
		if (found instanceof FakeFile) {
			this.disk.takenOff += found.bytes.length;
			found.resize(0);
		} else for (const inner of found.entries.keys()) await found.removeEntry(inner);
		this.entries.delete(name);
	}

	#get(name: string, make: (() => FakeFolder | FakeFile) | null): FakeFolder | FakeFile {
		const found = this.entries.get(name) ?? make?.();
		if (!found) throw new DOMException(name, 'NotFoundError');
		this.entries.set(name, found);
		return found;
	}
}

const namesIn = (folder: FakeFolder): string[] =>
	[...folder.entries].flatMap(([name, entry]) =>
		entry instanceof FakeFolder ? namesIn(entry).map((inner) => `${name}/${inner}`) : name
	);

/** Puts it in the place of this thread's, until the globals are unstubbed. */
export function privateFiles(room = Infinity): PrivateFiles {
	const disk = { room, written: 0, takenOff: 0, names: () => namesIn(root) };
	const root = new FakeFolder(disk);
	vi.stubGlobal('FileSystemFileHandle', FakeFile);
	vi.stubGlobal('navigator', { storage: { getDirectory: async () => root } });
	return disk;
}
