import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { Registry } from '$lib/db';
import { ensureHere } from '$lib/workers/jobs/ensureHere';

test('nothing goes into a workspace that was taken away, or that is none, until it is brought back', async () => {
	const registry = new Registry();
	const { id } = await registry.create(crypto.randomUUID(), 'Acme');
	await expect(ensureHere(registry, id)).resolves.toBeUndefined();
	await registry.update(id, { removed: true });
	await expect(ensureHere(registry, id)).rejects.toMatchObject({ code: 'workspaceGone' });
	await registry.update(id, { removed: false });
	await expect(ensureHere(registry, id)).resolves.toBeUndefined();
	await expect(ensureHere(registry, crypto.randomUUID())).rejects.toMatchObject({ code: 'workspaceGone' });
});
