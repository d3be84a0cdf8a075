/** What a file of sums by day begins with (formats.md §3). */
export const SUMMARY_MARK = '# drawdown-summary:';
/** In Parquet what stands behind the mark is metadata under this key. */
export const SUMMARY_KEY = 'drawdown-summary';
