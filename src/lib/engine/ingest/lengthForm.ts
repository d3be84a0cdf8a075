import { DAY_MS } from '../time';
import type { DurationForm } from './durations';
import { evidence, type FieldProposal } from './evidence';
import type { HeaderReading } from './headers';
import type { FurtherDuration } from './mapping';
import { mostly, type ColumnProfile } from './profile';

/** Forms that say themselves what they are; `m:ss` before `h:mm`, which looks the same. */
const WRITTEN_OUT = ['h:mm:ss', 'm:ss', 'units', 'iso8601'] as const;
/** Of so many calls that lasted, several last a minute, and most do not last an hour. */
const SOME = 5;
/** Of fewer, none lasts so many seconds. */
const LONG = 4 * 3_600;
/** One call in so many may last a minute among numbers that are hardly seconds, and one of few. */
const ONE_IN = 10;

/** `0103`: a minute and three seconds, perhaps. */
const PADDED = /^0\d/;
const DIGIT_CLOCK = /^(\d\d)?[0-5]\d[0-5]\d$/;

/** How a column writes lengths; plain numbers without a unit in the header are taken for seconds. Null: no lengths. */
export function lengthForm(
	{ durations, numbers, filled }: ColumnProfile,
	header: HeaderReading
): DurationForm | null {
	if (filled === 0) return header.unit ?? (header.field === 'duration' ? 'seconds' : null);
	const sixDigits = header.clock === 'h:mm:ss' && durations['h:mm:ss'] === filled;
	if (mostly(numbers, filled)) return header.unit ?? (sixDigits ? 'h:mm:ss' : 'seconds');
	if (header.length !== 'sure') return null;
	const form = WRITTEN_OUT.find((one) => mostly(durations[one], filled)) ?? null;
	// A spreadsheet has put `:00` behind what the name says.
	return form === 'h:mm:ss' && header.clock === 'm:ss' && durations['m:ss:00'] === filled ? 'm:ss:00' : form;
}

/**
 * Whether plain numbers are hardly seconds: more than a day, most of them more than an hour (of few, one of more than
 * four), with fractions, nearly all below a minute (perhaps whole minutes; of few, all), hours or a clock by their name,
 * or with zeros in front where all may be clocks without colons. Calls that nobody answered last nothing in every unit.
 */
function hardlySeconds(
	{ filled, fractions, largest, positive, belowMinute, hourNumbers, words }: ColumnProfile,
	{ hours, clock }: HeaderReading
): boolean {
	if (hours || clock || fractions > 0 || largest * 1_000 > DAY_MS) return true;
	if (words.some((word) => PADDED.test(word)) && words.every((word) => DIGIT_CLOCK.test(word))) return true;
	if (filled >= SOME && 2 * hourNumbers > filled) return true;
	const few = positive < SOME;
	const others = few ? 0 : Math.max(1, positive / ONE_IN);
	return (few && largest > LONG) || (positive > 0 && positive - belowMinute <= others);
}

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
		proposal: {
			confidence: 'none' as const,
			evidence: [evidence(code, form === 'h:mm:ss' ? { column, form } : { column })]
		}
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
