/** What a file of sums by day begins with (formats.md §3). */
export const SUMMARY_MARK = '# drawdown-summary:';
