import { fakeClient } from './client';

/** Stands in for `$lib/client` in tests/support/fake/vite.config.ts; `?fake=empty` begins without data. */
export function createClient() {
	const empty = new URLSearchParams(location.search).get('fake') === 'empty';
	return fakeClient({
		filled: !empty,
		whileStaging: (file) => (file.name.startsWith('slow') ? new Promise(() => undefined) : Promise.resolve())
	});
}
