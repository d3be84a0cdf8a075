import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import { NET2PHONE } from '$lib/engine/rating/cards';
import OwnTiers from '../../src/routes/plans/OwnTiers.svelte';

it('what is typed of the next tier while one is saved stays, and what was saved makes room', async () => {
	let saved: (done: boolean) => void = () => undefined;
	const onchange = vi.fn(() => new Promise<boolean>((resolve) => (saved = resolve)));
	render(OwnTiers, { card: NET2PHONE, currency: 'USD', onchange });
	const [credits, price] = ['Credits a month', 'Price a month'].map((name) =>
		screen.getByLabelText(name)
	) as [HTMLElement, HTMLElement];
	const type = async (field: HTMLElement, value: string) => {
		await fireEvent.input(field, { target: { value } });
		await fireEvent.blur(field);
	};
	await type(credits, '80000');
	await type(price, '1100');
	price.focus();
	await fireEvent.click(screen.getByRole('button', { name: 'Add tier' }));
	await type(credits, '90000');
	saved(true);
	await vi.waitFor(() => expect(price).toHaveValue(''));
	expect(credits).toHaveValue('90,000');
	expect(price).toHaveFocus();

	// A failure leaves everything.
	await type(price, '1200');
	await fireEvent.click(screen.getByRole('button', { name: 'Add tier' }));
	saved(false);
	await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Add tier' })).toBeEnabled());
	expect(credits).toHaveValue('90,000');
	expect(price).toHaveValue('1,200');
	expect(onchange).toHaveBeenCalledTimes(2);
});
