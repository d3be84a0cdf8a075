import type { Field } from './headerNames';
import type { HeaderReading } from './headers';
import type { ColumnProfile } from './profile';
import { ID } from './startNames';

/** Of so many rows, one in two has an entity that another one has. */
const SOME = 10;

/** Names of agents that are software, of whoever it is, and of people, who may be customers. */
const SOFTWARE = /\b(ai|ia|ki|bot|assistant|assistantid|virtuel)\b/;
const ANYBODY = /\bagent|\bagente\b/;
/** What `Answered by` says where it names nobody. */
const NOBODY = /^(human|person|machine(_\w+)?|voicemail|fax|unknown|no[- ]answer|ai|bot|yes|no|true|false)$/i;
/** Names of the entity itself, of the number that was called, and of numbers and lines, which may be those of who called. */
const ENTITY = /^entit[ey]$/;
const CALLED = /^(did|ddi|(called|direct) number)$/;
const NUMBER = /num+b?er|numero|^lin|^ligne|^leitung|^file$/;
/** Names of the id of one call, rather than of a record or whatever the file is about. */
const OF_CALL = /\b(call|callid|interaction|contactid|historyid|message|samtals|anruf|llamada|appel)\b/;

/** 0: it is not in this column; `differ`: whether its values differ in most rows. */
type Rank = (header: HeaderReading, profile: ColumnProfile, differ: () => boolean) => number;

/** An id tells less than a name. */
const agentRank: Rank = ({ apart, plain }, { words }) => {
	if (words.length > 0 && words.every((word) => NOBODY.test(word.trim()))) return 0;
	const id = ID.test(apart) ? 0 : 1;
	return (SOFTWARE.test(apart) || SOFTWARE.test(plain) ? 4 : ANYBODY.test(apart) ? 2 : 0) + id + 1;
};
/** A number that is another one in most rows is that of who called, or of the row. */
const entityRank: Rank = ({ plain }, _profile, differ) => {
	if (CALLED.test(plain)) return 3;
	if (NUMBER.test(plain)) return differ() ? 0 : plain.includes(' ') ? 1 : 2;
	return ENTITY.test(plain) ? 5 : 4;
};
/** One text for all rows is the id of something else. */
const idRank: Rank = ({ apart, plain }, { words, filled }) =>
	words.length === 1 && filled > 1 ? 1 : OF_CALL.test(apart) || OF_CALL.test(plain) ? 3 : 2;
const RANKS: Partial<Readonly<Record<Field, Rank>>> = { agent: agentRank, entity: entityRank, id: idRank };

/** Whether values differ in most rows. */
function differs(rows: readonly (readonly string[])[], column: number): boolean {
	const texts = rows.map((row) => row[column] ?? '').filter((text) => text !== '');
	return texts.length >= SOME && new Set(texts).size * 2 > texts.length;
}

/**
 * Which of several columns of texts a field is in, by their names: the agent that is software before another, the entity
 * that is a group before a number, the id of a call before that of a record. What a column holds may speak against it:
 * `Answered by` with nothing but `human`, a number that is another one in most rows. -1: none.
 */
export function whichText(
	field: 'agent' | 'entity' | 'outcome' | 'case' | 'id',
	columns: readonly ColumnProfile[],
	headers: readonly HeaderReading[],
	rows: readonly (readonly string[])[]
): number {
	const rank = RANKS[field];
	const ranks = columns.map((profile, column) => {
		const header = headers[column];
		if (header?.field !== field) return 0;
		return rank ? rank(header, profile, () => differs(rows, column)) : 1;
	});
	const best = Math.max(...ranks);
	return best > 0 ? ranks.indexOf(best) : -1;
}
