import { expect, test } from 'vitest';
import { sha256 } from '$lib/db/backup';
import { figuresOf, backupOf, randomWorkspace, restored, wipe } from '../support/workspaces';

const hex = async (bytes: Uint8Array<ArrayBuffer>) => String(await sha256(bytes));

test.each([null, 'correct horse battery staple'])(
	'a workspace that was backed up, wiped and restored is the same, passphrase %s',
	async (passphrase) => {
		const store = await randomWorkspace(2);
		const plain = await backupOf(store);
		const file = passphrase === null ? plain : await backupOf(store, passphrase);
		const figures = await figuresOf(store);
		await wipe(store);
		const back = await restored(file, passphrase);
		expect(await figuresOf(back)).toEqual(figures);
		expect(await hex(await backupOf(back))).toBe(await hex(plain));
		await wipe(back);
	}
);
