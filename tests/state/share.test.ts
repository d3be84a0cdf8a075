import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUSINESS_MIXES, BUSINESS_SHAPES, interactionsOfMix, type Assumptions } from '$lib/engine/planning';
import { NET2PHONE } from '$lib/engine/rating';
import { fragmentOf, LinkError, MOST_WRITTEN, sharedSettings, textOfFragment } from '$lib/state/share';
import { blankSettings } from '$lib/workers/settings/document';
import { settingsOf } from '$lib/workers/settings/file';
import { entryFor } from '../support/rows';
import { settingsWith } from '../support/usage';

const shape = { ...BUSINESS_SHAPES.desk, takenPercent: 40 };
const assumptions: Assumptions = {
	business: 'usage',
	from: '2026-12-01',
	interactions: interactionsOfMix(BUSINESS_MIXES.desk, shape, NET2PHONE),
	...shape,
	lengths: { kind: 'sample', seconds: Array.from({ length: 200 }, (_, k) => 5 + Math.round(k ** 1.3)) }
};
const settings = settingsWith(
	{ tier: 20_000, oneOffFees: [{ name: 'Set-up for Dr. Roy', amount: '40', date: '2026-11-02' }] },
	{
		agents: [entryFor('Ava')],
		events: [
			{
				name: 'Campaign of Dr. Roy',
				kind: 'campaign',
				from: '2026-12-05',
				to: null,
				channel: null,
				class: null,
				percent: 20
			}
		]
	}
);
const text = sharedSettings(settings, NET2PHONE, assumptions, { tier: 60_000, policy: 'on' });

const refusal = (fragment: string): Promise<string> =>
	textOfFragment(fragment).then(
		() => 'opened',
		(cause: unknown) => (cause instanceof LinkError ? cause.code : 'another error')
	);

describe('a share link', () => {
	it('comes back as it was, is a settings file that can be taken in, and is short', async () => {
		const fragment = await fragmentOf(text);
		expect(fragment.length).toBeLessThan(MOST_WRITTEN);
		expect(await textOfFragment(fragment)).toBe(text);
		const read = settingsOf(text, blankSettings());
		expect(read.assumptions).toEqual(assumptions);
		expect(read.contract).toMatchObject({ tier: 60_000, overage: 'on' });
		expect(read.rateCards).toEqual([NET2PHONE]);
	});

	it('holds no agent, no fee and no name that someone typed', () => {
		expect(text).not.toMatch(/Ava|Roy|Set-up/);
		expect(settingsOf(text, blankSettings()).events[0]).toMatchObject({ name: '1', percent: 20 });
	});

	it('holds any text, to the last character', async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 400 }), async (any) => {
				expect(await textOfFragment(await fragmentOf(any))).toBe(any);
			}),
			{ numRuns: 60 }
		);
	});

	it('is refused whichever character of it is changed, left out or put in', async () => {
		const fragment = await fragmentOf(text);
		const wrong = async (changed: string) =>
			expect(['damaged', 'newer', 'none']).toContain(await refusal(changed));
		for (let k = 0; k < fragment.length; k++) {
			const other = fragment[k] === '5' ? '6' : '5';
			await wrong(`${fragment.slice(0, k)}${other}${fragment.slice(k + 1)}`);
			await wrong(`${fragment.slice(0, k)}${fragment.slice(k + 1)}`);
			await wrong(`${fragment.slice(0, k)}*${fragment.slice(k)}`);
		}
	});

	it('is refused by name: of a newer version, too long, without anything, or none at all', async () => {
		expect(await refusal('#2.00000000.abc')).toBe('newer');
		expect(await refusal('#99.anything at all')).toBe('newer');
		expect(await refusal('')).toBe('none');
		expect(await refusal('#')).toBe('none');
		expect(await refusal('#main')).toBe('damaged');
		expect(await refusal(`#1.00000000.${'a'.repeat(32_000)}`)).toBe('tooLong');
	});

	it('does not unpack more than a settings file can be', async () => {
		const bomb = await fragmentOf('0'.repeat(255_000));
		expect(bomb.length).toBeLessThan(1_000);
		expect((await textOfFragment(bomb)).length).toBe(255_000);
		const packed = new Uint8Array(
			await new Response(
				new Blob(['0'.repeat(9_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'))
			).arrayBuffer()
		);
		const { xxh32 } = await import('$lib/engine/table/checksum');
		const sum = xxh32(packed).toString(16).padStart(8, '0');
		const body = Buffer.from(packed).toString('base64url');
		expect(body.length).toBeLessThan(32_000);
		expect(await refusal(`#1.${sum}.${body}`)).toBe('tooLarge');
	});
});
