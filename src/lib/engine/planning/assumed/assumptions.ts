import type { LocalDate } from '../../rating/card';
import type { Mix, MixKey } from '../mix';

/** How long calls are: by a curve, or by equally likely lengths read off calls that took place. Seconds. */
export type CallLengths =
	| {
			readonly kind: 'curve';
			/** half of the calls are shorter, hang-ups apart */
			readonly typicalSeconds: number;
			/** 1 in 10 of them is longer */
			readonly longSeconds: number;
			/** of all calls, those that end within the first seconds */
			readonly hangUpPercent: number;
	  }
	| { readonly kind: 'sample'; readonly seconds: readonly number[] };

/** What is taken for granted where no usage says it: demand for which no row exists. */
export interface Assumptions {
	/** the kind of business whose shape they began with; `usage`: read off imported rows */
	readonly business: Business | 'usage';
	/** the cycle that this local date lies in is the first that is planned, and planned whole */
	readonly from: LocalDate;
	/** calls and chats of an average month, before anyone takes a share of them */
	readonly interactions: Readonly<Record<MixKey, number>>;
	/** of these interactions, those that the agents take; the others go to people */
	readonly takenPercent: number;
	/** customer messages of a chat, on average */
	readonly messagesPerChat: number;
	readonly lengths: CallLengths;
	/** how busy the days of a week are beside one another, Monday first */
	readonly weekdays: readonly number[];
	/** how busy the local hours of a day are beside one another, midnight first */
	readonly hours: readonly number[];
	/** how busy the months of a year are beside one another, January first */
	readonly months: readonly number[];
	/** 8 in 10 times, an average month lies within so many percent of what is assumed */
	readonly uncertaintyPercent: number;
}

export const BUSINESSES = ['clinic', 'shop', 'trades', 'desk'] as const;
export type Business = (typeof BUSINESSES)[number];

type Shape = Omit<Assumptions, 'business' | 'from' | 'interactions' | 'takenPercent'>;

const EVEN_YEAR = new Array<number>(12).fill(1);
const OFFICE_DAYS = [1.1, 1, 1, 1, 0.95, 0.3, 0.15];
const hoursOf = (open: number, close: number, outside: number): number[] =>
	Array.from({ length: 24 }, (_, hour) => (hour >= open && hour < close ? 1 : outside));

/** A month for each kind of business, in billable minutes and messages; all of it assumed. */
export const BUSINESS_MIXES: Readonly<Record<Business, Mix>> = {
	clinic: { voiceStandard: 2_400, voicePremium: 600, chatStandard: 1_500, chatPremium: 400 },
	shop: { voiceStandard: 600, voicePremium: 0, chatStandard: 9_000, chatPremium: 1_000 },
	trades: { voiceStandard: 1_500, voicePremium: 0, chatStandard: 1_800, chatPremium: 0 },
	desk: { voiceStandard: 3_000, voicePremium: 650, chatStandard: 7_000, chatPremium: 2_100 }
};

/** How a business's interactions are shaped; all of it assumed. */
export const BUSINESS_SHAPES: Readonly<Record<Business, Shape>> = {
	clinic: {
		messagesPerChat: 6,
		lengths: { kind: 'curve', typicalSeconds: 95, longSeconds: 260, hangUpPercent: 6 },
		weekdays: OFFICE_DAYS,
		hours: hoursOf(8, 18, 0.06),
		months: EVEN_YEAR,
		uncertaintyPercent: 20
	},
	shop: {
		messagesPerChat: 7,
		lengths: { kind: 'curve', typicalSeconds: 80, longSeconds: 240, hangUpPercent: 5 },
		weekdays: [1, 0.95, 0.95, 1, 1.1, 1.15, 0.85],
		hours: hoursOf(9, 22, 0.15),
		months: [0.95, 0.9, 0.9, 0.95, 0.95, 0.95, 0.9, 0.95, 1, 1, 1.3, 1.25],
		uncertaintyPercent: 25
	},
	trades: {
		messagesPerChat: 5,
		lengths: { kind: 'curve', typicalSeconds: 110, longSeconds: 300, hangUpPercent: 8 },
		weekdays: [1.2, 1.05, 1, 1, 1, 0.5, 0.25],
		hours: hoursOf(7, 19, 0.12),
		months: EVEN_YEAR,
		uncertaintyPercent: 30
	},
	desk: {
		messagesPerChat: 8,
		lengths: { kind: 'curve', typicalSeconds: 140, longSeconds: 420, hangUpPercent: 4 },
		weekdays: [1.15, 1.05, 1, 1, 0.95, 0.35, 0.25],
		hours: hoursOf(8, 20, 0.1),
		months: EVEN_YEAR,
		uncertaintyPercent: 15
	}
};
