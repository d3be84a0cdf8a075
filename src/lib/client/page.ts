import { browser } from '$app/environment';
import { createClient } from '$lib/client';

/** The page's own client; null where it is prerendered. Its workers start while the page comes to life. */
export const client = browser ? createClient() : null;
