import type { HeaderReading } from './headers';
import { mostly, type ColumnProfile } from './profile';

const MESSAGES =
	/\b(messages|msgs|message count|\w*meddelanden|\w*nachrichten|mensajes|replies|turns|utterances|reponses|respuestas)\b/;
/** What else may be said of messages in a number. */
const OTHER = /\b(ids?|time|length|avg|average|first|last|per|tokens?)\b/;
/** Whose messages they are, by names without accents: those of customers, and those of who answers. */
const CUSTOMER =
	/\b(customers?|visitors?|users?|clients?|contacts?|received|inbound|incoming|visiteurs?|utilisateurs?|recus?|entrants?|kund(e|en|er|ers|ens)?|kund(en)?(meddelanden|nachrichten)|besokar(e|en|es)|mottagna|inkommande|besuchers?|nutzers?|empfangene?|eingehende?|clientes?|visitantes?|usuarios?|recibidos|entrantes)\b/;
const ANSWERING =
	/\b(agents?|ai|ia|ki|bots?|assistants?|operators?|staff|sent|outbound|outgoing|envoyes|sortants|skickade|utgaende|gesendete?|ausgehende?|agentes?|enviados|salientes)\b/;

/** Beside messages of whomever, those that are billed may be fewer. */
const BILLED = /\b(billed|billable)\b/;

export interface WhichMessages {
	/** -1: none, or it is to be asked */
	readonly column: number;
	/** two columns of which either may be it; empty: nothing is open */
	readonly open: readonly number[];
}

/**
 * Which column counts the messages of a chat's customer: one that is named after them, else one that says of nobody,
 * unless another one is there for those who answer, whose messages may be in it. Never the one of these.
 */
export function whichMessages(
	columns: readonly ColumnProfile[],
	headers: readonly HeaderReading[]
): WhichMessages {
	const counts = columns.flatMap(({ numbers, filled }, column) => {
		const { apart: words, field } = headers[column] ?? { apart: '', field: null };
		const named = field === 'messages' || (field === null && MESSAGES.test(words) && !OTHER.test(words));
		if (!named || !mostly(numbers, filled)) return [];
		const side = ANSWERING.test(words) ? 'answering' : CUSTOMER.test(words) ? 'customer' : 'none';
		return field === 'messages' || side !== 'none' || BILLED.test(words) ? [{ column, side }] : [];
	});
	const of = (side: string) => counts.flatMap((one) => (one.side === side ? [one.column] : []));
	const [customers, neutral, answering] = [of('customer'), of('none'), of('answering')];
	const found = customers.length > 0 ? customers : neutral;
	const others = customers.length > 0 ? [] : answering;
	const [first] = found;
	if (first === undefined) return { column: -1, open: answering.slice(0, 1) };
	const open = found.length + others.length > 1 ? [...found, ...others].slice(0, 2) : [];
	return { column: open.length > 0 ? -1 : first, open };
}
