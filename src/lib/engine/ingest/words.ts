import { KIND_PREMIUM, KIND_STANDARD, KIND_VOICE } from '../table/columns';
import { utf8 } from '../table/utf8';
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
	text: 0,
	clavardage: 0,
	chatt: 0,
	meddelande: 0,
	nachricht: 0,
	mensaje: 0,
	messagerie: 0,
	'live chat': 0,
	call: KIND_VOICE,
	calls: KIND_VOICE,
	phone: KIND_VOICE,
	telephone: KIND_VOICE,
	téléphone: KIND_VOICE,
	appel: KIND_VOICE,
	voix: KIND_VOICE,
	'ai call': KIND_VOICE,
	'phone call': KIND_VOICE,
	samtal: KIND_VOICE,
	röst: KIND_VOICE,
	telefon: KIND_VOICE,
	telefoni: KIND_VOICE,
	anruf: KIND_VOICE,
	sprache: KIND_VOICE,
	llamada: KIND_VOICE,
	voz: KIND_VOICE,
	teléfono: KIND_VOICE
};
const CLASS_SYNONYMS = { ...CLASSES, std: KIND_STANDARD, normal: KIND_STANDARD, prem: KIND_PREMIUM };

/** Answer of {@link WordReader.read} for a word it does not know. */
export const UNKNOWN_WORD = -1;

/** Reads one of a few words, in any case of ASCII letters and with blanks around it, as KIND_* bits. */
export class WordReader {
	readonly #words: readonly { readonly bytes: Uint8Array; readonly bits: number }[];

	constructor(words: Readonly<Record<string, number>>) {
		this.#words = Object.entries(words).map(([word, bits]) => ({ bytes: utf8(word), bits }));
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
