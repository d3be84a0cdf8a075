import type { Pathname } from '$app/types';
import { commands as words } from '$lib/i18n/commands';
import { common } from '$lib/i18n/common';
import { language, LANGUAGES } from '$lib/i18n/language.svelte';
import { tabs } from '$lib/i18n/tabs';
import type { App } from '$lib/state/app.svelte';
import { callsAddress } from '$lib/state/callsAddress';
import type { Command } from '$lib/state/palette';
import type { SavedView } from '$lib/state/savedViews.svelte';
import { keysTo } from '$lib/state/shortcuts.svelte';
import type { Theme } from '$lib/state/theme.svelte';
import { trySample } from '$lib/state/trySample';
import { NAVIGATION } from '../navigation';
import { saveReport } from '../saveReport';
import { PLANS_TABS, USAGE_TABS } from '../tabs';

/** Goes to a screen; `rest`: what follows its path in the address. */
type Go = (href: Pathname, rest?: string) => void;

interface Given {
	readonly app: App;
	readonly theme: Theme;
	/** names that drew credits of late */
	readonly agents: readonly string[];
	readonly views: readonly SavedView[];
	readonly go: Go;
	readonly onshortcuts: () => void;
}

/** Every screen, and every part of one that has an address. */
function screens(go: Go): Command[] {
	const { routes, settings } = common.current;
	const { plans, usage } = tabs.current;
	const screen = (href: Pathname, label: string, note?: string, rest = ''): Command => ({
		id: href + rest,
		group: 'screens',
		label,
		...(note === undefined ? {} : { note }),
		keys: rest === '' ? keysTo(href) : null,
		run: () => go(href, rest)
	});
	return [
		...NAVIGATION.flatMap(({ routes: some }) => some.map(({ id, href }) => screen(href, routes[id]))),
		...PLANS_TABS.slice(1).map(({ id, href }) => screen(href, plans[id], routes.plans)),
		...USAGE_TABS.map(({ id, href }) => screen(href, usage[id], routes.usage)).slice(1),
		screen('/proposal/', words.current.proposal, routes.plans),
		screen('/assumptions/', words.current.assumptions),
		...(['card', 'agents', 'storage'] as const).map((id) =>
			screen('/settings/', settings[id], routes.settings, `#${id}`)
		)
	];
}

/** All that the palette offers, in the order in which it stands before something is typed. */
export function commandsOf({ app, theme, agents, views, go, onshortcuts }: Given): Command[] {
	const t = words.current;
	const action = (id: string, label: string, run: () => void, also = ''): Command => ({
		id,
		group: 'actions',
		label,
		also,
		run
	});
	return [
		...screens(go),
		...agents.map<Command>((name) => ({
			id: `agent ${name}`,
			group: 'agents',
			label: name || common.current.unassigned,
			note: tabs.current.usage.calls,
			also: t.agent(name),
			run: () => go('/usage/calls/', `?${callsAddress({ agents: [name] })}`)
		})),
		...views.map<Command>(({ name, query }) => ({
			id: `view ${name}`,
			group: 'views',
			label: name,
			run: () => go('/usage/calls/', `?${query}`)
		})),
		...(app.settings?.value.scenarios ?? []).map<Command>(({ id, name }) => ({
			id: `scenario ${id}`,
			group: 'scenarios',
			label: name,
			run: () => go('/scenarios/', `#${id}`)
		})),
		...(app.view && !app.busy && !app.forecasting
			? [action('report', t.actions.report, () => void saveReport(app))]
			: []),
		action('backup', t.actions.backup, () => go('/settings/', '#storage')),
		action('sample', t.actions.sample, () => {
			go('/');
			void trySample(app, Date.now(), t.actions.sampleName);
		}),
		action('theme', theme.dark ? t.actions.light : t.actions.dark, () => theme.toggle()),
		...LANGUAGES.filter(({ id }) => id !== language.current).map(({ id, name, short }) =>
			action(id, name, () => void language.set(id), `${short} ${common.current.language}`)
		),
		{ ...action('shortcuts', t.actions.shortcuts, onshortcuts), keys: '?' }
	];
}
