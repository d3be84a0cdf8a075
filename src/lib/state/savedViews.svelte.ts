/** Views of calls and chats that were saved under a name. */
interface SavedView {
	readonly name: string;
	/** the address's query */
	readonly query: string;
}

/** They stay on this device, beside the workspace and not in it: they are ways of looking, not data. */
const KEY = 'drawdown.callViews';

function read(): Record<string, SavedView[]> {
	try {
		return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, SavedView[]>;
	} catch {
		return {};
	}
}

/** The saved views of a workspace. */
export class SavedViews {
	list = $state.raw<readonly SavedView[]>([]);
	#workspace = '';

	open(workspace: string): void {
		this.#workspace = workspace;
		this.list = read()[workspace] ?? [];
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
		try {
			localStorage.setItem(KEY, JSON.stringify({ ...read(), [this.#workspace]: list }));
		} catch {
			// Storage refused: they hold until the page is closed.
		}
	}
}
