import { notesOf, setNotes } from './deviceNotes';

/** Views of calls and chats that were saved under a name. */
export interface SavedView {
	readonly name: string;
	/** the address's query */
	readonly query: string;
}

const isView = (note: unknown): note is SavedView =>
	typeof note === 'object' &&
	note !== null &&
	typeof (note as SavedView).name === 'string' &&
	typeof (note as SavedView).query === 'string';

/** The saved views of a workspace. */
export class SavedViews {
	list = $state.raw<readonly SavedView[]>([]);
	#workspace = '';

	open(workspace: string): void {
		this.#workspace = workspace;
		this.list = notesOf('views', workspace).filter(isView);
	}

	/** A view of the same name is replaced. */
	save(name: string, query: string): void {
		this.#write([...this.list.filter((one) => one.name !== name), { name, query }]);
	}

	/** What `restore` puts back. */
	remove(name: string): () => void {
		const before = this.list;
		this.#write(before.filter((one) => one.name !== name));
		return () => this.#write(before);
	}

	#write(list: readonly SavedView[]): void {
		this.list = list;
		setNotes('views', this.#workspace, list);
	}
}
