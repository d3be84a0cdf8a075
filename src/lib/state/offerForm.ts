import type { Charge, ChargeModel, ChatCharge, OtherCard, VoiceCharge } from '$lib/engine/planning/offers';
import { parseDay } from '$lib/engine/time';

/** The models that a channel may be charged by; `none`: the vendor does not take it. */
export type ModelChoice = ChargeModel | 'none';
export const MODELS: Readonly<Record<'chat' | 'voice', readonly ModelChoice[]>> = {
	chat: ['none', 'message', 'case', 'session', 'resolution', 'flat'],
	voice: ['none', 'minute', 'case', 'session', 'resolution', 'flat']
};

/** Numbers of a charge that a person types: decimal text; null: empty. */
export const NUMBERS = [
	'price',
	'block',
	'included',
	'minutes',
	'resolvedPercent',
	'initialSeconds',
	'incrementSeconds',
	'shortCallSeconds'
] as const;
export type NumberName = (typeof NUMBERS)[number];

/** A charge as it is being typed. What its model does not ask for is kept, in case the model is changed back. */
export type ChargeDraft = { readonly model: ModelChoice } & Readonly<Record<NumberName, string | null>>;

/** A card as it is being typed. */
export interface CardDraft {
	readonly id: string;
	readonly name: string;
	readonly source: string;
	/** `YYYY-MM-DD` */
	readonly readAt: string;
	readonly currency: string;
	readonly fee: string | null;
	readonly chat: ChargeDraft;
	readonly voice: ChargeDraft;
}

const BLANK: ChargeDraft = {
	model: 'none',
	price: null,
	block: null,
	included: null,
	minutes: '30',
	resolvedPercent: null,
	initialSeconds: '60',
	incrementSeconds: '60',
	shortCallSeconds: '0'
};

export const newCard = (id: string, readAt: string, currency: string): CardDraft => ({
	id,
	name: '',
	source: '',
	readAt,
	currency,
	fee: null,
	chat: BLANK,
	voice: BLANK
});

function chargeDraft(charge: Charge | null): ChargeDraft {
	if (!charge) return BLANK;
	const typed = Object.fromEntries(
		Object.entries(charge)
			.filter(([name]) => name !== 'model')
			.map(([name, value]) => [name, value === null || value === 0 ? null : String(value)])
	);
	return { ...BLANK, ...typed, model: charge.model };
}

export const cardDraft = (card: OtherCard): CardDraft => ({
	...card,
	chat: chargeDraft(card.chat),
	voice: chargeDraft(card.voice)
});

/** Numbers that a model asks for beside price, block and included units. */
export const ASKED: Readonly<Record<ModelChoice, readonly NumberName[]>> = {
	none: [],
	flat: [],
	message: [],
	case: [],
	session: ['minutes'],
	resolution: ['resolvedPercent'],
	minute: ['initialSeconds', 'incrementSeconds', 'shortCallSeconds']
};
/** Of these, the ones without which there is no charge. */
export const NEEDED: readonly NumberName[] = ['price', 'minutes', 'resolvedPercent', 'incrementSeconds'];

/** What a card lacks: its name, its date, a channel, or a number of one. */
export type Missing =
	| { readonly of: 'name' | 'readAt' | 'channels' }
	| { readonly of: 'chat' | 'voice'; readonly name: NumberName };

function chargeOf(draft: ChargeDraft): Charge | null | NumberName {
	const { model } = draft;
	if (model === 'none') return null;
	if (model === 'flat') return { model };
	const missing = ['price' as const, ...ASKED[model]].find(
		(name) => NEEDED.includes(name) && draft[name] === null
	);
	if (missing) return missing;
	const numbers = Object.fromEntries(ASKED[model].map((name) => [name, Number(draft[name] ?? 0)]));
	return {
		model,
		price: draft.price ?? '',
		block: draft.block === null ? null : Number(draft.block),
		included: Number(draft.included ?? 0),
		...numbers
	} as Charge;
}

/** The card that is typed, or the first thing it lacks. */
export function cardOfDraft(draft: CardDraft): OtherCard | Missing {
	if (draft.name.trim() === '') return { of: 'name' };
	if (parseDay(draft.readAt) === null) return { of: 'readAt' };
	const [chat, voice] = [chargeOf(draft.chat), chargeOf(draft.voice)];
	if (typeof chat === 'string') return { of: 'chat', name: chat };
	if (typeof voice === 'string') return { of: 'voice', name: voice };
	if (!chat && !voice) return { of: 'channels' };
	return {
		...draft,
		name: draft.name.trim(),
		fee: draft.fee ?? '0',
		chat: chat as ChatCharge | null,
		voice: voice as VoiceCharge | null
	};
}
