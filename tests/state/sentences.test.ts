import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { language } from '$lib/i18n/language.svelte';
import { answerOf } from '$lib/state/answer';
import { leadOf, titleOf } from '$lib/state/sentences';
import { standingOf } from '$lib/state/standing';
import type { ForecastView } from '$lib/workers/api';
import { november, novAt, type Month } from '../support/november';

/** Spaces that do not break, as plain ones: what matters here is the words. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

interface Chance {
	readonly p: number;
	readonly p10?: number | null;
	readonly p50?: number | null;
	readonly p90?: number | null;
	readonly ifRunOutAt?: number | null;
}

/** The month with the own tier's forecast replaced by a given one. */
function answered(month: Month, chance?: Chance) {
	const { view, forecast } = november(month);
	const changed: ForecastView = !chance
		? forecast
		: {
				...forecast,
				monthEndCredits: { p10: 59_320, p50: 64_897, p90: 72_260 },
				tiers: (forecast.tiers ?? []).map((tier) =>
					tier.includedCredits === view.context.contract.tier
						? {
								...tier,
								probabilityOfRunOut: chance.p,
								runOutAt: { p10: chance.p10 ?? null, p50: chance.p50 ?? null, p90: chance.p90 ?? null },
								ifRunOutAt: chance.ifRunOutAt ?? null
							}
						: tier
				)
			};
	const { tier, overage } = view.context.contract;
	const shown = view.complete ? null : changed;
	const answer = answerOf(view, shown, standingOf(view, shown, tier, overage));
	const title = titleOf(answer, view);
	return {
		title: plain(title.main + title.tail),
		main: plain(title.main),
		lead: plain(leadOf(answer, view, shown))
	};
}

const sure = { p: 0.97, p10: novAt(25, 9), p50: novAt(27, 11), p90: novAt(29, 15) };
const probable = { p: 0.86, p10: novAt(25, 9), p50: novAt(27, 11), ifRunOutAt: novAt(27, 3) };
const even = { p: 0.52, p10: novAt(26, 9), p50: novAt(30, 11), ifRunOutAt: novAt(28, 3) };
const justUneven = { p: 0.45, p10: novAt(26, 9), ifRunOutAt: novAt(28, 3) };
const unlikely = { p: 0.23, p10: novAt(29, 9), ifRunOutAt: novAt(30, 3) };
const lasting = { p: 0.04, ifRunOutAt: novAt(30, 3) };

interface Case {
	readonly name: string;
	readonly month: Month;
	readonly chance?: Chance;
	readonly en: readonly [title: string, lead: string];
	readonly fr: readonly [title: string, lead: string];
}

const CASES: readonly Case[] = [
	{
		name: 'nine in ten and more',
		month: {},
		chance: sure,
		en: [
			'60,000 credits run out around Fri 27 Nov (8 in 10: 25–29 Nov)',
			'The chance is **97 in 100** that agents stop before Tue 1 Dec, and 1 in 10 that they stop before **Wed 25 Nov**.'
		],
		fr: [
			'60 000 crédits seront épuisés vers le ven. 27 nov. (8 sur 10 : 25–29 nov.)',
			'Il y a **97 chances sur 100** que les agents s’arrêtent avant le mar. 1er déc., et 1 sur 10 que ce soit avant le **mer. 25 nov.**'
		]
	},
	{
		name: 'certainty',
		month: {},
		chance: { ...sure, p: 1 },
		en: [
			'60,000 credits run out around Fri 27 Nov (8 in 10: 25–29 Nov)',
			'Agents stop before Tue 1 Dec in **every course** of the forecast, in 1 of 10 before **Wed 25 Nov**.'
		],
		fr: [
			'60 000 crédits seront épuisés vers le ven. 27 nov. (8 sur 10 : 25–29 nov.)',
			'Les agents s’arrêtent avant le mar. 1er déc. dans **tous les scénarios** de la prévision, dans 1 sur 10 avant le **mer. 25 nov.**'
		]
	},
	{
		name: 'a probable run-out, which never gets a closing date',
		month: {},
		chance: probable,
		en: [
			'60,000 credits will probably run out around Fri 27 Nov, four days before renewal',
			'The chance is **86 in 100** that agents stop before Tue 1 Dec, and 1 in 10 that they stop before **Wed 25 Nov**.'
		],
		fr: [
			'60 000 crédits seront probablement épuisés vers le ven. 27 nov., quatre jours avant le renouvellement',
			'Il y a **86 chances sur 100** que les agents s’arrêtent avant le mar. 1er déc., et 1 sur 10 que ce soit avant le **mer. 25 nov.**'
		]
	},
	{
		name: 'a probable start of overage',
		month: { overage: 'on' },
		chance: probable,
		en: [
			'60,000 credits will probably run out around Fri 27 Nov, four days before renewal',
			'The chance is **86 in 100** that overage starts before Tue 1 Dec, and 1 in 10 that it starts before **Wed 25 Nov**.'
		],
		fr: [
			'60 000 crédits seront probablement épuisés vers le ven. 27 nov., quatre jours avant le renouvellement',
			'Il y a **86 chances sur 100** que le dépassement commence avant le mar. 1er déc., et 1 sur 10 que ce soit avant le **mer. 25 nov.**'
		]
	},
	{
		name: 'capped overage',
		month: { overage: 'capped', cap: 5_000 },
		chance: probable,
		en: [
			'60,000 credits will probably run out around Fri 27 Nov, four days before renewal',
			'The chance is **86 in 100** that overage starts before Tue 1 Dec, and 1 in 10 that it starts before **Wed 25 Nov**. Agents stop when overage reaches 5,000 credits.'
		],
		fr: [
			'60 000 crédits seront probablement épuisés vers le ven. 27 nov., quatre jours avant le renouvellement',
			'Il y a **86 chances sur 100** que le dépassement commence avant le mar. 1er déc., et 1 sur 10 que ce soit avant le **mer. 25 nov.** Les agents s’arrêtent quand le dépassement atteint 5 000 crédits.'
		]
	},
	{
		name: 'even odds with a middle date',
		month: {},
		chance: even,
		en: [
			'60,000 credits may or may not last: even odds',
			'The chance is **52 in 100** that agents stop before Tue 1 Dec, most likely around Mon 30 Nov, and 1 in 10 that they stop before **Thu 26 Nov**.'
		],
		fr: [
			'60 000 crédits suffiront ou non : une chance sur deux',
			'Il y a **52 chances sur 100** que les agents s’arrêtent avant le mar. 1er déc., le plus probablement vers le lun. 30 nov., et 1 sur 10 que ce soit avant le **jeu. 26 nov.**'
		]
	},
	{
		name: 'even odds below one half, which have no middle date',
		month: {},
		chance: justUneven,
		en: [
			'60,000 credits may or may not last: even odds',
			'The chance is **45 in 100** that agents stop before Tue 1 Dec, and 1 in 10 that they stop before **Thu 26 Nov**. If they do run out, most likely around **Sat 28 Nov**.'
		],
		fr: [
			'60 000 crédits suffiront ou non : une chance sur deux',
			'Il y a **45 chances sur 100** que les agents s’arrêtent avant le mar. 1er déc., et 1 sur 10 que ce soit avant le **jeu. 26 nov.** S’ils s’épuisent, ce sera le plus probablement vers le **sam. 28 nov.**'
		]
	},
	{
		name: 'an unlikely run-out',
		month: {},
		chance: unlikely,
		en: [
			'60,000 credits will probably last to renewal; 23 in 100 that they do not',
			'If they do run out, most likely around **Mon 30 Nov**. 1 in 10 before **Sun 29 Nov**.'
		],
		fr: [
			'60 000 crédits suffiront probablement jusqu’au renouvellement; 23 chances sur 100 que non',
			'S’ils s’épuisent, ce sera le plus probablement vers le **lun. 30 nov.** 1 chance sur 10 que ce soit avant le **dim. 29 nov.**'
		]
	},
	{
		name: 'credits that last',
		month: {},
		chance: lasting,
		en: [
			'60,000 credits last to renewal',
			'The chance that they run out before Tue 1 Dec is 4 in 100. By then **about 64,900** are used (8 in 10: 59,300 to 72,300).'
		],
		fr: [
			'60 000 crédits suffisent jusqu’au renouvellement',
			'Il y a 4 chances sur 100 qu’ils s’épuisent avant le mar. 1er déc. D’ici là, **env. 64 900** auront été utilisés (8 sur 10 : de 59 300 à 72 300).'
		]
	},
	{
		name: 'under 14 days',
		month: { history: 9 },
		en: [
			'At the plain pace, 60,000 credits run out around Sat 28 Nov',
			'This is the straight line to **about 64,900** by the end of the cycle. 9 days are known so far; chances appear from Sat 21 Nov.'
		],
		fr: [
			'Au rythme simple, 60 000 crédits seront épuisés vers le sam. 28 nov.',
			'C’est la ligne droite jusqu’à **env. 64 900** à la fin du cycle. 9 jours sont connus jusqu’ici; les chances apparaîtront à partir du sam. 21 nov.'
		]
	},
	{
		name: 'under 14 days on a plan that lasts',
		month: { history: 9, tier: 100_000 },
		en: [
			'At the plain pace, 100,000 credits last to renewal',
			'This is the straight line to **about 64,900** by the end of the cycle. 9 days are known so far; chances appear from Sat 21 Nov.'
		],
		fr: [
			'Au rythme simple, 100 000 crédits suffisent jusqu’au renouvellement',
			'C’est la ligne droite jusqu’à **env. 64 900** à la fin du cycle. 9 jours sont connus jusqu’ici; les chances apparaîtront à partir du sam. 21 nov.'
		]
	},
	{
		name: 'credits that ran out, overage off',
		month: { used: 61_500 },
		en: [
			'60,000 credits ran out Mon 16 Nov at 08:30',
			'Since then **1,500 credits** in 125 chats and calls were unserved. The plan renews Tue 1 Dec.'
		],
		fr: [
			'60 000 crédits ont été épuisés le lun. 16 nov. à 08 h 30',
			'Depuis, **1 500 crédits** en 125 clavardages et appels sont restés sans réponse. Le forfait se renouvelle le mar. 1er déc.'
		]
	},
	{
		name: 'credits that ran out, overage on',
		month: { used: 61_500, overage: 'on' },
		en: [
			'60,000 credits ran out Mon 16 Nov at 08:30',
			'Since then **1,500 credits** were served as overage. The plan renews Tue 1 Dec.'
		],
		fr: [
			'60 000 crédits ont été épuisés le lun. 16 nov. à 08 h 30',
			'Depuis, **1 500 crédits** ont été servis en dépassement. Le forfait se renouvelle le mar. 1er déc.'
		]
	},
	{
		name: 'a cap that was reached',
		month: { used: 61_500, overage: 'capped', cap: 600 },
		en: [
			'60,000 credits ran out Mon 16 Nov at 08:30',
			'Overage reached its limit of 600 credits Mon 16 Nov, 08:30, and agents stopped. Since then **900 credits** in 75 chats and calls were unserved. The plan renews Tue 1 Dec.'
		],
		fr: [
			'60 000 crédits ont été épuisés le lun. 16 nov. à 08 h 30',
			'Le dépassement a atteint sa limite de 600 crédits le lun. 16 nov., 08 h 30, et les agents se sont arrêtés. Depuis, **900 crédits** en 75 clavardages et appels sont restés sans réponse. Le forfait se renouvelle le mar. 1er déc.'
		]
	},
	{
		name: 'a past cycle that ran out',
		month: { complete: true, used: 64_900 },
		en: [
			'November used 64,900 credits; 60,000 ran out Fri 27 Nov 18:30',
			'**4,900 credits** in 408 chats and calls came after that and were unserved.'
		],
		fr: [
			'Novembre : 64 900 crédits utilisés; 60 000 épuisés le ven. 27 nov. 18 h 30',
			'**4 900 crédits** en 408 clavardages et appels sont venus ensuite et sont restés sans réponse.'
		]
	},
	{
		name: 'a past cycle with overage and a price',
		month: { complete: true, used: 64_900, overage: 'on', prices: { 60_000: '930' } },
		en: [
			'November used 64,900 credits; 60,000 ran out Fri 27 Nov 18:30',
			'**4,900 credits** beyond that were served as overage, for **$73.50**.'
		],
		fr: [
			'Novembre : 64 900 crédits utilisés; 60 000 épuisés le ven. 27 nov. 18 h 30',
			'**4 900 crédits** de plus ont été servis en dépassement, pour **73,50 $**.'
		]
	},
	{
		name: 'a past cycle that lasted',
		month: { complete: true, used: 58_100 },
		en: ['November used 58,100 credits; 60,000 lasted', '**1,900 credits** were left and expired.'],
		fr: ['Novembre : 58 100 crédits utilisés; 60 000 ont suffi', '**1 900 crédits** restaient et ont expiré.']
	},
	{
		name: 'no plan chosen: the title answers for all',
		month: { tier: null },
		chance: lasting,
		en: [
			'100,000 credits or more last to renewal',
			'The cycle is heading for **about 64,900 credits**. 60,000 credits or less run out before. Choose your plan in Settings to see its own answer.'
		],
		fr: [
			'100 000 crédits ou plus suffisent jusqu’au renouvellement',
			'Le cycle se dirige vers **env. 64 900 crédits**. 60 000 crédits ou moins s’épuisent avant. Choisissez votre forfait dans les Réglages pour voir sa propre réponse.'
		]
	},
	{
		name: 'no plan chosen in a past cycle',
		month: { tier: null, complete: true, used: 64_900 },
		en: [
			'November used 64,900 credits; 100,000 or more would have lasted',
			'Choose your plan in Settings to see its own answer.'
		],
		fr: [
			'Novembre : 64 900 crédits utilisés; 100 000 ou plus auraient suffi',
			'Choisissez votre forfait dans les Réglages pour voir sa propre réponse.'
		]
	}
];

describe('the Overview’s sentences in English', () => {
	it.each(CASES)('say: $name', ({ month, chance, en }) => {
		const { title, lead } = answered(month, chance);
		expect([title, lead]).toEqual(en);
	});

	it('leave the days before renewal to wide pages', () => {
		expect(answered({}, probable).main).toBe('60,000 credits will probably run out around Fri 27 Nov');
	});

	it('wait for the forecast', () => {
		const { view } = november();
		const answer = answerOf(view, null, standingOf(view, null, 60_000, 'off'));
		expect(answer.kind).toBe('waiting');
	});
});

describe('the Overview’s sentences in French', () => {
	beforeAll(() => language.set('fr-CA'));
	afterAll(() => language.set('en'));

	it.each(CASES)('say: $name', ({ month, chance, fr }) => {
		const { title, lead } = answered(month, chance);
		expect([title, lead]).toEqual(fr);
	});
});

describe('a run-out of which the day alone is known', () => {
	const titleIn = (month: Month) => {
		const { view, forecast } = november({ tier: 20_000, ...month });
		const summed = { ...view, byDayUntil: view.cycle.end };
		const shown = view.complete ? null : forecast;
		const { main, tail } = titleOf(answerOf(summed, shown, standingOf(summed, shown, 20_000, 'off')), summed);
		return plain(main + tail);
	};

	it('is said without a time, in a past cycle and in the running one', () => {
		expect(titleIn({ complete: true })).toMatch(/; 20,000 ran out \w{3} \d+ Nov$/);
		expect(titleIn({})).toMatch(/^20,000 credits ran out \w{3} \d+ Nov$/);
	});
});
