import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** `npx vite dev -c tests/support/fake/vite.config.ts`: the screens without workers or storage. */
export default defineConfig({
	plugins: [
		{
			name: 'fake-client',
			enforce: 'pre',
			// The alias of `$lib` has been put in by the time this is asked.
			resolveId: (source) =>
				/\/src\/lib\/client$/.test(source) ? new URL('./index.ts', import.meta.url).pathname : undefined
		},
		sveltekit()
	],
	cacheDir: 'node_modules/.vite-fake'
});
