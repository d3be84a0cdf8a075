/// <reference types="@sveltejs/kit" />
/**
 * Keeps every file of one version of the app, so that all of it works without the host. A newer version is fetched
 * whole and then waits: it takes over when no tab is open any more, or when a person asks for it in one.
 */
import { base, build, files, prerendered, version } from '$service-worker';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/** Copies of the app below other paths of this origin have caches of their own. */
const ours = `drawdown ${base}/ `;
const current = ours + version;

/** Names of built files hold their digest; any other file may be an old one in the browser's own cache. */
const fetched = [
	...build.map((url) => new Request(url)),
	...[...files, ...prerendered].map((url) => new Request(url, { cache: 'reload' }))
];

async function keep(): Promise<void> {
	const cache = await caches.open(current);
	await cache.addAll(fetched);
}

/** A tab that still runs an older version may yet ask for a part of it; with no such tab, older versions go. */
async function dropOlder(): Promise<void> {
	const tabs = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	if (tabs.length > 1) return;
	const names = await caches.keys();
	await Promise.all(
		names.filter((name) => name.startsWith(ours) && name !== current).map((name) => caches.delete(name))
	);
}

/** The kept file; of a tab of the version before, that version's; else what the host says. */
async function answer(request: Request, path: string): Promise<Response> {
	const cache = await caches.open(current);
	return (await cache.match(path)) ?? (await caches.match(path)) ?? fetch(request);
}

/** What the browser may answer by itself, without this worker: not every browser can. */
interface Routing {
	addRoutes?(
		rules: readonly {
			readonly condition: {
				readonly requestMethod: 'GET';
				readonly requestMode?: 'navigate';
				readonly urlPattern: { readonly pathname: string; readonly search: string };
			};
			readonly source: 'cache' | { readonly cacheName: string };
		}[]
	): Promise<void>;
}

/**
 * Says to the browser where it finds what this worker would answer with, so that a start need not wait for it: names of
 * built files hold their digest, so that any version's cache will do; pages and other files are this version's. What is
 * not there comes from the host, as from {@link answer}, which all other requests come to.
 */
async function route(event: ExtendableEvent & Routing): Promise<void> {
	const get = (pathname: string) => ({
		requestMethod: 'GET' as const,
		urlPattern: { pathname: base + pathname, search: '' }
	});
	const source = { cacheName: current };
	await event.addRoutes?.([
		{ condition: get('/_app/immutable/*'), source: 'cache' },
		...files.map((file) => ({ condition: get(file.slice(base.length)), source })),
		...['/', '/*/'].map((page) => ({ condition: { ...get(page), requestMode: 'navigate' as const }, source }))
	]);
}

worker.addEventListener('install', (event) => event.waitUntil(Promise.all([keep(), route(event)])));

// The tab of the first visit is served at once, so that it can go on without the host.
worker.addEventListener('activate', (event) =>
	event.waitUntil(dropOlder().then(() => worker.clients.claim()))
);

worker.addEventListener('message', ({ data }) => {
	if (data === 'take over') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname, search } = new URL(request.url);
	if (request.method !== 'GET' || origin !== location.origin) return;
	// As static hosts do: what a page refers to is relative to the folder that it is in.
	if (request.mode === 'navigate' && prerendered.includes(`${pathname}/`))
		event.respondWith(Response.redirect(`${pathname}/${search}`));
	else event.respondWith(answer(request, pathname));
});
