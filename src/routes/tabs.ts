/** The tabs of screens that have some, in the order shown; the first is the screen's own address. */
export const PLANS_TABS = [
	{ id: 'plans', href: '/plans/' },
	{ id: 'past', href: '/plans/past/' },
	{ id: 'small-print', href: '/plans/small-print/' },
	{ id: 'lights-out', href: '/plans/lights-out/' },
	{ id: 'other-vendors', href: '/plans/other-vendors/' }
] as const;

export const USAGE_TABS = [
	{ id: 'usage', href: '/usage/' },
	{ id: 'messaging', href: '/usage/messaging/' },
	{ id: 'history', href: '/usage/history/' },
	{ id: 'calls', href: '/usage/calls/' },
	{ id: 'ledger', href: '/usage/ledger/' },
	{ id: 'waste', href: '/usage/waste/' },
	{ id: 'anomalies', href: '/usage/anomalies/' },
	{ id: 'invoice', href: '/usage/invoice/' },
	{ id: 'export', href: '/usage/export/' }
] as const;
