import { plain } from './columns';

/** What the palette offers under a heading. */
export type CommandGroup = 'screens' | 'agents' | 'views' | 'scenarios' | 'actions';

export interface Command {
	readonly id: string;
	readonly group: CommandGroup;
	readonly label: string;
	/** where it belongs, beside the label */
	readonly note?: string;
	/** keys that do the same */
	readonly keys?: string | null;
	/** what else people may type for it */
	readonly also?: string;
	readonly run: () => void;
}

export interface FoundGroup {
	readonly group: CommandGroup;
	readonly commands: readonly Command[];
}

/** Of each group as many are shown: typing more finds the others. */
const MOST = 9;

/** 0: the label begins so; 1: a word of it does; 2: it is somewhere in what may be typed; null: some word is nowhere. */
function rank({ label, note = '', also = '' }: Command, words: readonly string[]): number | null {
	const name = plain(label);
	const all = plain(`${label} ${note} ${also}`);
	if (!words.every((word) => all.includes(word))) return null;
	const typed = words.join(' ');
	return name.startsWith(typed)
		? 0
		: ` ${name.replace(/[^\p{L}\p{N}]/gu, ' ')}`.includes(` ${typed}`)
			? 1
			: 2;
}

/**
 * The commands in which every typed word is found, whatever its case and accents: the best first within its group, and
 * the group with the best first. Nothing typed: all, in their order.
 */
export function foundCommands(commands: readonly Command[], typed: string): FoundGroup[] {
	const words = plain(typed).split(/\s+/).filter(Boolean);
	const ranked = commands
		.map((command) => ({ command, rank: words.length === 0 ? 0 : rank(command, words) }))
		.filter((one) => one.rank !== null)
		.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
	const groups = new Map<CommandGroup, Command[]>();
	for (const { command } of ranked) {
		const group = groups.get(command.group) ?? [];
		groups.set(command.group, group);
		if (group.length < MOST || command.group === 'screens') group.push(command);
	}
	return [...groups].map(([group, list]) => ({ group, commands: list }));
}
