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
	return WRITTEN_OUT.find((form) => mostly(durations[form], filled)) ?? null;
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

/**
 * Whether clock readings leave open what they count. No call lasts for days: then `61:33` is no hour. `1:03:00` may be
 * what a spreadsheet made of `1:03`, where no value has seconds and some would last for hours.
 */
const clockIsOpen = (form: DurationForm, { filled, durations, overDay, overHour }: ColumnProfile): boolean =>
	form === 'm:ss' ? overDay === 0 : form === 'h:mm:ss' && durations['m:ss'] === filled && overHour > 0;

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
	const clock = header.clock ?? header.unit;
	if (form === 'm:ss' && header.clock)
		return found(header.clock, 'sure', evidence('unitInHeader', { column, unit: header.clock }));
	if (!clock && clockIsOpen(form, profile)) return asked('clockAmbiguous');
	if ((WRITTEN_OUT as readonly DurationForm[]).includes(form)) {
		const { filled } = profile;
		return found(form, 'sure', evidence('valuesReadAs', { form, rows: filled, of: filled }));
	}
	if (header.unit === form) return found(form, 'sure', evidence('unitInHeader', { column, unit: form }));
	if (hardlySeconds(profile, header)) return asked('unitAmbiguous');
	return found(form, 'likely', evidence('unitAssumed', { column, unit: form }));
}
