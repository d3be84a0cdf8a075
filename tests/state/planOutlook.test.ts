import { expect, test } from 'vitest';
import type { App } from '$lib/state/app.svelte';
import { PlanOutlook, type ScheduleQuestion } from '$lib/state/planOutlook.svelte';
import type { ScheduleView } from '$lib/workers/api';

test('an answer stays with its own question while another is asked', async () => {
	const answers: ((answer: Partial<ScheduleView>) => void)[] = [];
	const app = {
		attempt: (step: () => Promise<void>) => step(),
		client: {
			query: { forecastInput: async () => ({}) },
			compute: { schedule: () => new Promise((resolve) => answers.push(resolve)) }
		}
	};
	const outlook = new PlanOutlook(app as unknown as App);
	const question = (wish: ScheduleQuestion['wish']) => ({ wish, ask: {}, view: {} }) as ScheduleQuestion;
	const credits = outlook.choose(question('mean'));
	await expect.poll(() => answers.length).toBe(1);
	answers[0]?.({ steady: [] });
	await credits;
	const money = outlook.choose(question('never'));
	await expect.poll(() => answers.length).toBe(2);
	expect(outlook.schedule).toMatchObject({ wish: 'mean', answer: { steady: [] } });
	answers[1]?.({ best: null });
	await money;
	expect(outlook.schedule).toMatchObject({ wish: 'never', answer: { best: null } });
});
