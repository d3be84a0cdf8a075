import { KIND_PREMIUM, KIND_STANDARD, KIND_VOICE } from '../table/columns';
import { utf8 } from '../table/utf8';
import type { LeaveRule } from './mapping';
import { skipBlanks, trimEnd } from './numbers';

/** Words of the canonical file (formats.md §1). */
const CHANNELS = { chat: 0, voice: KIND_VOICE };
const CLASSES = { standard: KIND_STANDARD, premium: KIND_PREMIUM };

/** What other files call them. */
const CHANNEL_SYNONYMS = {
	...CHANNELS,
	chats: 0,
	message: 0,
	messages: 0,
	messaging: 0,
	webchat: 0,
	'web chat': 0,
	clavardage: 0,
	chatt: 0,
	meddelande: 0,
	meddelanden: 0,
	nachricht: 0,
	nachrichten: 0,
	mensaje: 0,
	mensajes: 0,
	messagerie: 0,
	'live chat': 0,
	call: KIND_VOICE,
	calls: KIND_VOICE,
	phone: KIND_VOICE,
	telephone: KIND_VOICE,
	téléphone: KIND_VOICE,
	appel: KIND_VOICE,
	appels: KIND_VOICE,
	voix: KIND_VOICE,
	'ai call': KIND_VOICE,
	'phone call': KIND_VOICE,
	samtal: KIND_VOICE,
	röst: KIND_VOICE,
	telefon: KIND_VOICE,
	telefoni: KIND_VOICE,
	anruf: KIND_VOICE,
	anrufe: KIND_VOICE,
	sprache: KIND_VOICE,
	llamada: KIND_VOICE,
	llamadas: KIND_VOICE,
	voz: KIND_VOICE,
	teléfono: KIND_VOICE,
	voice_call: KIND_VOICE,
	'voice call': KIND_VOICE,
	'appel vocal': KIND_VOICE,
	telefonsamtal: KIND_VOICE,
	telefonat: KIND_VOICE,
	webchatt: 0
};
/** Words for yes and no answer a column that is named after the premium class. */
const CLASS_SYNONYMS = {
	...CLASSES,
	std: KIND_STANDARD,
	normal: KIND_STANDARD,
	basic: KIND_STANDARD,
	regular: KIND_STANDARD,
	prem: KIND_PREMIUM,
	...{
		true: KIND_PREMIUM,
		yes: KIND_PREMIUM,
		oui: KIND_PREMIUM,
		ja: KIND_PREMIUM,
		sí: KIND_PREMIUM,
		si: KIND_PREMIUM,
		1: KIND_PREMIUM
	},
	...{
		0: KIND_STANDARD,
		false: KIND_STANDARD,
		no: KIND_STANDARD,
		non: KIND_STANDARD,
		nej: KIND_STANDARD,
		nein: KIND_STANDARD
	}
};

const LEFT = 1;
const STAYS = 0;

/** Texts by phone, which are not the plan's (domain.md §2). */
const SMS = { sms: LEFT, mms: LEFT, 'sms message': LEFT, 'text message': LEFT, texto: LEFT };
/** Who handled something: a person, or an agent that is software. */
const HANDLERS = {
	human: LEFT,
	'human agent': LEFT,
	'live agent': LEFT,
	person: LEFT,
	staff: LEFT,
	humain: LEFT,
	humaine: LEFT,
	personne: LEFT,
	människa: LEFT,
	medarbetare: LEFT,
	mensch: LEFT,
	mitarbeiter: LEFT,
	humano: LEFT,
	persona: LEFT,
	ai: STAYS,
	'ai agent': STAYS,
	bot: STAYS,
	chatbot: STAYS,
	'virtual agent': STAYS,
	virtual: STAYS,
	automated: STAYS,
	assistant: STAYS,
	ia: STAYS,
	'agent ia': STAYS,
	ki: STAYS
};
/** Who wrote a message, or which way it went. */
const AUTHORS = {
	user: STAYS,
	lead: STAYS,
	customer: STAYS,
	contact: STAYS,
	visitor: STAYS,
	client: STAYS,
	'end user': STAYS,
	'end-user': STAYS,
	guest: STAYS,
	consumer: STAYS,
	inbound: STAYS,
	incoming: STAYS,
	in: STAYS,
	received: STAYS,
	visiteur: STAYS,
	entrant: STAYS,
	kund: STAYS,
	besökare: STAYS,
	inkommande: STAYS,
	kunde: STAYS,
	besucher: STAYS,
	eingehend: STAYS,
	cliente: STAYS,
	visitante: STAYS,
	entrante: STAYS,
	admin: LEFT,
	agent: LEFT,
	assistant: LEFT,
	ai: LEFT,
	bot: LEFT,
	operator: LEFT,
	teammate: LEFT,
	staff: LEFT,
	system: LEFT,
	outbound: LEFT,
	outgoing: LEFT,
	out: LEFT,
	sent: LEFT,
	sortant: LEFT,
	utgående: LEFT,
	ausgehend: LEFT,
	agente: LEFT,
	saliente: LEFT
};

/** Answer of {@link WordReader.read} for a word it does not know. */
export const UNKNOWN_WORD = -1;

/** A word in capitals as it is compared, where only letters of ASCII are turned to small ones: `tÉlÉphone`. */
const accentsRaised = (word: string): string => word.replace(/[^ -~]/g, (letter) => letter.toUpperCase());

/** Reads one of a few words, in small letters or capitals and with blanks around it, as KIND_* bits. */
export class WordReader {
	readonly #words: readonly { readonly bytes: Uint8Array; readonly bits: number }[];

	constructor(words: Readonly<Record<string, number>>) {
		const all = Object.entries(words);
		const raised = all.map(([word, bits]) => [accentsRaised(word), bits] as const);
		this.#words = [...all, ...raised.filter(([word]) => !(word in words))].map(([word, bits]) => ({
			bytes: utf8(word),
			bits
		}));
	}

	read(bytes: Uint8Array, start: number, end: number): number {
		const from = skipBlanks(bytes, start, end);
		const length = trimEnd(bytes, from, end) - from;
		const words = this.#words;
		for (let w = 0; w < words.length; w++) {
			const word = words[w] as (typeof words)[number];
			if (word.bytes.length !== length) continue;
			let k = 0;
			for (; k < length; k++) {
				const byte = bytes[from + k] as number;
				if ((byte >= 65 && byte <= 90 ? byte + 32 : byte) !== word.bytes[k]) break;
			}
			if (k === length) return word.bits;
		}
		return UNKNOWN_WORD;
	}
}

export const channelReader = (canonical: boolean): WordReader =>
	new WordReader(canonical ? CHANNELS : CHANNEL_SYNONYMS);
export const classReader = (canonical: boolean): WordReader =>
	new WordReader(canonical ? CLASSES : CLASS_SYNONYMS);

const LEFT_OUT: Readonly<Record<LeaveRule, Readonly<Record<string, number>>>> = {
	sms: SMS,
	people: HANDLERS,
	author: AUTHORS
};

/** Reads the words of a rule by which rows are left out: 1 where the row is, 0 where it stays. */
export const leaveReader = (rule: LeaveRule): WordReader => new WordReader(LEFT_OUT[rule]);
