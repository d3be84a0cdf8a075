import type { Country } from '$lib/engine/time';

/** Names in the tz database, old ones too, of the zones of countries whose holidays are known. */
const ZONES: readonly (readonly [Country, RegExp])[] = [
	[
		'CA',
		/^Canada\/|^America\/(Toronto|Montreal|Vancouver|Winnipeg|Edmonton|Halifax|Regina|St_Johns|Moncton|Whitehorse|Yellowknife|Iqaluit|Thunder_Bay|Nipigon|Rainy_River|Rankin_Inlet|Resolute|Inuvik|Dawson|Dawson_Creek|Fort_Nelson|Creston|Swift_Current|Glace_Bay|Goose_Bay|Blanc-Sablon|Atikokan|Cambridge_Bay|Pangnirtung)$/
	],
	[
		'US',
		/^US\/(?!Samoa)|^Pacific\/Honolulu$|^America\/(New_York|Detroit|Chicago|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Sitka|Metlakatla|Yakutat|Nome|Adak|Menominee|Louisville|Fort_Wayne|Indianapolis|(Indiana|Kentucky|North_Dakota)\/.+)$/
	],
	['SE', /^Europe\/Stockholm$/],
	['GB', /^(Europe\/(London|Belfast)|GB(-Eire)?)$/],
	['DE', /^Europe\/(Berlin|Busingen)$/],
	['FR', /^Europe\/Paris$/]
];

/** The country that a contract's time zone lies in, as far as its holidays are known: a proposal, never more. */
export const countryOfZone = (zone: string): Country | null =>
	ZONES.find(([, names]) => names.test(zone))?.[0] ?? null;
