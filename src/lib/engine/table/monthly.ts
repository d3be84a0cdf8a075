/**
 * Ready-made monthly tables, as vendors export them: one row per agent and month (domain.md §6). They are aggregates,
 * kept apart from interactions: nothing that counts, forecasts or draws down reads them.
 */

/** Figures that such a table may state, in the order in which they are shown. */
export const MONTHLY_FIGURES = ['calls', 'minutes', 'nonBillable', 'messages', 'cases', 'credits'] as const;
export type MonthlyFigure = (typeof MONTHLY_FIGURES)[number];

/** Figures of calls, and of chats; credits are either's. */
export const FIGURES_OF: Readonly<Record<'voice' | 'chat', readonly MonthlyFigure[]>> = {
	voice: ['calls', 'minutes', 'nonBillable'],
	chat: ['messages', 'cases']
};

/** What a table states of an agent in a month; plain data. */
export interface MonthlyRow {
	/** '' is "unassigned" */
	readonly agent: string;
	/** null: the table does not divide by entity */
	readonly entity: string | null;
	/** null: of calls and chats together */
	readonly channel: 'voice' | 'chat' | null;
	/** `YYYY-MM` */
	readonly month: string;
	/** those that are stated: whole numbers, minutes and credits half-even to 4 places */
	readonly figures: Readonly<Partial<Record<MonthlyFigure, number>>>;
}

/** What no two rows of a table have in common. */
export const monthlyKey = ({ agent, entity, channel, month }: Omit<MonthlyRow, 'figures'>): string =>
	JSON.stringify([month, agent, entity, channel]);
