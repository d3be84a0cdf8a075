/**
 * Room is asked for before a database is given anything (decisions 0013 and 0034): one that meets the full disk itself
 * makes Chromium clear what sites keep, both copies of ours with it, unless it has promised not to; SQLite throws the
 * database away. A file of the private file system that meets it does neither.
 */
import { canWriteInPlace, privateRoot, TRIAL, type FileWriter } from './folder';

/** What a browser may need beside the bytes themselves: LevelDB's log grows by as much before it is packed. */
const BESIDE = 4 << 20;
const PIECE = new Uint8Array(1 << 20);

/** Room that is held for what is written piece by piece: a file that grows by each of them, and gives way to it. */
export class Room {
	readonly #name = `${TRIAL}${crypto.randomUUID()}`;
	#file: Promise<FileWriter> | null = null;
	#held = 0;
	#last: Promise<unknown> = Promise.resolve();

	/**
	 * Writes so many bytes where there is room for them and a few more; one after the other, so that none takes the room
	 * that another was told of. Throws QuotaExceededError where there is none. Where that cannot be known they are written.
	 */
	write<T>(bytes: number, writing: () => Promise<T>): Promise<T> {
		const written = this.#last.then(async () => {
			if (canWriteInPlace()) await this.#make(bytes).catch(onlyFull);
			return writing();
		});
		this.#last = written.catch(() => undefined);
		return written;
	}

	/** True if there is room for so many bytes and a few more; null: the page may not try it. */
	has(bytes: number): Promise<boolean | null> {
		return this.#make(bytes).then(
			() => true,
			({ name }: Error) => (name === 'SecurityError' ? null : false)
		);
	}

	/** Lets go of what is held, once the last piece is written. */
	async end(): Promise<void> {
		await this.#last;
		const opened = this.#file;
		this.#file = null;
		if (!opened) return;
		await opened.then((file) => file.abandon()).catch(() => undefined);
		await privateRoot()
			.then((root) => root.remove(this.#name))
			.catch(() => undefined);
	}

	async #make(bytes: number): Promise<void> {
		this.#file ??= privateRoot().then((root) => root.create(this.#name));
		const file = await this.#file;
		try {
			for (let left = bytes + BESIDE - this.#held; left > 0; left -= PIECE.length)
				file.write(PIECE.subarray(0, left));
			file.cut((this.#held = BESIDE));
		} catch (cause) {
			file.cut((this.#held = 0));
			throw cause;
		}
	}
}

/** What fails for another reason says nothing of the disk. */
function onlyFull(cause: unknown): void {
	if ((cause as Error).name === 'QuotaExceededError') throw cause;
}

/** Does something with room of its own, and lets go of it. */
export async function withRoom<T>(action: (room: Room) => Promise<T>): Promise<T> {
	const room = new Room();
	try {
		return await action(room);
	} finally {
		await room.end();
	}
}

/**
 * True if so many bytes, and a few more, can be written: only trying tells, since what a browser estimates is fiction.
 * Null: there is no private file system to try it in, or the page may not use it.
 */
export const hasRoom = async (bytes = 0): Promise<boolean | null> =>
	canWriteInPlace() ? withRoom((room) => room.has(bytes)) : null;

/** Throws QuotaExceededError where so many bytes cannot be written at once. */
export const askForRoom = (bytes = 0): Promise<void> =>
	withRoom((room) => room.write(bytes, async () => undefined));
