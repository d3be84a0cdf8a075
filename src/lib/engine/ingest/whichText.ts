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
const NOBODY =
	/^(human|person|people|machine(_\w+)?|voicemail|answering machine|fax|unknown|no[- ]answer|ai|bot|yes|no|true|false)$/i;
/** Names of the entity itself, of groups of people, of the number that was called, and of lines, which may be rows. */
const ENTITY = /^(entity|entite)$/;
const GROUP =
	/^(queue|queue name|response group|group|groupe|file d attente|team|department|service|svarsgrupp|ko|avdelning|warteschlange|gruppe|abteilung|cola|grupo|departamento)$/;
const CALLED = /^(did|ddi|called number|direct number)$/;
const LINE = /^(line|linje|ligne|leitung|linea)$/;
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
/** Those named after numbers or lines have to be the same in several rows. */
const ENTITY_RANKS = [LINE, CALLED, GROUP, ENTITY];
const entityRank: Rank = ({ plain }, _profile, differ) => {
	const rank = ENTITY_RANKS.findIndex((names) => names.test(plain));
	return rank < 1 && differ() ? 0 : rank + 2;
};
/** One text for all rows is the id of something else. */
const idRank: Rank = ({ apart, plain }, { words, filled }) =>
	words.length === 1 && filled > 1 ? 1 : OF_CALL.test(apart) || OF_CALL.test(plain) ? 3 : 2;
const RANKS: Partial<Readonly<Record<Field, Rank>>> = { agent: agentRank, entity: entityRank, id: idRank };

/** Values that differ in most rows: the number of who called, or of the row. */
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
