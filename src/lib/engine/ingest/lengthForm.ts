import { DAY_MS } from '../time';
import type { DurationForm } from './durations';
import { evidence, type FieldProposal } from './evidence';
import type { HeaderReading } from './headers';
import type { FurtherDuration } from './mapping';
import { mostly, type ColumnProfile } from './profile';

/** Forms that say themselves what they are; `m:ss` before `h:mm`, which looks the same. */
const WRITTEN_OUT = ['h:mm:ss', 'm:ss', 'units', 'iso8601'] as const;
/** Of so many calls that lasted, some last a minute, and most do not last an hour. */
const SOME = 5;

/** How a column writes lengths; plain numbers without a unit in the header are taken for seconds. Null: no lengths. */
export function lengthForm(
	{ durations, numbers, filled }: ColumnProfile,
	header: HeaderReading
): DurationForm | null {
	if (filled === 0) return header.unit ?? (header.field === 'duration' ? 'seconds' : null);
	if (mostly(numbers, filled)) return header.unit ?? 'seconds';
	if (header.length !== 'sure') return null;
	const form = WRITTEN_OUT.find((one) => mostly(durations[one], filled)) ?? null;
	// A spreadsheet has put `:00` behind what the name says.
	return form === 'h:mm:ss' && header.clock === 'm:ss' && durations['m:ss:00'] === filled ? 'm:ss:00' : form;
}

/**
 * Whether plain numbers are hardly seconds: more than a day, most of them more than an hour, with fractions, all below a
 * minute (perhaps whole minutes), or hours by their name. Calls that nobody answered last nothing in every unit.
 */
const hardlySeconds = (
	{ filled, fractions, largest, positive, hourNumbers }: ColumnProfile,
	{ hours }: HeaderReading
): boolean =>
	hours ||
	fractions > 0 ||
	largest * 1_000 > DAY_MS ||
	(filled >= SOME && 2 * hourNumbers > filled) ||
	(positive >= SOME && largest < 60);

/** Whether a name that says how clocks are written leaves nothing to ask. */
const clockIsSaid = (form: DurationForm, { clock, unit }: HeaderReading): boolean =>
	form === 'm:ss' ? clock === 'm:ss' || clock === 'h:mm' || unit !== null : clock !== null;

/**
 * Whether clock readings leave open what they count. No call lasts for days: then `61:33` is no hour. `1:03:00` may be
 * what a spreadsheet made of `1:03`, where no value has seconds.
 */
const clockIsOpen = (form: DurationForm, { filled, durations, overDay, overZero }: ColumnProfile): boolean =>
	form === 'm:ss' ? overDay === 0 : form === 'h:mm:ss' && durations['m:ss:00'] === filled && overZero > 0;

/** How the lengths of a column are written, by its name and its values; null: it is to be asked. */
export function formOfLength(
	{ name: column, form }: FurtherDuration,
	profile: ColumnProfile,
	header: HeaderReading
): { readonly form: DurationForm | null; readonly proposal: FieldProposal } {
	const found = (
		proven: DurationForm,
		confidence: FieldProposal['confidence'],
		because: FieldProposal['evidence'][number]
	) => ({ form: proven, proposal: { confidence, evidence: [because] } });
	const asked = (code: 'clockAmbiguous' | 'unitAmbiguous') => ({
		form: null,
		proposal: { confidence: 'none' as const, evidence: [evidence(code, { column })] }
	});
	const { clock } = header;
	if (form === 'm:ss:00') return found(form, 'sure', evidence('unitInHeader', { column, unit: 'm:ss' }));
	if (form === 'm:ss' && (clock === 'm:ss' || clock === 'h:mm'))
		return found(clock, 'sure', evidence('unitInHeader', { column, unit: clock }));
	if (!clockIsSaid(form, header) && clockIsOpen(form, profile)) return asked('clockAmbiguous');
	if ((WRITTEN_OUT as readonly DurationForm[]).includes(form)) {
		const { filled } = profile;
		return found(form, 'sure', evidence('valuesReadAs', { form, rows: filled, of: filled }));
	}
	if (header.unit === form) return found(form, 'sure', evidence('unitInHeader', { column, unit: form }));
	if (hardlySeconds(profile, header)) return asked('unitAmbiguous');
	return found(form, 'likely', evidence('unitAssumed', { column, unit: form }));
}
