import * as v from 'valibot';
import { EARLIEST, LATEST } from '../../db/backup/checks';
import type { LayerRecord } from '../../db';
import { BLOCK_ROWS } from '../../engine/table';
import { isZone } from '../zone';

/** The JSON parts of a backup (docs/data-format.md). Every object is strict, so that no key is one of a prototype. */

const text = v.pipe(v.string(), v.maxLength(10_000));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(EARLIEST), v.maxValue(LATEST));
const zone = v.pipe(text, v.check(isZone, 'zone'));

const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];
const DEPTH = 12;

/** What JSON can say, not deep, and without keys that mean something to a prototype. */
function isPlain(value: unknown, depth = 0): boolean {
	if (typeof value !== 'object' || value === null) return true;
	if (depth === DEPTH) return false;
	return Object.entries(value).every(([key, item]) => !FORBIDDEN.includes(key) && isPlain(item, depth + 1));
}

/** How the file was read; what depends on it takes anything, so that any plain value of a sensible size will do. */
const mapping = v.pipe(
	v.unknown(),
	v.check((value) => isPlain(value) && (JSON.stringify(value)?.length ?? 0) <= 1_000_000, 'plain')
);

export const workspaceSchema = v.strictObject({
	name: text,
	sample: v.boolean(),
	documents: v.array(v.picklist(['settings', 'privacy', 'monthly'])),
	layers: v.pipe(count, v.maxValue(100_000))
});

export const layerSchema = v.pipe(
	v.strictObject({
		name: text,
		sample: v.boolean(),
		digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
		rows: count,
		leftOut: count,
		first: instant,
		last: instant,
		coverage: v.nullable(
			v.pipe(
				v.strictObject({ from: instant, to: instant }),
				v.check(({ from, to }) => from <= to, 'order')
			)
		),
		zone: v.nullable(zone),
		durations: v.pipe(v.array(text), v.minLength(1), v.maxLength(256)),
		ratedDuration: count,
		bytes: count,
		blocks: v.array(
			v.strictObject({
				rows: v.pipe(count, v.minValue(1), v.maxValue(BLOCK_ROWS)),
				first: instant,
				last: instant
			})
		),
		mapping,
		reading: v.exactOptional(mapping),
		precedence: v.exactOptional(v.pipe(v.number(), v.safeInteger())),
		summary: v.nullable(
			v.strictObject({
				shortCallSeconds: count,
				initialSeconds: count,
				incrementSeconds: v.pipe(count, v.minValue(1)),
				timeZone: zone
			})
		)
	}),
	v.check(({ ratedDuration, durations }) => ratedDuration < durations.length, 'ratedDuration'),
	v.check(({ first, last }) => first <= last, 'order'),
	v.check(({ summary, blocks }) => (summary === null) === blocks.length > 0, 'blocks'),
	v.check(
		({ summary, blocks, rows, first, last }) =>
			summary !== null ||
			(blocks.reduce((sum, block) => sum + block.rows, 0) === rows &&
				blocks.reduce((least, block) => Math.min(least, block.first), Infinity) === first &&
				blocks.reduce((most, block) => Math.max(most, block.last), -Infinity) === last),
		'blocks'
	)
);

/** A layer as it stands in a backup: without its id, state and place, which are those of a workspace. */
export type LayerContent = Omit<LayerRecord, 'id' | 'state' | 'order'>;

export type WorkspaceContent = v.InferOutput<typeof workspaceSchema>;
