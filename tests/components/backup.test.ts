import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '$lib/state/app.svelte';
import { autoBackupOf, nextGeneration } from '$lib/state/autoBackup.svelte';
import { Toaster } from '$lib/state/toaster.svelte';
import BackupSection from '../../src/routes/settings/BackupSection.svelte';
import { fakeClient, type FakeOptions } from '../support/fake/client';
import Screen from './Screen.svelte';

const saved: { name: string; blob: Blob }[] = [];

beforeEach(() => {
	saved.length = 0;
	let blob = new Blob();
	vi.stubGlobal(
		'URL',
		Object.assign(URL, {
			createObjectURL: (made: Blob) => ((blob = made), 'blob:x'),
			revokeObjectURL: () => undefined
		})
	);
	vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
		saved.push({ name: this.download, blob });
	});
});

afterEach(() => {
	vi.restoreAllMocks();
	Reflect.deleteProperty(globalThis, 'showDirectoryPicker');
});

async function show(options: FakeOptions = {}) {
	const client = fakeClient({ filled: true, ...options });
	const app = new App(client);
	await app.open(null);
	render(Screen, { app, screen: BackupSection });
	return { app, client };
}

const fail = (): never => {
	throw new Error('nothing was said');
};
const button = (name: string) => screen.getByRole('button', { name });
const choose = (content: string) =>
	fireEvent.change(screen.getByLabelText('Restore from a backup'), {
		target: { files: [new File([content], 'acme.drawdown-backup')] }
	});

describe('backing up', () => {
	it('saves a file under the name of the workspace, and remembers when', async () => {
		const { client } = await show();
		expect(await screen.findByText('No backup has been made from this browser yet.')).toBeInTheDocument();
		await fireEvent.click(button('Back up'));
		await vi.waitFor(() => expect(saved).toHaveLength(1));
		expect(saved[0]?.name).toBe('Laval Clinic.drawdown-backup');
		expect(client.calls).toContain('backup first null');
		expect(await screen.findByText(/^Last backup from this browser: /)).toBeInTheDocument();
	});

	it('says beside the passphrase that a lost one cannot be recovered, and shows it only when asked', async () => {
		const { client } = await show();
		const field = screen.getByLabelText('Passphrase (optional)');
		expect(field).toHaveAccessibleDescription(/cannot be recovered/);
		expect(field).toHaveAttribute('type', 'password');
		await fireEvent.click(screen.getByLabelText('Show the passphrase'));
		expect(field).toHaveAttribute('type', 'text');
		await fireEvent.input(field, { target: { value: 'sesame' } });
		await fireEvent.click(button('Back up'));
		await vi.waitFor(() => expect(saved).toHaveLength(1));
		expect(client.calls).toContain('backup first sesame');
	});

	it('can be cancelled on its way', async () => {
		await show({ whileArchiving: () => new Promise(() => undefined) });
		await fireEvent.click(button('Back up'));
		expect(await screen.findByText('Packing the backup')).toBeInTheDocument();
		await fireEvent.click(button('Cancel'));
		await vi.waitFor(() => expect(button('Back up')).toBeInTheDocument());
		expect(saved).toEqual([]);
		expect(screen.queryByRole('alert')).toBeNull();
	});
});

describe('restoring', () => {
	it('opens the restored workspace, and takes it away again when that is undone', async () => {
		const shown = vi.spyOn(Toaster.prototype, 'show');
		const { app } = await show();
		await choose('open');
		await vi.waitFor(() => expect(app.workspace?.name).toBe('Acme'));
		expect(app.workspaces).toHaveLength(2);
		const [text, action] = await vi.waitFor(() => shown.mock.lastCall ?? fail());
		expect(text).toBe('Restored “Acme”: 38,203 interactions');
		action?.run();
		await vi.waitFor(() => expect(app.workspace?.name).toBe('Laval Clinic'));
		expect(app.workspaces).toHaveLength(1);
	});

	it('asks for a passphrase only where one is needed, and again after a wrong one', async () => {
		const { app } = await show();
		await choose('locked sesame');
		const field = await screen.findByLabelText('Passphrase of the backup');
		await fireEvent.input(field, { target: { value: 'simsim' } });
		await fireEvent.click(button('Restore'));
		expect(await screen.findByText('This is not the passphrase of the backup')).toBeInTheDocument();
		await fireEvent.input(screen.getByLabelText('Passphrase of the backup'), { target: { value: 'sesame' } });
		await fireEvent.click(button('Restore'));
		await vi.waitFor(() => expect(app.workspace?.name).toBe('Acme'));
	});

	it('says of a file that is no backup what it is not, and changes nothing', async () => {
		const { app } = await show();
		await choose('id,started_at');
		expect(await screen.findByRole('alert')).toHaveTextContent('This is not a backup');
		expect(app.workspaces).toHaveLength(1);
	});
});

/** A folder in memory; `permission` is what the browser says of it. */
function folderOf(permission: PermissionState = 'granted') {
	const files = new Map<string, { blob: Blob; lastModified: number }>();
	let clock = 0;
	const state = { permission };
	const handle = {
		name: 'Backups',
		queryPermission: async () => state.permission,
		requestPermission: async () => (state.permission = 'granted'),
		async getFileHandle(name: string, options?: { create: boolean }) {
			if (!files.has(name) && !options?.create) throw new DOMException('', 'NotFoundError');
			return {
				getFile: async () => files.get(name),
				createWritable: async () => ({
					write: async (blob: Blob) => void files.set(name, { blob, lastModified: ++clock }),
					close: async () => undefined
				})
			};
		}
	};
	return { files, handle: handle as unknown as FileSystemDirectoryHandle };
}

describe('backups by themselves', () => {
	it('are offered only where the browser has folders to pick', async () => {
		await show();
		expect(screen.queryByRole('button', { name: 'Pick a folder' })).toBeNull();
	});

	it('go into the picked folder at a start, once a day', async () => {
		Reflect.set(globalThis, 'showDirectoryPicker', async () => null);
		const { files, handle } = folderOf();
		const { client, app } = await show({ backupFolder: handle });
		await vi.waitFor(() => expect([...files.keys()]).toEqual(['Laval Clinic-1.drawdown-backup']));
		await vi.waitFor(async () => expect(await client.data.lastBackup('first')).not.toBeNull());
		await autoBackupOf(app).runIfDue();
		expect(files.size).toBe(1);
		await client.data.noteBackup('first', Date.now() - 25 * 3_600_000);
		await autoBackupOf(app).runIfDue();
		expect([...files.keys()]).toEqual(['Laval Clinic-1.drawdown-backup', 'Laval Clinic-2.drawdown-backup']);
	});

	it('ask again where the permission has lapsed', async () => {
		Reflect.set(globalThis, 'showDirectoryPicker', async () => null);
		const { files, handle } = folderOf('prompt');
		await show({ backupFolder: handle });
		await fireEvent.click(await screen.findByRole('button', { name: 'Allow it again' }));
		await vi.waitFor(() => expect(files.size).toBe(1));
		expect(screen.queryByRole('button', { name: 'Allow it again' })).toBeNull();
	});

	it('keep three, the oldest makes room', async () => {
		const { files, handle } = folderOf();
		const names: string[] = [];
		for (let k = 0; k < 5; k++) {
			const name = await nextGeneration(handle, 'Acme');
			names.push(name);
			files.set(name, { blob: new Blob(), lastModified: k });
		}
		expect(names.map((name) => name[5])).toEqual(['1', '2', '3', '1', '2']);
	});
});
