import { city } from './format';

export interface ZoneOption {
	/** IANA name */
	readonly value: string;
	readonly label: string;
	/** part of the world */
	readonly group?: string;
}

/** Every zone that the browser knows, by part of the world and city. `extra`: one that it may not list. */
export function zoneOptions(extra?: string): ZoneOption[] {
	const known = Intl.supportedValuesOf('timeZone');
	const names = extra && extra !== 'UTC' && !known.includes(extra) ? [extra, ...known] : known;
	const zones = names
		.filter((name) => name.includes('/'))
		.map((name) => ({ value: name, label: city(name), group: name.split('/')[0] ?? '' }));
	return [{ value: 'UTC', label: 'UTC' }, ...zones.sort((a, b) => (a.value < b.value ? -1 : 1))];
}
