import { beforeEach, describe, expect, it } from 'vitest';
import { FIFTEEN_SECOND_RULE, PRESETS } from '$lib/engine/rating/cards';
import { App } from '$lib/state/app.svelte';
import { isAssumed } from '$lib/state/assumed';
import { SettingsForm } from '$lib/state/settingsForm.svelte';
import { SettingsFileReading } from '$lib/state/settingsFile.svelte';
import { fakeClient } from '../support/fake/client';

let client: ReturnType<typeof fakeClient>;
let app: App;
let form: SettingsForm;

beforeEach(async () => {
	client = fakeClient({ filled: true });
	app = new App(client);
	await app.open(null);
	form = new SettingsForm(app);
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

describe('an edit', () => {
	it('is kept apart until it is saved', async () => {
		form.editContract({ tier: 100_000 });
		expect(form.dirty).toBe(true);
		expect(app.settings?.value.contract.tier).toBe(60_000);
		expect(await form.save()).toBe(true);
		expect(form.dirty).toBe(false);
		expect(app.settings?.value.contract.tier).toBe(100_000);
	});

	it('is refused while a field cannot be read, or a cap is wanting', async () => {
		form.mark('anchor', true);
		form.editContract({ cycleAnchorDay: 4 });
		expect(await form.save()).toBe(false);
		form.mark('anchor', false);
		form.editContract({ overage: 'capped' });
		expect(form.wrong).toBe(true);
		form.editContract({ overageCapCredits: 5_000 });
		expect(await form.save()).toBe(true);
	});

	it('is refused while the term it gives is half given, or was over before usage ends; a stored one may run out', async () => {
		const asOf = app.view?.context.asOf ?? NaN;
		const year = new Date(asOf).getUTCFullYear();
		form.editContract({ termMonths: 12 });
		expect(form.term).toBe('half');
		expect(await form.save()).toBe(false);
		form.editContract({ termStart: `${year - 3}-01-01` });
		expect(form.term).toBe('over');
		expect(await form.save()).toBe(false);
		form.editContract({ termStart: `${year}-01-01` });
		expect(await form.save()).toBe(true);
		client.changeElsewhere((settings) => ({
			...settings,
			contract: { ...settings.contract, termStart: '2001-01-01' }
		}));
		await settled();
		form.editContract({ taxPercent: 5 });
		expect(form.term).toBeNull();
		expect(await form.save()).toBe(true);
	});

	it('never overwrites unseen what another tab has saved', async () => {
		form.editContract({ tier: 100_000 });
		client.changeElsewhere((settings) => ({
			...settings,
			contract: { ...settings.contract, taxPercent: 15 }
		}));
		await settled();
		expect(form.stale).toBe(true);
		expect(await form.save()).toBe(false);
		expect(form.value?.contract.tier).toBe(100_000);
		expect(await form.saveMine()).toBe(true);
		expect(app.settings?.value.contract).toMatchObject({ tier: 100_000, taxPercent: 0 });
	});

	it('is not taken for another tab’s while it is being secured', async () => {
		const { secure } = client.data;
		const stale: boolean[] = [];
		client.data.secure = (workspace) => {
			stale.push(form.stale);
			return secure(workspace);
		};
		form.editContract({ tier: 100_000 });
		expect(await form.save()).toBe(true);
		expect(stale).toEqual([false]);
	});

	it('gives way to the newer settings when it is discarded', async () => {
		form.editContract({ tier: 100_000 });
		client.changeElsewhere((settings) => ({
			...settings,
			contract: { ...settings.contract, taxPercent: 15 }
		}));
		await settled();
		form.discard();
		expect(form.value?.contract).toMatchObject({ tier: 60_000, taxPercent: 15 });
	});
});

describe('another card', () => {
	it('is added beside the one there is', () => {
		form.chooseCard('15-second-rule', PRESETS);
		expect(form.value?.rateCards.map(({ id }) => id)).toEqual(['net2phone', '15-second-rule']);
		expect(form.card?.voiceRounding.shortCallSeconds).toBe(15);
		expect(form.value?.contract.tier).toBe(60_000);
	});

	it('keeps no plan that it does not offer', () => {
		form.editTiers([{ includedCredits: 5_000, price: '10' }]);
		expect(form.value?.contract.tier).toBeNull();
	});

	it('keeps tiers ascending', () => {
		form.editTiers([...(form.card?.tiers ?? []), { includedCredits: 50_000, price: null }]);
		const credits = form.card?.tiers.map(({ includedCredits }) => includedCredits) ?? [];
		expect(credits).toEqual(credits.toSorted((a, b) => a - b));
		expect(credits).toContain(50_000);
	});
});

it('marks a value as assumed only while it stands as the preset brought it', () => {
	const card = FIFTEEN_SECOND_RULE;
	expect(isAssumed(card, 'rates', PRESETS)).toBe(true);
	expect(isAssumed(card, 'shortCallSeconds', PRESETS)).toBe(false);
	const edited = { ...card, voiceRounding: { ...card.voiceRounding, initialSeconds: 30 } };
	expect(isAssumed(edited, 'initialSeconds', PRESETS)).toBe(false);
});

describe('a settings file', () => {
	const reading = () => new SettingsFileReading(app);
	const file = (value: unknown) => new File([JSON.stringify(value)], 'mine.drawdown-settings.json');

	it('shows what it would change and changes nothing yet', async () => {
		const from = reading();
		await from.read(
			file({
				format: 'drawdown-settings',
				version: 1,
				contract: { tier: 100_000, timeZone: 'America/Toronto', cycleAnchorDay: 1, currency: 'USD' }
			})
		);
		expect(from.problem).toBeNull();
		expect(from.changes.map(({ change }) => change.path)).toContain('contract.tier');
		expect(app.settings?.value.contract.tier).toBe(60_000);
	});

	it('is taken in when the person says how', async () => {
		const from = reading();
		await from.read(
			file({
				format: 'drawdown-settings',
				version: 1,
				contract: { tier: 100_000, timeZone: 'America/Toronto', cycleAnchorDay: 1, currency: 'USD' }
			})
		);
		expect(await from.take('merge')).toBe(true);
		expect(app.settings?.value.contract.tier).toBe(100_000);
		expect(from.preview).toBeNull();
	});

	it('is refused with its reason, and the settings stay', async () => {
		const from = reading();
		await from.read(new File(['not json'], 'x.json'));
		expect(from.problem?.code).toBe('settingsNotJson');
		expect(from.preview).toBeNull();
	});

	it('comes back as it went out', async () => {
		const from = reading();
		const text = await from.text();
		await from.read(new File([text ?? ''], 'same.json'));
		expect(from.changes).toEqual([]);
	});
});
