import type { CycleView } from '$lib/workers/api';

/** A stretch of the known line. */
type Line = CycleView['line'];

const cut = ({ at, credits }: Line, from: number, to: number): Line => ({
	at: at.slice(from, to),
	credits: credits.slice(from, to)
});

/** A cycle as it was known at an instant within it, and what came after. */
export function asKnownAt(view: CycleView, asOf: number): { readonly view: CycleView; readonly later: Line } {
	const { line } = view;
	const after = line.at.findIndex((at) => at > asOf);
	const known = after < 0 ? line.at.length : after;
	const used = known > 0 ? (line.credits[known - 1] as number) : 0;
	const notYet = (at: number | null) => (at !== null && at > asOf ? null : at);
	return {
		view: {
			...view,
			context: { ...view.context, asOf },
			complete: false,
			line: cut(line, 0, known),
			used,
			inForce: view.inForce && { ...view.inForce, runOutAt: notYet(view.inForce.runOutAt) },
			plans: view.plans.map((plan) => ({ ...plan, runOutAt: notYet(plan.runOutAt) })),
			censored: view.censored.filter(({ from }) => from < asOf)
		},
		later: cut(line, Math.max(0, known - 1), line.at.length)
	};
}
