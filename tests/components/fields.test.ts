import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import FileButton from '$lib/components/FileButton.svelte';
import Menu from '$lib/components/Menu.svelte';
import Progress from '$lib/components/Progress.svelte';
import Segmented from '$lib/components/Segmented.svelte';
import Select from '$lib/components/Select.svelte';
import Tabs from '$lib/components/Tabs.svelte';
import Toast from '$lib/components/Toast.svelte';
import { language } from '$lib/i18n/language.svelte';
import Harness from './Harness.svelte';

afterEach(() => language.set('en'));

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Credits' });

describe('a number field', () => {
	it('takes thousands and decimals as they are pasted, and writes them its own way on leaving', async () => {
		const onchange = vi.fn();
		render(Harness, { start: null, decimals: 1, onchange });
		await fireEvent.input(field(), { target: { value: '60 000,5' } });
		expect(onchange).toHaveBeenLastCalledWith('60000.5');
		expect(field()).toHaveValue('60 000,5');
		await fireEvent.blur(field());
		expect(field()).toHaveValue('60,000.5');
	});

	it('writes them its own way on Enter, too, with which its form is sent, unless something is wrong', async () => {
		render(Harness, { start: null });
		await fireEvent.input(field(), { target: { value: '60000' } });
		await fireEvent.keyDown(field(), { key: 'Enter' });
		expect(field()).toHaveValue('60,000');
		await fireEvent.input(field(), { target: { value: '60000x' } });
		await fireEvent.keyDown(field(), { key: 'Enter' });
		expect(field()).toHaveValue('60000x');
	});

	it('writes the number in the language of the person', async () => {
		await language.set('fr-CA');
		render(Harness, { start: '60000.5', decimals: 1 });
		expect(field()).toHaveValue('60\u202f000,5');
	});

	it('leaves the zeros at the end of an amount where they are', async () => {
		render(Harness, { start: '1029.00', decimals: 6 });
		expect(field()).toHaveValue('1,029.00');
	});

	it('says what is wrong and how to put it right, and passes nothing on', async () => {
		const onchange = vi.fn();
		render(Harness, { start: '5', onchange });
		await fireEvent.input(field(), { target: { value: '2.5' } });
		expect(field()).toBeInvalid();
		expect(field()).toHaveAccessibleDescription(/Use a whole number\./);
		await fireEvent.input(field(), { target: { value: '2000000' } });
		expect(field()).toHaveAccessibleDescription(/Use a number from 0 to 1,000,000\./);
		expect(onchange).not.toHaveBeenCalled();
		await fireEvent.blur(field());
		expect(field()).toHaveValue('2000000');
	});

	it('goes by ones with the arrows and by tens with Shift, within its bounds', async () => {
		render(Harness, { start: '5' });
		await fireEvent.keyDown(field(), { key: 'ArrowUp' });
		expect(field()).toHaveValue('6');
		await fireEvent.keyDown(field(), { key: 'ArrowDown', shiftKey: true });
		expect(field()).toHaveValue('0');
	});

	it('can be emptied', async () => {
		const onchange = vi.fn();
		render(Harness, { start: '5', onchange });
		await fireEvent.input(field(), { target: { value: '' } });
		expect(onchange).toHaveBeenLastCalledWith(null);
	});
});

describe('a choice', () => {
	it('is a named native select, its options in groups', async () => {
		const onchange = vi.fn();
		render(Select, {
			label: 'Start',
			value: '',
			onchange,
			options: [
				{ value: '', label: 'Choose…' },
				{ value: 'c0', label: 'When', group: 'Columns of the file' }
			]
		});
		await fireEvent.change(screen.getByRole('combobox', { name: 'Start' }), { target: { value: 'c0' } });
		expect(onchange).toHaveBeenCalledWith('c0');
		expect(screen.getByRole('group', { name: 'Columns of the file' })).toBeInTheDocument();
	});

	it('of few is a group of radio buttons', async () => {
		const onchange = vi.fn();
		render(Segmented, {
			legend: 'Overage',
			value: 'off',
			onchange,
			options: [
				{ value: 'off', label: 'Off' },
				{ value: 'on', label: 'On' }
			]
		});
		expect(screen.getByRole('group', { name: 'Overage' })).toBeInTheDocument();
		expect(screen.getByRole('radio', { name: 'Off' })).toBeChecked();
		await fireEvent.click(screen.getByRole('radio', { name: 'On' }));
		expect(onchange).toHaveBeenCalledWith('on');
	});
});

describe('tabs', () => {
	it('are walked with the arrow keys, one of them in the tab order', async () => {
		const onselect = vi.fn();
		render(Tabs, {
			label: 'Parts',
			panel: 'panel',
			selected: 'a',
			onselect,
			tabs: [
				{ id: 'a', label: 'Contract' },
				{ id: 'b', label: 'Rate card' }
			]
		});
		expect(screen.getByRole('tab', { name: 'Contract' })).toHaveAttribute('tabindex', '0');
		expect(screen.getByRole('tab', { name: 'Rate card' })).toHaveAttribute('tabindex', '-1');
		await fireEvent.keyDown(screen.getByRole('tablist'), { key: 'ArrowLeft' });
		expect(onselect).toHaveBeenCalledWith('b');
	});
});

describe('a menu', () => {
	const setup = () => {
		const onselect = vi.fn();
		const item = (id: string, label: string, checked: boolean) => ({
			id,
			label,
			checked,
			onselect: () => onselect(id)
		});
		render(Menu, {
			label: 'Plan',
			trigger: createRawSnippet(() => ({ render: () => '<span>Plan 60,000</span>' })),
			items: [item('40', '40,000', false), item('60', '60,000', true), item('100', '100,000', false)]
		});
		return { onselect, button: screen.getByRole('button', { name: 'Plan 60,000' }) };
	};

	it('opens on what is chosen and is walked with the arrow keys', async () => {
		const { button } = setup();
		await fireEvent.click(button);
		expect(button).toHaveAttribute('aria-expanded', 'true');
		expect(screen.getByRole('menuitemradio', { name: /^✓?\s*60,000/ })).toHaveFocus();
		await fireEvent.keyDown(screen.getByRole('menu'), { key: 'ArrowDown' });
		expect(screen.getByRole('menuitemradio', { name: '100,000' })).toHaveFocus();
		await fireEvent.keyDown(screen.getByRole('menu'), { key: 'Home' });
		expect(screen.getByRole('menuitemradio', { name: '40,000' })).toHaveFocus();
	});

	it('closes on Escape and gives the focus back', async () => {
		const { button } = setup();
		await fireEvent.click(button);
		await fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
		expect(screen.queryByRole('menu')).not.toBeInTheDocument();
		expect(button).toHaveFocus();
	});

	it('closes when something is chosen', async () => {
		const { button, onselect } = setup();
		await fireEvent.click(button);
		await fireEvent.click(screen.getByRole('menuitemradio', { name: '100,000' }));
		expect(onselect).toHaveBeenCalledWith('100');
		expect(screen.queryByRole('menu')).not.toBeInTheDocument();
		expect(button).toHaveFocus();
	});
});

describe('a file button', () => {
	it('is an input by its exact name and hands over what is chosen, the same file twice too', async () => {
		const onfiles = vi.fn();
		render(FileButton, { label: 'Choose usage files', multiple: true, onfiles });
		const input = screen.getByLabelText<HTMLInputElement>('Choose usage files');
		const file = new File(['a'], 'a.csv');
		Object.defineProperty(input, 'files', { value: [file], configurable: true });
		await fireEvent.change(input);
		await fireEvent.change(input);
		expect(onfiles).toHaveBeenCalledTimes(2);
		expect(onfiles).toHaveBeenCalledWith([file]);
	});
});

describe('progress', () => {
	it('is spoken at every full tenth only', async () => {
		const announce = vi.fn((share: number) => `${Math.round(share * 100)}% read`);
		const { rerender } = render(Progress, { label: 'Reading a.csv', share: 0.05, facts: [], announce });
		expect(screen.getByRole('progressbar', { name: 'Reading a.csv' })).toBeInTheDocument();
		expect(announce).not.toHaveBeenCalled();
		await rerender({ share: 0.31 });
		expect(screen.getByText('30% read')).toBeInTheDocument();
		await rerender({ share: 0.39 });
		expect(screen.getByText('30% read')).toBeInTheDocument();
	});
});

describe('a toast', () => {
	it('goes by itself, but not while it is pointed at', async () => {
		vi.useFakeTimers();
		const onclose = vi.fn();
		render(Toast, { text: 'Saved the settings', action: null, onclose });
		await fireEvent.pointerEnter(screen.getByRole('group'));
		vi.advanceTimersByTime(10_000);
		expect(onclose).not.toHaveBeenCalled();
		await fireEvent.pointerLeave(screen.getByRole('group'));
		vi.advanceTimersByTime(6_000);
		expect(onclose).toHaveBeenCalledOnce();
		vi.useRealTimers();
	});

	it('can be undone', async () => {
		const run = vi.fn();
		const onclose = vi.fn();
		render(Toast, { text: 'Removed the reading', action: { label: 'Undo', run }, onclose });
		await fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
		await waitFor(() => expect(run).toHaveBeenCalledOnce());
		expect(onclose).toHaveBeenCalledOnce();
	});
});
