import * as v from 'valibot';
import { parseDay, parseInstant } from '../../engine/time';

/** Single values of the settings file, each refused where it stands. */

export const text = v.string();
export const id = v.pipe(v.string(), v.minLength(1));
export const whole = (least: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(least));
export const money = v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/));
export const currency = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/));
export const threeDecimals = v.pipe(
	v.number(),
	v.finite(),
	v.minValue(0),
	v.check((n) => /^\d+(\.\d{1,3})?$/.test(String(n)), 'threeDecimals')
);
export const date = v.pipe(
	v.string(),
	v.check((s) => parseDay(s) !== null, 'date')
);
export const instant = v.pipe(
	v.string(),
	v.check((s) => parseInstant(s) !== null, 'instant')
);
export const moment = v.pipe(
	v.string(),
	v.check((s) => parseDay(s) !== null || parseInstant(s) !== null, 'moment')
);
export const orNull = <S extends v.GenericSchema>(schema: S) => v.optional(v.nullable(schema), null);

/** At most three decimals. */
export const percent = (least: number, most: number) =>
	v.pipe(
		v.number(),
		v.minValue(least),
		v.maxValue(most),
		v.check((n) => /^-?\d+(\.\d{1,3})?$/.test(String(n)), 'threeDecimals')
	);
