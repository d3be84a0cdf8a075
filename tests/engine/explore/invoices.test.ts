import { describe, expect, it } from 'vitest';
import {
	ANCHOR_DAYS,
	BILLING_ZONES,
	boundsOf,
	Comparison,
	infer,
	LengthCounts,
	periodsOf,
	Predictions,
	roundingOf,
	spaceAround,
	TellApart,
	TOLD_APART,
	type Explanation,
	type InvoiceTotals,
	type RuleSet,
	type ScannedRows
} from '$lib/engine/explore/reconcile';
import { cardVersions, compilePlan, LayerRating, NET2PHONE, newRated } from '$lib/engine/rating';
import { allLive } from '$lib/engine/table/live';
import { cycleOf, formatDay, localDay } from '$lib/engine/time';
import {
	Books,
	hiddenRules,
	OUTSIDE,
	randomOf,
	sixtieths,
	vendorRows,
	type VendorRules,
	type VendorTotals
} from '../../support/invoices';
import { columnsOf, newNames, registerOf } from '../../support/rows';
import { sure } from '../../support/sure';
import { zoneOf } from '../../support/zones';

/**
 * The benchmark of rule inference: invoices made by tests/support/invoices.ts, whose arithmetic is its own, under
 * rules that the engine is not told.
 */
const TORONTO = zoneOf('America/Toronto');
const OWN = { zone: TORONTO, anchorDay: 1 };
const NOVEMBER = cycleOf(OWN, Date.UTC(2026, 10, 16));
const SPACE = spaceAround([NET2PHONE], periodsOf(OWN, NOVEMBER, BILLING_ZONES.map(zoneOf), ANCHOR_DAYS), [
	'talk'
]);
const VERSIONS = cardVersions([NET2PHONE], 'net2phone', TORONTO);
const PLAN = compilePlan(TORONTO, VERSIONS, registerOf(), []);

/** Some months of one customer, as the engine has them and as the vendor has them. */
function customer(seed: number) {
	const rows = vendorRows(seed, 700);
	const books = new Books(rows);
	const names = newNames();
	const columns = columnsOf(
		rows.map((row) => ({
			start: row.at,
			...(row.kind === 'call' ? { ms: row.total, further: row.talk } : { messages: row.messages }),
			class: row.premium ? ('premium' as const) : ('standard' as const)
		})),
		names
	);
	const live = allLive(columns.rows);
	const rated = newRated(columns.rows);
	new LayerRating(PLAN, 'layer', names, 0).rate(columns, 0, rated);
	const lengths = [columns.quantity, sure(columns.durations[0])];
	const scanned: ScannedRows = {
		layer: 0,
		block: 0,
		columns,
		rated,
		live,
		lengths,
		first: 0,
		end: columns.rows
	};
	const counts = new LengthCounts(boundsOf(SPACE.periods), VERSIONS, 2);
	counts.add(columns, rated, live, lengths);
	return { rows, books, scanned, predictions: new Predictions(counts.finish(), SPACE, PLAN.tariffs) };
}

type Customer = ReturnType<typeof customer>;

/** A rule set of the space in the vendor's words. */
function spoken(rules: RuleSet): VendorRules {
	const { cycle, rules: cuts } = sure(SPACE.periods[rules.period]);
	const { zone } = sure(cuts[0]);
	const rounding = roundingOf(SPACE, rules, sure(PLAN.tariffs[0]));
	return {
		initial: rounding.initialSeconds,
		step: rounding.incrementSeconds,
		wholeCredits: rounding.wholeCreditsPerCall,
		threshold: rounding.shortCallSeconds,
		from: formatDay(localDay(zone, cycle.start)),
		to: formatDay(localDay(zone, cycle.end)),
		zone: zone.name,
		duration: rules.base === 0 ? 'total' : 'talk'
	};
}

const EVERY: readonly { rules: RuleSet; words: VendorRules }[] = [...SPACE.roundings.keys()].flatMap(
	(rounding) =>
		[...SPACE.thresholds.keys()].flatMap((threshold) =>
			[...SPACE.periods.keys()].flatMap((period) =>
				[...SPACE.bases.keys()].map((base) => {
					const rules = { rounding, threshold, period, base };
					return { rules, words: spoken(rules) };
				})
			)
		)
);

/** What each row costs, as one text: two rule sets with the same are not two. */
const printed = ({ rows }: Customer, words: VendorRules): string =>
	rows.map((row) => sixtieths(row, words)).join();

/** Every rule set that the vendor's own books agree with, by what it makes of the rows. */
function trueExplanations(own: Customer, totals: VendorTotals): Map<string, RuleSet[]> {
	const groups = new Map<string, RuleSet[]>();
	for (const { rules, words } of EVERY) {
		if (!own.books.agree(totals, words)) continue;
		const print = printed(own, words);
		groups.set(print, [...(groups.get(print) ?? []), rules]);
	}
	return groups;
}

const NOTHING: InvoiceTotals = {
	credits: null,
	voiceCredits: null,
	chatCredits: null,
	overageCredits: null,
	billableMinutes: null,
	calls: null,
	messages: null,
	amount: null
};

const inferred = ({ predictions }: Customer, totals: VendorTotals, wanted: number | null = null) =>
	infer(predictions, new Comparison({ ...NOTHING, ...totals }, null, false), wanted);

const keyOf = ({ rounding, threshold, period, base }: RuleSet): string =>
	[rounding, threshold, period, base].join();
const groupOf = ({ rules, alike }: Explanation): string[] => [rules, ...alike].map(keyOf).sort();
const byText = (a: readonly string[], b: readonly string[]): number => (a.join(';') < b.join(';') ? -1 : 1);

interface Invoice {
	readonly own: Customer;
	readonly hidden: VendorRules;
	readonly totals: VendorTotals;
	readonly truth: Map<string, RuleSet[]>;
}

/** Invoices with credits alone, or with all totals where those leave more than one; sorted by what they truly tell. */
function invoices() {
	const random = randomOf(2026);
	const customers = [customer(1), customer(2)];
	const [clear, open]: [Invoice[], Invoice[]] = [[], []];
	while (clear.length < 20 || open.length < 8) {
		const own = sure(customers[clear.length % 2]);
		const hidden = hiddenRules(random);
		const all = own.books.totals(hidden);
		for (const totals of [{ credits: all.credits }, all]) {
			const truth = trueExplanations(own, totals);
			const list = truth.size === 1 ? clear : open;
			if (list === clear ? clear.length < 20 : open.length < 8) list.push({ own, hidden, totals, truth });
			if (truth.size === 1) break;
		}
	}
	return { customers, clear, open };
}

describe('rule inference', () => {
	const { customers, clear, open } = invoices();

	it('tries at least 8 roundings × 6 thresholds × 4 zones × 3 anchor days × each duration', () => {
		const found = inferred(sure(clear[0]).own, sure(clear[0]).totals);
		expect(found.tried).toBe(EVERY.length);
		expect(found.tried).toBeGreaterThan(8 * 6 * 4 * 3 * 2);
		expect(found.untried).toBe(0);
	});

	it('finds the hidden rule set on 20 invoices, and no other', () => {
		expect(clear.length).toBe(20);
		for (const { own, hidden, totals, truth } of clear) {
			const { explanations } = inferred(own, totals);
			expect(explanations.map(groupOf)).toEqual([...truth.values()].map((rules) => rules.map(keyOf).sort()));
			const words = spoken(sure(explanations[0]).rules);
			expect(printed(own, words), JSON.stringify({ hidden, words })).toBe(printed(own, hidden));
		}
		// Not all of them are given away by a telling set of totals.
		expect(clear.filter(({ totals }) => Object.keys(totals).length === 1).length).toBeGreaterThanOrEqual(3);
	});

	it('names every rule set that explains an ambiguous one, and rows that tell them apart', () => {
		expect(open.length).toBeGreaterThanOrEqual(5);
		for (const { own, hidden, totals, truth } of open) {
			const { explanations } = inferred(own, totals);
			expect(explanations.length).toBeGreaterThan(1);
			expect(explanations.map(groupOf).sort(byText)).toEqual(
				[...truth.values()].map((rules) => rules.map(keyOf).sort()).sort(byText)
			);
			expect([...truth.keys()]).toContain(printed(own, hidden));

			const shown = explanations.slice(0, TOLD_APART).map(({ rules }) => rules);
			const apart = new TellApart(VERSIONS, SPACE, shown, PLAN.tariffs);
			apart.add(own.scanned);
			const rows = apart.finish();
			expect(rows.length).toBeLessThan(shown.length);
			for (const { row, units } of rows)
				expect(units).toEqual(shown.map((rules) => 1_000 * sixtieths(sure(own.rows[row]), spoken(rules))));
			for (const [a] of shown.entries())
				for (let b = a + 1; b < shown.length; b++)
					expect(rows.some(({ units }) => units[a] !== units[b])).toBe(true);
		}
	});

	it('says that none fits an invoice made by rules that it does not know', () => {
		const own = sure(customers[0]);
		for (const other of OUTSIDE) {
			const hidden = {
				...sure(clear[0]).hidden,
				zone: 'America/Toronto',
				from: '2026-11-01',
				to: '2026-12-01',
				...other
			};
			const totals = own.books.totals(hidden);
			expect(trueExplanations(own, totals).size, JSON.stringify(other)).toBe(0);
			const found = inferred(own, totals, 1);
			expect(found.explanations).toEqual([]);
			expect(found.nearest.length).toBe(3);
		}
	});
});
