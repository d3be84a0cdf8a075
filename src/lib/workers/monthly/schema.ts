import * as v from 'valibot';
import { text, whole } from '../settings/values';

const figure = v.exactOptional(v.pipe(v.number(), v.finite(), v.minValue(0)));

/** Monthly tables as a backup holds them. Every object is strict, so that no key is one of a prototype. */
const tablesSchema = v.array(
	v.strictObject({
		name: text,
		digest: v.pipe(text, v.regex(/^[0-9a-f]{64}$/)),
		leftOut: whole(0),
		rows: v.array(
			v.strictObject({
				agent: text,
				entity: v.nullable(text),
				channel: v.nullable(v.picklist(['voice', 'chat'])),
				month: v.pipe(text, v.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
				figures: v.strictObject({
					calls: figure,
					minutes: figure,
					nonBillable: figure,
					messages: figure,
					cases: figure,
					credits: figure
				})
			})
		)
	})
);

/** The document as it is stored, from a text that nobody vouches for; throws where it is none. */
export const storedTables = (json: string): string =>
	JSON.stringify(v.parse(tablesSchema, JSON.parse(json), { abortEarly: true }));
