import * as v from 'valibot';
import { COLUMN_LIMIT, ENCODINGS, LEAVE_RULES, VEILS } from '../../engine/ingest';
import { DATE_FORMS } from '../../engine/ingest/dates';
import { DURATION_FORMS } from '../../engine/ingest/durations';
import { isZone } from '../zone';
import { date, text, whole } from './values';

/** Names that no column has. */
const MOST_LETTERS = 1_000;

const name = v.pipe(text, v.maxLength(MOST_LETTERS));
const column = v.pipe(whole(0), v.maxValue(COLUMN_LIMIT - 1));
const fromColumn = v.strictObject({ column });
const source = <S extends v.GenericSchema<unknown, string>>(constant: S) =>
	v.nullable(v.union([fromColumn, v.strictObject({ constant })]));
const instant = v.nullable(v.strictObject({ date: column, time: v.nullable(column) }));
const durationForm = v.picklist(DURATION_FORMS);
const columns = <S extends v.GenericSchema>(each: S) => v.pipe(v.array(each), v.maxLength(COLUMN_LIMIT));

/** How columns are read (engine/ingest/mapping), whole: what a mapping gains is one more line here. */
export const mappingSchema = v.strictObject({
	canonical: v.boolean(),
	start: instant,
	end: instant,
	dateForm: v.nullable(v.picklist(DATE_FORMS)),
	zone: v.nullable(
		v.pipe(
			v.string(),
			v.check((zone) => zone === 'offset' || isZone(zone), 'zone')
		)
	),
	channel: source(v.picklist(['chat', 'voice'])),
	class: source(v.picklist(['standard', 'premium'])),
	agent: source(name),
	entity: source(name),
	outcome: source(name),
	messages: source(name),
	duration: source(name),
	durationForm: v.nullable(durationForm),
	marks: columns(v.strictObject({ column, decimal: v.nullable(v.picklist(['.', ','])) })),
	case: v.nullable(fromColumn),
	id: v.nullable(fromColumn),
	further: columns(v.strictObject({ column, name, form: durationForm })),
	leaveOut: columns(v.strictObject({ column, rule: v.picklist(LEAVE_RULES) })),
	join: v.nullable(v.strictObject({ column, of: v.picklist(['messages', 'legs']) })),
	veils: columns(v.strictObject({ column, as: v.picklist(VEILS) }))
});

export const readingSchema = v.strictObject({
	encoding: v.nullable(v.picklist(ENCODINGS)),
	sheet: v.nullable(name),
	// One ASCII sign, as `sep=` may say it.
	delimiter: v.nullable(
		v.pipe(
			v.string(),
			v.length(1),
			v.check((sign) => sign > '\0' && sign < '\u0080', 'ascii')
		)
	),
	header: v.nullable(v.union([v.literal('none'), whole(0)]))
});

/** The highest column that a mapping counts, wherever it stands in it; -1: none. */
function lastColumn(value: unknown): number {
	if (typeof value !== 'object' || value === null) return -1;
	return Math.max(
		-1,
		...Object.entries(value).map(([key, item]) =>
			['column', 'date', 'time'].includes(key) && typeof item === 'number' ? item : lastColumn(item)
		)
	);
}

/** A confirmed way to read files of one header. Its mapping counts no column that the header does not have. */
export const profileSchema = v.pipe(
	v.strictObject({
		fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
		file: name,
		confirmedOn: date,
		header: v.pipe(v.array(name), v.minLength(2), v.maxLength(COLUMN_LIMIT)),
		reading: readingSchema,
		mapping: mappingSchema
	}),
	v.check(({ header, mapping }) => lastColumn(mapping) < header.length, 'columns')
);

export const profileKey = ({ fingerprint }: { fingerprint: string }) => fingerprint;
