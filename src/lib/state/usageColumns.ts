import { creditsOfUnits, minutesOfSeconds } from '$lib/engine/rating/credits';
import * as format from '$lib/i18n/format';
import { usage } from '$lib/i18n/usage';
import type { UsageFigures, UsageRow, UsageView } from '$lib/workers/api';
import type { Column } from './columns';
import { nameOf } from './names';

/** The two columns of one measure: this month, and since activation. */
function pair(
	id: string,
	group: string,
	measure: (figures: UsageFigures) => number | null
): Column<UsageRow>[] {
	const t = usage.current.table;
	const column = (period: 'thisCycle' | 'sinceActivation', label: string): Column<UsageRow> => ({
		id: `${id}.${period}`,
		group,
		label,
		kind: 'number',
		value: (row) => measure(row[period]),
		summed: true
	});
	return [column('thisCycle', t.thisMonth), column('sinceActivation', t.sinceActivation)];
}

function names(): Column<UsageRow>[] {
	const t = usage.current.table;
	return [
		{
			id: 'entity',
			group: '',
			label: t.entity,
			kind: 'text',
			value: ({ entity }) => nameOf(entity),
			summed: false
		},
		{
			id: 'agent',
			group: '',
			label: t.agent,
			kind: 'text',
			value: ({ agent }) => nameOf(agent),
			summed: false
		}
	];
}

const credits = (): Column<UsageRow> => ({
	id: 'credits',
	group: '',
	label: usage.current.table.credits,
	kind: 'number',
	value: ({ thisCycle }) => creditsOfUnits(thisCycle.units),
	summed: true
});

/** The columns of AI Voice (domain.md §6). */
function voiceColumns({ shortCallSeconds }: UsageView): Column<UsageRow>[] {
	const t = usage.current.voice;
	const threshold = shortCallSeconds === null ? null : format.integer(shortCallSeconds);
	return [
		...names(),
		...pair('calls', t.calls, ({ interactions }) => interactions),
		...pair('minutes', t.minutes, ({ seconds }) => minutesOfSeconds(seconds)),
		...pair(
			'nonBillable',
			shortCallSeconds === 0 ? t.noThreshold : t.nonBillable(threshold),
			({ nonBillable }) => nonBillable
		),
		credits()
	];
}

/** The vendor's two other figures and its licences, as the register gives them; null: it names no such agent. */
function registerColumns(): Column<UsageRow>[] {
	const t = usage.current.chat;
	const licence = ({ entry }: UsageRow) =>
		entry && t.licences[entry.licence === 'unlimited' || entry.licence === 'trial' ? entry.licence : 'other'];
	const percent = (value: number | null) => (value === null ? '–' : format.percent(value / 100, 2));
	const open = ({ entry }: UsageRow) => entry?.engagementOpenPercent ?? null;
	const closed = ({ entry }: UsageRow) => entry?.engagementClosedPercent ?? null;
	return [
		{ id: 'licence', group: '', label: t.licence, kind: 'text', value: licence, summed: false },
		{
			id: 'open',
			group: t.engagement,
			label: t.whenOpen,
			kind: 'number',
			value: open,
			text: (row) => percent(open(row)),
			summed: false
		},
		{
			id: 'closed',
			group: t.engagement,
			label: t.whenClosed,
			kind: 'number',
			value: closed,
			text: (row) => {
				const value = closed(row);
				return value === 100 ? t.yes : value === 0 ? t.no : percent(value);
			},
			summed: false
		},
		{
			id: 'price',
			group: '',
			label: t.price,
			kind: 'number',
			value: ({ entry }) => entry?.priceCredits ?? null,
			summed: false
		}
	];
}

/** The columns of AI Messaging (domain.md §6). */
const chatColumns = (): Column<UsageRow>[] => [
	...names(),
	...registerColumns(),
	...pair('cases', usage.current.chat.cases, ({ cases }) => cases),
	credits()
];

export const usageColumns = (view: UsageView): Column<UsageRow>[] =>
	view.channel === 'voice' ? voiceColumns(view) : chatColumns();
