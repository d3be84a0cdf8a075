export type SeriesKey = 'voiceStandard' | 'voicePremium' | 'chatStandard' | 'chatPremium';
export type PerSeries<T> = Readonly<Record<SeriesKey, T>>;

/** The four channel × class series in the order in which they are stacked. */
export const SERIES: readonly SeriesKey[] = ['voiceStandard', 'voicePremium', 'chatStandard', 'chatPremium'];

export function perSeries<T>(make: (key: SeriesKey, index: number) => T): PerSeries<T> {
	return Object.fromEntries(SERIES.map((key, index) => [key, make(key, index)])) as PerSeries<T>;
}
