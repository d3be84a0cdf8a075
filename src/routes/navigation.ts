/** The routes that exist, grouped by the question they answer. `first` is the first part of the path. */
export const NAVIGATION = [
	{
		group: 'now',
		routes: [
			{ id: 'overview', first: '', href: '/' },
			{ id: 'forecast', first: 'forecast', href: '/forecast/' }
		]
	},
	{
		group: 'decide',
		routes: [
			{ id: 'plans', first: 'plans', href: '/plans/' },
			{ id: 'mix', first: 'mix', href: '/mix/' },
			{ id: 'scenarios', first: 'scenarios', href: '/scenarios/' },
			{ id: 'budgets', first: 'budgets', href: '/budgets/' }
		]
	},
	{
		group: 'explore',
		routes: [{ id: 'usage', first: 'usage', href: '/usage/' }]
	},
	{
		group: 'data',
		routes: [
			{ id: 'import', first: 'import', href: '/import/' },
			{ id: 'settings', first: 'settings', href: '/settings/' }
		]
	}
] as const;

export type RouteName = (typeof NAVIGATION)[number]['routes'][number]['id'];
