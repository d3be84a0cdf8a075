import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { language } from '$lib/i18n/language.svelte';
import { App } from '$lib/state/app.svelte';
import Mix from '../../src/routes/mix/+page.svelte';
import { fakeClient } from '../support/fake/client';
import Screen from './Screen.svelte';

// There is no router here; the address is the browser's matter.
const replaceState = vi.hoisted(() => vi.fn<(address: URL) => void>());
vi.mock('$app/navigation', () => ({ replaceState, goto: vi.fn(), afterNavigate: vi.fn() }));

beforeEach(() => replaceState.mockClear());
afterEach(async () => {
	history.replaceState(null, '', '/');
	await language.set('en');
});

const DRAWN = '2930-645-7140-2122';

async function shown({ filled = true, search = '' } = {}) {
	history.replaceState(null, '', `/mix/${search}`);
	const app = new App(fakeClient({ filled }));
	await app.open(null);
	render(Screen, { app, screen: Mix });
	const point = await screen.findByRole('slider', { name: /^The mix/ });
	return { app, point };
}

const title = () => screen.getByRole('heading', { level: 1 }).textContent;
const field = (name: string) => screen.getByRole('textbox', { name });

describe('the Mix screen', () => {
	it('has its forecast on its way as soon as there is an answer, so that no mix is shown before', async () => {
		const client = fakeClient({ filled: true });
		const seen: boolean[] = [];
		const look = async () => {
			for (let k = 0; k < 50; k++) {
				await null;
				if (app.view) seen.push(app.forecasting);
			}
		};
		const cycle: typeof client.query.cycle = async (start) => {
			const view = await client.query.cycle(start);
			void look();
			return view;
		};
		const never = () => new Promise<never>(() => undefined);
		const app = new App({ ...client, query: { ...client.query, cycle, forecastInput: never } });
		void app.open(null);
		await expect.poll(() => seen.length).toBeGreaterThan(10);
		expect(new Set(seen)).toEqual(new Set([true]));
	});

	it('takes the mix of an address, and says what it needs', async () => {
		const { point } = await shown({ search: `?mix=${DRAWN}` });
		expect(title()).toBe('This mix needs 64,968 credits: 4,968 more than the plan holds');
		expect(point).toHaveAttribute('aria-valuetext', '3,575 minutes, 9,262 messages: 64,968 credits');
		expect(field('Voice, premium, minutes a month')).toHaveValue('645');
		expect(screen.getByRole('figure')).toHaveAccessibleDescription(/It needs the 100,000 plan/);
	});

	it('follows what is typed, and refuses what is no volume', async () => {
		await shown({ search: `?mix=${DRAWN}` });
		const minutes = field('Voice, standard, minutes a month');
		await fireEvent.input(minutes, { target: { value: '2,330' } });
		expect(title()).toBe('This mix needs 58,968 credits and fits in 60,000 with 1,032 to spare');
		await fireEvent.input(minutes, { target: { value: '-5' } });
		expect(minutes).toHaveAttribute('aria-invalid', 'true');
		expect(title()).toContain('58,968');
		// The address follows a moment later.
		await vi.waitFor(() =>
			expect(replaceState.mock.lastCall?.[0].searchParams.get('mix')).toBe('2330-645-7140-2122')
		);
	});

	it('moves by the arrow keys: a hundredth of an axis, with Shift a tenth', async () => {
		const { point } = await shown({ search: `?mix=${DRAWN}` });
		const minutes = () => Number(point.getAttribute('aria-valuenow'));
		await fireEvent.keyDown(point, { key: 'ArrowRight' });
		const step = minutes() - 3_575;
		expect(step).toBeGreaterThan(0);
		await fireEvent.keyDown(point, { key: 'ArrowLeft', shiftKey: true });
		// Both are whole minutes.
		expect(Math.abs(3_575 + step - minutes() - 10 * step)).toBeLessThanOrEqual(5);
		await fireEvent.keyDown(point, { key: 'ArrowUp' });
		expect(point.getAttribute('aria-valuetext')).not.toContain('9,262');
		// What moves the page, or belongs to the browser, is left alone.
		const before = point.getAttribute('aria-valuetext');
		await fireEvent.keyDown(point, { key: 'ArrowUp', altKey: true });
		expect(point).toHaveAttribute('aria-valuetext', before);
	});

	it('moves along one axis by its tag, with either pair of arrows', async () => {
		const { point } = await shown({ search: `?mix=${DRAWN}` });
		const minutes = screen.getByRole('slider', { name: 'Call minutes a month, billable' });
		const messages = screen.getByRole('slider', { name: 'Chat messages a month' });
		expect(messages).toHaveAttribute('aria-orientation', 'vertical');
		await fireEvent.keyDown(minutes, { key: 'ArrowUp' });
		expect(Number(minutes.getAttribute('aria-valuenow'))).toBeGreaterThan(3_575);
		expect(point.getAttribute('aria-valuetext')).toContain('9,262 messages');
		await fireEvent.keyDown(minutes, { key: 'ArrowLeft' });
		await fireEvent.keyDown(messages, { key: 'ArrowDown', shiftKey: true });
		expect(point.getAttribute('aria-valuetext')).toContain('3,575 minutes');
		expect(Number(messages.getAttribute('aria-valuenow'))).toBeLessThan(9_262);
	});

	it('follows a pointer once a frame, and stays where it is let go', async () => {
		const { point } = await shown({ search: `?mix=${DRAWN}` });
		point.setPointerCapture = () => undefined;
		const now = () => Number(point.getAttribute('aria-valuenow'));
		await fireEvent.pointerDown(point, { button: 0, clientX: 100, clientY: 100 });
		await fireEvent.pointerMove(point, { clientX: 120, clientY: 100 });
		await fireEvent.pointerMove(point, { clientX: 160, clientY: 100 });
		expect(now()).toBe(3_575);
		await vi.waitFor(() => expect(now()).toBeGreaterThan(3_575));
		const there = now();
		await fireEvent.pointerMove(point, { clientX: 200, clientY: 100 });
		await fireEvent.pointerUp(point);
		expect(now()).toBeGreaterThan(there);
		await fireEvent.pointerMove(point, { clientX: 100, clientY: 100 });
		expect(now()).toBeGreaterThan(there);
	});

	it('applies a lever, after which the mix fits', async () => {
		await shown({ search: `?mix=${DRAWN}` });
		await fireEvent.click(screen.getByRole('button', { name: 'Apply: Answer 18% of call minutes by chat' }));
		expect(title()).toMatch(/and fits in 60,000 with [\d,]+ to spare$/);
		expect(screen.getByRole('heading', { name: 'What would make it fit in 40,000' })).toBeInTheDocument();
	});

	it('has a table of the same figures', async () => {
		await shown({ search: `?mix=${DRAWN}` });
		await fireEvent.click(screen.getByRole('button', { name: 'Show as table' }));
		const row = within(screen.getByRole('row', { name: /^60,000/ }));
		expect(row.getAllByRole('cell').map((cell) => cell.textContent)).toEqual([
			'5,082',
			'24,407',
			'3,154',
			'7,241',
			'needs more'
		]);
	});

	it('goes back to the month, and speaks French', async () => {
		await shown({ search: `?mix=${DRAWN}` });
		await fireEvent.click(screen.getByRole('button', { name: 'Reset to this month' }));
		expect(title()).not.toContain('64,968');
		expect(screen.getByText(/^It starts from this month as forecast/)).toBeInTheDocument();
		await language.set('fr-CA');
		expect(await screen.findByText(/^Au départ, ce mois-ci selon la prévision/)).toBeInTheDocument();
	});

	it('without usage starts from a preset, marked as assumed until it is changed', async () => {
		await shown({ filled: false, search: '?mix=all' });
		expect(title()).toContain('40,600 credits');
		const heading = screen.getByRole('heading', { name: /^The mix/ });
		expect(heading).toHaveTextContent('assumed');
		await fireEvent.change(screen.getByRole('combobox', { name: 'Kind of business' }), {
			target: { value: 'shop' }
		});
		expect(title()).toContain('28,000 credits');
		await fireEvent.input(field('Chat, standard, messages a month'), { target: { value: '10000' } });
		expect(title()).toContain('30,000 credits');
		expect(heading).not.toHaveTextContent('assumed');
	});
});
