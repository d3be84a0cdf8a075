import type { HeaderReading } from './headers';
import { formOfLength } from './lengthForm';
import type { FurtherDuration } from './mapping';
import { mostly, type ColumnProfile } from './profile';

/** Names of one word that is a unit. */
const UNIT_ALONE =
	/^(seconds|secs|secondes|sekunder|sekunden|segundos|minutes|mins|minuter|minuten|minutos)$/;
const HOURS_ALONE = /^(hours|hrs|heures|timmar|stunden|horas)$/;
const BILLED =
	/\b(billed|billable|billsec|charged|chargeable|facture|facturee|facturable|abgerechnete|berechnete|debiterad|debiterbar|facturada|facturado|facturable)\b/;
/** What is billed may also be an amount, or a number of messages. */
const A_LENGTH =
	/\b(duration|duree|dauer|langd|duracion|length|time|temps|zeit|tid|tiempo|seconds|secs|secondes|sekunden|sekunder|segundos)\b/;
const LONGER = /\b(handle|total|totale|gesamtdauer)\b/;
const TALK = /\btalk\b/;

export interface WhichLength {
	readonly offer: FurtherDuration;
	/** columns that are named as the length of a call */
	readonly of: number;
	/** name of the rest of it, which stands in another column; null: it is whole */
	readonly rest: string | null;
}

/** Which of the columns that may be lengths is that of a call. */
class Lengths {
	readonly #offers: readonly FurtherDuration[];
	readonly #columns: readonly ColumnProfile[];
	readonly #headers: readonly HeaderReading[];

	constructor(
		offers: readonly FurtherDuration[],
		columns: readonly ColumnProfile[],
		headers: readonly HeaderReading[]
	) {
		this.#offers = offers;
		this.#columns = columns;
		this.#headers = headers;
	}

	find(): WhichLength | null {
		const called = this.#offers.filter((offer) => this.#isCalled(offer));
		const named = called.length > 0 ? called : this.#offers.filter((offer) => this.#baseOf(offer) === '');
		const best = Math.min(...named.map((offer) => this.#rank(offer)));
		const first = named.find((offer) => this.#rank(offer) === best);
		return first ? { of: named.length, ...this.#whole(first) } : null;
	}

	/** Named as the length of a call, or as a billed length of which the unit is known. */
	#isCalled(offer: FurtherDuration): boolean {
		const { field, base, apart } = this.#header(offer.column);
		if (field === 'duration') return true;
		return (
			BILLED.test(base) &&
			A_LENGTH.test(apart) &&
			formOfLength(offer, this.#column(offer.column), this.#header(offer.column)).form !== null
		);
	}

	/** Billed, talked, and in all. Minutes that are billed are rounded already, and so are seconds that are whole minutes. */
	#rank({ column }: FurtherDuration): number {
		const { base, unit } = this.#header(column);
		const { fractions, wholeMinutes, positive } = this.#column(column);
		const rounded = unit === 'minutes' || fractions > 0 || (positive > 0 && wholeMinutes === positive);
		if (BILLED.test(base) && !rounded) return 0;
		return LONGER.test(base) && !TALK.test(base) ? 2 : 1;
	}

	/**
	 * Of lengths of one name that one which says the seconds, unless seconds are what is left beside whole minutes, or
	 * minutes beside whole hours.
	 */
	#whole(first: FurtherDuration): { readonly offer: FurtherDuration; readonly rest: string | null } {
		const base = this.#baseOf(first);
		const alike = this.#offers.filter((other) => this.#baseOf(other) === base);
		const inUnit = (unit: 'seconds' | 'minutes') =>
			alike.find(({ form, column }) => form === unit && this.#header(column).unit === unit);
		const [seconds, minutes] = [inUnit('seconds'), inUnit('minutes')];
		if (minutes && seconds && (first === seconds || first === minutes)) {
			const apart = this.#column(seconds.column).largest < 60 && this.#column(minutes.column).largest >= 1;
			return apart ? { offer: minutes, rest: seconds.name } : { offer: seconds, rest: null };
		}
		if (first !== minutes) return { offer: first, rest: null };
		const hours = this.#hoursBeside(first, base);
		const clock = alike.find(({ form, column }) => form === 'h:mm:ss' || this.#header(column).clock === form);
		return { offer: hours === null ? (clock ?? first) : first, rest: hours };
	}

	/** The name of a column of whole hours, some of them above zero, of which these minutes are the rest; null: none. */
	#hoursBeside({ column }: FurtherDuration, base: string): string | null {
		if (this.#column(column).largest >= 60) return null;
		const found = this.#columns.find(({ numbers, filled, fractions, largest }, other) => {
			const { hours, base: name } = this.#header(other);
			const alike = base === '' ? HOURS_ALONE.test(name) : name === base;
			return hours && alike && mostly(numbers, filled) && fractions === 0 && largest >= 1;
		});
		return found?.name ?? null;
	}

	#baseOf({ column }: FurtherDuration): string {
		const { base } = this.#header(column);
		return UNIT_ALONE.test(base) ? '' : base;
	}

	#header(column: number): HeaderReading {
		return this.#headers[column] as HeaderReading;
	}

	#column(column: number): ColumnProfile {
		return this.#columns[column] as ColumnProfile;
	}
}

/**
 * Which column is the length of a call: one that is named so, else one whose whole name is a unit. What is billed comes
 * before what was talked, and that before what somebody took over it in all; of lengths of one name the one that says
 * the seconds, unless it is a part of it. Null: none.
 */
export const whichLength = (
	offers: readonly FurtherDuration[],
	columns: readonly ColumnProfile[],
	headers: readonly HeaderReading[]
): WhichLength | null => new Lengths(offers, columns, headers).find();
