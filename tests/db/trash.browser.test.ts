import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '$lib/db';
import { hold } from '$lib/workers/jobs/locks';
import { restore } from '$lib/workers/jobs/restore';
import { Workspaces } from '$lib/workers/jobs/workspaces';
import { canonicalFile, importFile, settingsWith } from '../support/usage';
import { backupOf } from '../support/workspaces';

/** Two tabs, each with its own word on what is in use. */
let here: Workspaces;
let there: Workspaces;
/** what is open in both */
let open: string;

beforeEach(async () => {
	[here, there] = [new Workspaces(), new Workspaces()];
	open = (await here.open(null)).workspace.id;
	await there.open(open);
	await here.emptyTrash(open);
});
afterEach(() => {
	here.registry.close();
	there.registry.close();
});

const exists = async (id: string) =>
	(await here.registry.find(id)) !== null &&
	(await indexedDB.databases()).some(({ name }) => name?.includes(id));

async function workspace(): Promise<string> {
	const { id } = await here.create('Acme', false);
	await here.open(id);
	await importFile(
		await here.store(id),
		settingsWith({}),
		canonicalFile(['i1,2026-11-02T12:00:00Z,,voice,,Reception,Main line,,61,,'])
	);
	await here.open(open);
	return id;
}

test('what was removed here is deleted for good at once', async () => {
	const id = await workspace();
	await here.setRemoved(id, true);
	expect((await here.trash(open)).workspaces).toBe(1);
	await here.emptyTrash(open);
	expect(await exists(id)).toBe(false);
	expect((await here.trash(open)).workspaces).toBe(0);
});

test('a removed workspace that another worker holds is neither counted nor deleted', async () => {
	const id = await workspace();
	const letGo = await hold(id);
	await here.setRemoved(id, true);
	expect((await here.trash(open)).workspaces).toBe(0);
	await here.emptyTrash(open);
	expect(await exists(id)).toBe(true);
	await letGo();
	expect((await here.trash(open)).workspaces).toBe(1);
	await here.emptyTrash(open);
	expect(await exists(id)).toBe(false);
});

test('a tab lets go of what another has removed, so that it can be deleted there', async () => {
	const id = await workspace();
	await there.open(id);
	await here.setRemoved(id, true);
	expect((await here.trash(open)).workspaces).toBe(0);
	// The other tab hears of it, and opens another.
	await there.open(null);
	expect(await exists(id)).toBe(true);
	expect((await here.trash(open)).workspaces).toBe(1);
	await here.emptyTrash(open);
	expect(await exists(id)).toBe(false);
});

test('what was removed in another tab can be brought back there, whatever is deleted here', async () => {
	const id = await workspace();
	await there.setRemoved(id, true);
	await here.emptyTrash(open);
	await there.setRemoved(id, false);
	expect((await there.open(id)).workspace.id).toBe(id);
	expect(await exists(id)).toBe(true);
});

test('a workspace that is being restored is not deleted on its way, and can be when it was removed later', async () => {
	const file = await backupOf(await here.store(await workspace()));
	const emptied: Promise<void>[] = [];
	const { id } = await restore({
		registry: there.registry,
		file: new Blob([file]),
		passphrase: null,
		cancelled: () => false,
		onProgress: ({ phase }) => {
			if (phase === 'writing') emptied.push(here.emptyTrash(open));
		}
	});
	expect(emptied.length).toBeGreaterThan(0);
	await Promise.all(emptied);
	expect(await exists(id)).toBe(true);
	const record = await here.registry.find(id);
	if (!record) throw new Error('not in the registry');
	const store = await openStore(record);
	expect(await store.db.count('num')).toBe(1);
	store.db.close();
	await here.setRemoved(id, true);
	await here.emptyTrash(open);
	expect(await exists(id)).toBe(false);
});
