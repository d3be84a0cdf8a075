import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../src/lib/i18n/messages');
const names = readdirSync(folder)
	.filter((name) => name.endsWith('.en.ts'))
	.map((name) => name.slice(0, -'.en.ts'.length));

type Tree = Readonly<Record<string, unknown>>;
const modules = import.meta.glob<{ default: Tree }>('../../src/lib/i18n/messages/*.ts', { eager: true });
const module = (name: string): Tree =>
	(modules[`../../src/lib/i18n/messages/${name}.ts`] as { default: Tree }).default;

/** Paths of all sentences, with how many values each takes. */
function shape(tree: Tree, path = ''): string[] {
	return Object.entries(tree).flatMap(([key, value]) => {
		const here = path ? `${path}.${key}` : key;
		if (typeof value === 'object' && value !== null) return shape(value as Tree, here);
		return [typeof value === 'function' ? `${here}()` : here];
	});
}

/** Every plain sentence; those made by functions are called with stand-ins. */
function sentences(tree: Tree): string[] {
	const standIn: unknown = new Proxy(() => 'x', {
		get: (_, key) => (key === Symbol.toPrimitive ? () => 'x' : standIn)
	});
	return Object.values(tree).flatMap((value): string[] => {
		if (typeof value === 'string') return [value];
		if (typeof value === 'object' && value !== null) return sentences(value as Tree);
		if (typeof value !== 'function') return [];
		try {
			const made: unknown = (value as (...args: unknown[]) => unknown)(
				...Array.from({ length: 6 }, () => standIn)
			);
			if (typeof made === 'string') return [made];
			return typeof made === 'object' && made !== null ? sentences(made as Tree) : [];
		} catch {
			return [];
		}
	});
}

describe.each(names)('the sentences of %s', (name) => {
	it('are all there in French', () => {
		expect(shape(module(`${name}.fr-CA`)).toSorted()).toEqual(shape(module(`${name}.en`)).toSorted());
	});

	it('keep French marks on the line of their word', () => {
		const broken = sentences(module(`${name}.fr-CA`)).filter((text) => / [:;?!»%]|« |\d \d{3}\b/.test(text));
		expect(broken).toEqual([]);
	});

	it('speak without exclamation and without typewriter quotes', () => {
		const loud = [...sentences(module(`${name}.en`)), ...sentences(module(`${name}.fr-CA`))].filter((text) =>
			/!|\w'\w/.test(text)
		);
		expect(loud).toEqual([]);
	});
});
