import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/svelte';

// A test fails when something does not come, not when the machine is busy.
configure({ asyncUtilTimeout: 15_000 });

// What jsdom does not have.
globalThis.ResizeObserver ??= class {
	observe() {}
	unobserve() {}
	disconnect() {}
};
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
	this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
	this.open = false;
};
Element.prototype.scrollIntoView ??= () => undefined;
