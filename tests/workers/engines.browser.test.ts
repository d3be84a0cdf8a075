import { expect, test } from 'vitest';
import { FIGURES, figuresSum } from '../support/engines';

test('Chromium gives the forecast figures that every engine gives', () => {
	expect(figuresSum()).toBe(FIGURES);
});
