/** A bar of parts of one hundred, and where the plan ends on it; shares of its whole width. */
export interface MixBarPicture {
	readonly parts: readonly { readonly key: string; readonly from: number; readonly to: number }[];
	/** null: no plan is chosen */
	readonly plan: number | null;
}

/** Stacked credits beside the plan's end: the longer of both fills the bar. */
export function mixBar(
	parts: readonly { readonly key: string; readonly credits: number }[],
	plan: number | null
): MixBarPicture {
	const total = parts.reduce((sum, { credits }) => sum + credits, 0);
	const whole = Math.max(total, plan ?? 0, 1) * (plan !== null && plan >= total ? 1 : 1.04);
	let from = 0;
	return {
		parts: parts.map(({ key, credits }) => {
			const part = { key, from, to: from + credits / whole };
			from = part.to;
			return part;
		}),
		plan: plan === null ? null : plan / whole
	};
}
