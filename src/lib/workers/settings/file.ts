import * as v from 'valibot';
import { formatInstant, parseDay, parseInstant, startOfDay, DAY_MS } from '../../engine/time';
import type { Settings, SettingsChange, SettingsPreview } from '../api';
import { AppError } from '../errors';
import { zoneTable } from '../zone';
import {
	agentKey,
	budgetKey,
	cardKey,
	eventKey,
	otherCardKey,
	profileKey,
	scenarioKey,
	settingsFileSchema,
	type SettingsFile
} from './schema';

/** The text of the settings file: every key present, instants as UTC text (formats.md §4). */
export function writeSettings(settings: Settings): string {
	const { readings, ...rest } = settings;
	const file = {
		format: 'drawdown-settings',
		version: 1,
		...rest,
		readings: readings.map(({ at, creditsUsed }) => ({ at: formatInstant(at), creditsUsed }))
	};
	return `${JSON.stringify(file, null, '\t')}\n`;
}

/** Where a schema issue lies, as `contract.changes[2].at`. */
function where(issue: v.BaseIssue<unknown>): string {
	return (issue.path ?? []).reduce((path, { key }) => {
		if (typeof key === 'number') return `${path}[${key}]`;
		return path ? `${path}.${String(key)}` : String(key);
	}, '');
}

/** Reads a settings file. Throws an `AppError` that names the first thing wrong. */
export function parseSettings(text: string): SettingsFile {
	let raw: unknown;
	try {
		raw = JSON.parse(text);
	} catch (cause) {
		throw new AppError('settingsNotJson', {}, { cause });
	}
	if (
		typeof raw === 'object' &&
		raw !== null &&
		'version' in raw &&
		typeof raw.version === 'number' &&
		raw.version > 1
	)
		throw new AppError('settingsNewer', { version: raw.version });
	const result = v.safeParse(settingsFileSchema, raw, { abortEarly: true });
	if (!result.success) {
		const [issue] = result.issues;
		throw new AppError('settingsInvalid', {
			path: where(issue),
			expected: issue.expected ?? issue.message,
			received: issue.received.slice(0, 100)
		});
	}
	return result.output;
}

/** The instant of a moment's text in a zone. The schema has checked the text. */
function instantOf(moment: string, zoneName: string): number {
	const instant = parseInstant(moment);
	if (instant !== null) return instant;
	const day = parseDay(moment) as number;
	return startOfDay(zoneTable(zoneName, day * DAY_MS, day * DAY_MS), day);
}

/** What a file says, over a base for all that it leaves out. */
function take(file: SettingsFile, base: Settings, merge: boolean): Settings {
	const cards = file.rateCards ?? [];
	const rateCards = merge
		? mergeBy(base.rateCards, cards, cardKey)
		: cards.length > 0
			? cards
			: base.rateCards;
	const contract = file.contract
		? {
				...file.contract,
				rateCardId: file.contract.rateCardId ?? rateCards[0]?.id ?? base.contract.rateCardId
			}
		: base.contract;
	if (!rateCards.some((card) => card.id === contract.rateCardId))
		throw new AppError('settingsInvalid', {
			path: 'contract.rateCardId',
			expected: 'rateCards',
			received: contract.rateCardId
		});
	const readings = (file.readings ?? []).map(({ at, creditsUsed }) => ({
		at: instantOf(at, contract.timeZone),
		creditsUsed
	}));
	const agents = file.agents ?? [];
	const events = file.events ?? [];
	const budgets = file.budgets ?? [];
	const growth = file.growthPercentPerMonth;
	const { assumptions } = file;
	const scenarios = file.scenarios ?? [];
	const otherCards = file.otherCards ?? [];
	const profiles = file.profiles ?? [];
	return {
		rateCards,
		contract,
		agents: merge ? mergeBy(base.agents, agents, agentKey) : agents,
		readings: (merge ? mergeBy(base.readings, readings, (reading) => String(reading.at)) : readings).toSorted(
			(a, b) => a.at - b.at
		),
		events: merge ? mergeBy(base.events, events, eventKey) : events,
		growthPercentPerMonth: growth === undefined ? base.growthPercentPerMonth : growth,
		assumptions: assumptions === undefined ? base.assumptions : assumptions,
		budgets: merge ? mergeBy(base.budgets, budgets, budgetKey) : budgets,
		scenarios: merge ? mergeBy(base.scenarios, scenarios, scenarioKey) : scenarios,
		otherCards: merge ? mergeBy(base.otherCards, otherCards, otherCardKey) : otherCards,
		profiles: merge ? mergeBy(base.profiles, profiles, profileKey) : profiles
	};
}

/** Items of both lists; of two with one key the second's stands, in the first's place. */
function mergeBy<T>(base: readonly T[], added: readonly T[], key: (item: T) => string): T[] {
	const merged = new Map(base.map((item) => [key(item), item]));
	for (const item of added) merged.set(key(item), item);
	return [...merged.values()];
}

/** A list's items by what identifies them, so that a change is shown where it is, not as "the list changed". */
function itemKey(item: unknown, index: number): string {
	if (typeof item !== 'object' || item === null) return String(index);
	const field = (name: string) => (name in item ? String((item as Record<string, unknown>)[name]) : '');
	const key = [
		field('id'),
		field('effectiveFrom'),
		field('agent'),
		field('entity'),
		field('channel'),
		field('includedCredits'),
		field('at'),
		field('from'),
		field('of'),
		field('fingerprint'),
		field('name')
	];
	return key.filter((part) => part !== '' && part !== 'null').join(' ') || String(index);
}

function children(value: unknown): Map<string, unknown> | null {
	if (Array.isArray(value)) return new Map(value.map((item, k) => [`[${itemKey(item, k)}]`, item]));
	if (typeof value === 'object' && value !== null)
		return new Map(Object.entries(value).map(([k, item]) => [`.${k}`, item]));
	return null;
}

/** Every leaf in which two plain values differ. */
export function differences(before: unknown, after: unknown, path = ''): SettingsChange[] {
	const [a, b] = [children(before), children(after)];
	if (a && b)
		return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) =>
			differences(a.get(key), b.get(key), `${path}${key}`)
		);
	const [from, to] = [JSON.stringify(before) ?? null, JSON.stringify(after) ?? null];
	return from === to ? [] : [{ path: path.replace(/^\./, ''), before: from, after: to }];
}

/** The settings that a file says. `blank`: those of a new workspace. Throws an `AppError` as {@link parseSettings}. */
export const settingsOf = (text: string, blank: Settings): Settings =>
	take(parseSettings(text), blank, false);

/** What a settings file would change, taken in either way. `blank`: the settings a replace starts from. */
export function previewSettings(text: string, current: Settings, blank: Settings): SettingsPreview {
	const file = parseSettings(text);
	const replaced = take(file, blank, false);
	const merged = take(file, current, true);
	return {
		replace: { settings: replaced, changes: differences(current, replaced) },
		merge: { settings: merged, changes: differences(current, merged) }
	};
}
