import { expect, test } from 'vitest';
import { FIGURES, figuresSum } from '../support/engines';

test('Node gives the forecast figures that every engine gives', () => {
	expect(figuresSum()).toBe(FIGURES);
});
