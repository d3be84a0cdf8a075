import type { Folder } from '$lib/db/mirror/folder';

/** A folder of the second copy in memory. `room`: bytes that fit; a write beyond it takes a part and fails. */
export function memoryFolder(
	room = Infinity
): Folder & { readonly files: Map<string, Uint8Array<ArrayBuffer>>; room: number } {
	const files = new Map<string, Uint8Array<ArrayBuffer>>();
	const held = new Set<string>();
	const folder = {
		files,
		room,
		list: async () => [...files.keys()],
		async read(name: string) {
			const bytes = files.get(name);
			return bytes ? new Blob([bytes]) : null;
		},
		async create(name: string) {
			if (held.has(name)) throw new DOMException('held', 'NoModificationAllowedError');
			held.add(name);
			files.set(name, new Uint8Array(0));
			return {
				write(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>) {
					const added = bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes;
					const before = files.get(name) ?? new Uint8Array(0);
					const used = [...files.values()].reduce((sum, { length }) => sum + length, 0);
					const fits = added.subarray(0, Math.max(0, folder.room - used));
					const after = new Uint8Array(before.length + fits.length);
					after.set(before);
					after.set(fits, before.length);
					files.set(name, after);
					if (fits.length < added.length) throw new DOMException('short write', 'QuotaExceededError');
				},
				cut: (size: number) => void files.set(name, (files.get(name) ?? new Uint8Array(0)).slice(0, size)),
				close: () => void held.delete(name),
				abandon: () => void held.delete(name)
			};
		},
		async remove(name: string) {
			files.delete(name);
		}
	};
	return folder;
}
