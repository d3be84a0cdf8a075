/** Fewer covered local days before the as-of's day than this: no chances (domain.md §7). */
export const DAYS_NEEDED = 14;

/** Days into a cycle after which past forecasts are looked at again. */
export const CARD_DAYS = [7, 14, 21] as const;
