import * as v from 'valibot';
import { BUSINESSES } from '../../engine/planning/assumed';
import { MOST_VOLUME } from '../../engine/planning/mix';
import { haveSoundParts } from '../../engine/rating/tiers';
import { COUNTRIES } from '../../engine/time';
import { isZone } from '../zone';
import { MOST_OTHER_CARDS, otherCardKey, otherCardSchema } from './otherCards';
import { MOST_PROFILES } from './document';
import { profileKey, profileSchema } from './profiles';
import {
	currency,
	date,
	id,
	instant,
	moment,
	money,
	orNull,
	percent,
	text,
	threeDecimals,
	whole
} from './values';

/**
 * The settings file (formats.md §4, docs/schema/drawdown-settings-1.schema.json) as a schema with its defaults.
 * Unknown keys are refused by name; a merge never walks a prototype, since every object is strict.
 */

const included = whole(1);
const byClass = v.strictObject({ standard: threeDecimals, premium: threeDecimals });

export const rateCardSchema = v.pipe(
	v.strictObject({
		model: v.optional(v.literal('credits'), 'credits'),
		id,
		name: text,
		source: v.optional(text, ''),
		effectiveFrom: date,
		currency: orNull(currency),
		rates: v.strictObject({ chat: byClass, voice: byClass }),
		voiceRounding: v.strictObject({
			shortCallSeconds: v.optional(whole(0), 0),
			initialSeconds: v.optional(whole(0), 60),
			incrementSeconds: v.optional(whole(1), 60),
			wholeCreditsPerCall: v.optional(v.boolean(), false)
		}),
		premiumAppliesToAllCalls: v.optional(v.boolean(), false),
		tiers: v.pipe(
			v.array(
				v.strictObject({
					includedCredits: included,
					price: v.nullable(money),
					parts: v.exactOptional(v.array(included))
				})
			),
			v.minLength(1),
			v.check(
				(tiers) =>
					tiers.every((tier, k) => k === 0 || tier.includedCredits > (tiers[k - 1]?.includedCredits ?? 0)),
				'ascending'
			),
			v.check((tiers) => haveSoundParts(tiers), 'parts')
		),
		overagePricePerCredit: orNull(money),
		overageBlockCredits: orNull(whole(1))
	})
);

const change = v.pipe(
	v.strictObject({
		at: moment,
		tier: v.exactOptional(included),
		overage: v.exactOptional(v.picklist(['off', 'on', 'capped'])),
		overageCapCredits: v.exactOptional(whole(0))
	}),
	v.check((c) => Object.keys(c).length > 1, 'emptyChange')
);

/** A hundred years. */
const MOST_MONTHS = 1_200;

export const contractSchema = v.pipe(
	v.strictObject({
		rateCardId: v.exactOptional(id),
		tier: orNull(included),
		overage: v.optional(v.picklist(['off', 'on', 'capped']), 'off'),
		overageCapCredits: orNull(whole(0)),
		atExhaustion: v.optional(v.picklist(['cut', 'finish']), 'cut'),
		upgradeCredits: v.optional(v.picklist(['replace', 'add']), 'replace'),
		upgradePrice: v.optional(v.picklist(['new', 'prorata', 'both']), 'new'),
		changes: v.optional(v.array(change), []),
		timeZone: v.pipe(v.string(), v.check(isZone, 'zone')),
		country: orNull(v.picklist(COUNTRIES)),
		cycleAnchorDay: v.optional(v.pipe(whole(1), v.maxValue(31)), 1),
		currency,
		extraAgentPrice: orNull(money),
		includedAgents: orNull(whole(0)),
		taxPercent: v.optional(threeDecimals, 0),
		oneOffFees: v.optional(v.array(v.strictObject({ name: text, amount: v.nullable(money), date })), []),
		termMonths: orNull(v.pipe(whole(1), v.maxValue(MOST_MONTHS))),
		termStart: orNull(date),
		censored: v.optional(
			v.array(
				v.pipe(
					v.strictObject({ from: instant, to: instant }),
					v.check((s) => s.from < s.to, 'order')
				)
			),
			[]
		)
	}),
	v.check((c) => c.overage !== 'capped' || c.overageCapCredits !== null, 'capNeeded')
);

const agentSchema = v.strictObject({
	agent: id,
	entity: orNull(text),
	channel: orNull(v.picklist(['chat', 'voice'])),
	class: orNull(v.picklist(['standard', 'premium'])),
	licence: orNull(v.picklist(['metered', 'unlimited', 'trial'])),
	activatedAt: orNull(moment),
	deactivatedAt: orNull(moment),
	trialDays: orNull(whole(0)),
	trialCredits: orNull(whole(0)),
	engagementOpenPercent: orNull(threeDecimals),
	engagementClosedPercent: orNull(threeDecimals),
	priceCredits: orNull(whole(0)),
	pricePerCycle: orNull(money),
	tags: v.optional(v.record(v.string(), v.string()), {})
});

const eventSpan = {
	name: text,
	from: date,
	to: orNull(date),
	channel: orNull(v.picklist(['chat', 'voice'])),
	class: orNull(v.picklist(['standard', 'premium']))
};
const usageEvent = <K extends string>(kind: K, least: number, most: number) =>
	v.strictObject({ ...eventSpan, kind: v.literal(kind), percent: percent(least, most) });
const eventSchema = v.pipe(
	v.variant('kind', [
		usageEvent('campaign', 0, 1_000),
		usageEvent('closure', -100, 0),
		usageEvent('change', -100, 1_000),
		v.strictObject({ ...eventSpan, kind: v.literal('newAgent'), creditsPerDay: threeDecimals })
	]),
	v.check(({ from, to }) => to === null || from <= to, 'order')
);

const growth = percent(-90, 1_000);

/** Relative to one another: finite, none below 0, one above. */
const weights = (count: number) =>
	v.pipe(
		v.array(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1_000))),
		v.length(count),
		v.check((list) => list.some((weight) => weight > 0), 'noWeight')
	);
const volume = v.pipe(whole(0), v.maxValue(MOST_VOLUME));
const seconds = v.pipe(whole(1), v.maxValue(86_400));
const assumptionsSchema = v.strictObject({
	business: v.picklist([...BUSINESSES, 'usage']),
	from: date,
	interactions: v.strictObject({
		voiceStandard: volume,
		voicePremium: volume,
		chatStandard: volume,
		chatPremium: volume
	}),
	takenPercent: percent(0, 100),
	messagesPerChat: v.pipe(v.number(), v.minValue(1), v.maxValue(1_000)),
	lengths: v.variant('kind', [
		v.pipe(
			v.strictObject({
				kind: v.literal('curve'),
				typicalSeconds: seconds,
				longSeconds: seconds,
				hangUpPercent: percent(0, 90)
			}),
			v.check(({ typicalSeconds, longSeconds }) => typicalSeconds <= longSeconds, 'order')
		),
		v.strictObject({
			kind: v.literal('sample'),
			seconds: v.pipe(v.array(v.pipe(whole(0), v.maxValue(86_400))), v.minLength(1), v.maxLength(400))
		})
	]),
	weekdays: weights(7),
	hours: weights(24),
	months: weights(12),
	uncertaintyPercent: percent(0, 200)
});

/** More than anyone compares; a file with millions is refused. */
const MOST_SCENARIOS = 50;
const MOST_EVENTS = 20;
const MOST_LETTERS = 100;
const scenarioSchema = v.strictObject({
	id: v.pipe(id, v.maxLength(MOST_LETTERS)),
	name: v.pipe(text, v.minLength(1), v.maxLength(MOST_LETTERS)),
	assumptions: orNull(assumptionsSchema),
	events: v.optional(v.pipe(v.array(eventSchema), v.maxLength(MOST_EVENTS)), []),
	growthPercentPerMonth: orNull(growth),
	tier: orNull(included),
	overage: orNull(v.picklist(['off', 'on', 'capped', 'upgrade'])),
	overageCapCredits: orNull(whole(0))
});

const cardKey = (card: { id: string; effectiveFrom: string }) =>
	JSON.stringify([card.id, card.effectiveFrom]);
const agentKey = (entry: { agent: string; entity: string | null; channel: string | null }) =>
	JSON.stringify([entry.agent, entry.entity, entry.channel]);
const eventKey = (event: { name: string; kind: string; from: string }) =>
	JSON.stringify([event.name, event.kind, event.from]);
const scenarioKey = (scenario: { id: string }) => scenario.id;
function distinct<T>(list: readonly T[], key: (item: T) => string): boolean {
	return new Set(list.map(key)).size === list.length;
}

/** So many budgets, names of so many characters, and amounts up to this are more than anyone needs. */
const MOST_BUDGETS = 500;
const MOST_NAME = 1_000;
const MOST_AMOUNT = 1e10;
const budgetSchema = v.pipe(
	v.strictObject({
		of: v.optional(v.picklist(['workspace', 'agent', 'entity']), 'workspace'),
		name: v.optional(v.pipe(v.string(), v.maxLength(MOST_NAME)), ''),
		from: date,
		credits: orNull(v.pipe(whole(1), v.maxValue(MOST_AMOUNT))),
		amount: orNull(
			v.pipe(
				money,
				v.check((text) => Number(text) > 0 && Number(text) <= MOST_AMOUNT, 'amount')
			)
		),
		warnAtChance: v.optional(v.pipe(whole(1), v.maxValue(99)), 50)
	}),
	v.check(({ credits, amount }) => (credits === null) !== (amount === null), 'creditsOrAmount'),
	v.check(({ of, name }) => of !== 'workspace' || name === '', 'nameless')
);
const budgetKey = ({ of, name, from }: { of: string; name: string; from: string }) =>
	JSON.stringify([of, name, from]);

export const settingsFileSchema = v.strictObject({
	format: v.literal('drawdown-settings'),
	version: v.literal(1),
	rateCards: v.exactOptional(
		v.pipe(
			v.array(rateCardSchema),
			v.check((list) => distinct(list, cardKey), 'twice')
		)
	),
	contract: v.exactOptional(contractSchema),
	agents: v.exactOptional(
		v.pipe(
			v.array(agentSchema),
			v.check((list) => distinct(list, agentKey), 'twice')
		)
	),
	readings: v.exactOptional(
		v.array(v.strictObject({ at: moment, creditsUsed: v.pipe(v.number(), v.finite(), v.minValue(0)) }))
	),
	events: v.exactOptional(
		v.pipe(
			v.array(eventSchema),
			v.check((list) => distinct(list, eventKey), 'twice')
		)
	),
	growthPercentPerMonth: v.exactOptional(v.nullable(growth)),
	assumptions: v.exactOptional(v.nullable(assumptionsSchema)),
	budgets: v.exactOptional(
		v.pipe(
			v.array(budgetSchema),
			v.maxLength(MOST_BUDGETS),
			v.check((list) => distinct(list, budgetKey), 'twice')
		)
	),
	scenarios: v.exactOptional(
		v.pipe(
			v.array(scenarioSchema),
			v.maxLength(MOST_SCENARIOS),
			v.check((list) => distinct(list, scenarioKey), 'twice')
		)
	),
	otherCards: v.exactOptional(
		v.pipe(
			v.array(otherCardSchema),
			v.maxLength(MOST_OTHER_CARDS),
			v.check((list) => distinct(list, otherCardKey), 'twice')
		)
	),
	profiles: v.exactOptional(
		v.pipe(
			v.array(profileSchema),
			v.maxLength(MOST_PROFILES),
			v.check((list) => distinct(list, profileKey), 'twice')
		)
	)
});

export type SettingsFile = v.InferOutput<typeof settingsFileSchema>;
export { agentKey, agentSchema, budgetKey, cardKey, eventKey, otherCardKey, profileKey, scenarioKey };
