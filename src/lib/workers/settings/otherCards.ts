import * as v from 'valibot';
import { currency, date, id, money, orNull, percent, text, whole } from './values';

/** More than anyone compares, counts that no month has, and prices that nobody asks. */
export const MOST_OTHER_CARDS = 20;
const MOST_LETTERS = 100;
const MOST_SOURCE = 1_000;
const MOST_UNITS = 1e9;
const MOST_PRICE = 1e9;
const DAY_SECONDS = 86_400;

const units = (least: number) => v.pipe(whole(least), v.maxValue(MOST_UNITS));
const seconds = (least: number) => v.pipe(whole(least), v.maxValue(DAY_SECONDS));
const price = v.pipe(
	money,
	v.maxLength(24),
	v.check((amount) => Number(amount) <= MOST_PRICE, 'amount')
);
const byUnit = { price, block: orNull(units(1)), included: v.optional(units(0), 0) };

const ofEither = [
	v.strictObject({ model: v.literal('flat') }),
	v.strictObject({ model: v.literal('case'), ...byUnit }),
	v.strictObject({
		model: v.literal('session'),
		...byUnit,
		minutes: v.pipe(whole(1), v.maxValue(DAY_SECONDS / 60))
	}),
	v.strictObject({ model: v.literal('resolution'), ...byUnit, resolvedPercent: percent(0, 100) })
] as const;

/** What another vendor asks (docs/data-format.md): one model for each channel, each with its own values and no others. */
export const otherCardSchema = v.strictObject({
	id: v.pipe(id, v.maxLength(MOST_LETTERS)),
	name: v.pipe(id, v.maxLength(MOST_LETTERS)),
	source: v.optional(v.pipe(text, v.maxLength(MOST_SOURCE)), ''),
	readAt: date,
	currency,
	fee: v.optional(price, '0'),
	chat: orNull(v.variant('model', [...ofEither, v.strictObject({ model: v.literal('message'), ...byUnit })])),
	voice: orNull(
		v.variant('model', [
			...ofEither,
			v.strictObject({
				model: v.literal('minute'),
				...byUnit,
				initialSeconds: v.optional(seconds(0), 60),
				incrementSeconds: v.optional(seconds(1), 60),
				shortCallSeconds: v.optional(seconds(0), 0)
			})
		])
	)
});

export const otherCardKey = (card: { id: string }): string => card.id;
