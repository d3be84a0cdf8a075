import type { HeaderReading } from './headers';
import { formOfLength } from './lengthForm';
import type { FurtherDuration } from './mapping';
import { mostly, type ColumnProfile } from './profile';

/** Names of one word that is a unit. */
const UNIT_ALONE =
	/^(seconds|secs|secondes|sekunder|sekunden|segundos|minutes|mins|minuter|minuten|minutos|hours|heures|timmar|stunden|horas)$/;
const BILLED =
	/\b(bill(ed|able|sec)|charg(ed|eable)|factur(e|ee|able|ada|ado)|(abge|be)rechnete|debiter(ad|bar))\b/;
/** What is billed may also be an amount, or a number of messages. */
const A_LENGTH =
	/\b(duration|duree|dauer|langd|duracion|length|time|temps|zeit|tid|tiempo|sec|secs|seconds)\b/;
const LONGER = /\b(handle|total|totale|gesamtdauer)\b/;
const TALK = /\btalk\b/;
const WHOLE_MINUTES = (word: string): boolean => Number(word) % 60 === 0;

export interface WhichLength {
	readonly offer: FurtherDuration;
	/** columns that are named as the length of a call */
	readonly of: number;
	/** name of the column with the rest of it; null: it is whole */
	readonly rest: string | null;
}

/**
 * Which column is the length of a call: one that is named so, or after a billed length of which the unit is known, else
 * one whose whole name is a unit. What is billed comes before what was talked, and that before what somebody took over
 * it in all. Minutes that are billed are rounded already, and so are seconds that are all whole minutes. Of lengths of
 * one name the one that says the seconds is taken, unless these are what is left beside minutes, or minutes are beside
 * hours. Null: none.
 */
export function whichLength(
	offers: readonly FurtherDuration[],
	columns: readonly ColumnProfile[],
	headers: readonly HeaderReading[]
): WhichLength | null {
	const headerOf = ({ column }: FurtherDuration) => headers[column] as HeaderReading;
	const profileOf = ({ column }: FurtherDuration) => columns[column] as ColumnProfile;
	const bare = (base: string): string => (UNIT_ALONE.test(base) ? '' : base);
	const baseOf = (offer: FurtherDuration): string => bare(headerOf(offer).base);
	const isCalled = (offer: FurtherDuration): boolean => {
		const header = headerOf(offer);
		if (header.field === 'duration') return true;
		const billed = BILLED.test(header.base) && A_LENGTH.test(header.apart);
		return billed && formOfLength(offer, profileOf(offer), header).form !== null;
	};
	const rank = (offer: FurtherDuration): number => {
		const { base, unit } = headerOf(offer);
		const { fractions, words } = profileOf(offer);
		const rounded = unit === 'minutes' || fractions > 0 || words.every(WHOLE_MINUTES);
		if (BILLED.test(base) && !rounded) return 0;
		return LONGER.test(base) && !TALK.test(base) ? 2 : 1;
	};
	/** Whole hours of one name, some of them above zero, beside minutes that never reach 60. */
	const hoursBeside = (minutes: FurtherDuration): string | null => {
		const found = columns.find(({ numbers, filled, fractions, largest }, column) => {
			const { hours, base } = headers[column] as HeaderReading;
			return (
				hours && bare(base) === baseOf(minutes) && mostly(numbers, filled) && fractions === 0 && largest >= 1
			);
		});
		return found && profileOf(minutes).largest < 60 ? found.name : null;
	};

	const called = offers.filter(isCalled);
	const named = called.length > 0 ? called : offers.filter((offer) => baseOf(offer) === '');
	const best = Math.min(...named.map(rank));
	const first = named.find((offer) => rank(offer) === best);
	if (!first) return null;
	const of = named.length;
	const alike = offers.filter((other) => baseOf(other) === baseOf(first));
	const [seconds, minutes] = (['seconds', 'minutes'] as const).map((unit) =>
		alike.find((offer) => offer.form === unit && headerOf(offer).unit === unit)
	);
	if (seconds && minutes && (first === seconds || first === minutes)) {
		const apart = profileOf(seconds).largest < 60 && profileOf(minutes).largest >= 1;
		return apart ? { offer: minutes, of, rest: seconds.name } : { offer: seconds, of, rest: null };
	}
	if (first !== minutes) return { offer: first, of, rest: null };
	const rest = hoursBeside(first);
	const clock = alike.find((offer) => offer.form === 'h:mm:ss' || headerOf(offer).clock === offer.form);
	return { offer: rest === null ? (clock ?? first) : first, of, rest };
}
