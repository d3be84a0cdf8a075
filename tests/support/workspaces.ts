import { openStore, Registry, writeDocument, type Store } from '$lib/db';
import { readBackup, type BackupPart } from '$lib/db/backup';
import { seeded } from '$lib/engine/forecast';
import { backUp } from '$lib/workers/jobs/backup';
import { commitStaged } from '$lib/workers/jobs/import';
import { restore } from '$lib/workers/jobs/restore';
import { cycleView } from '$lib/workers/query/cycle';
import { report } from '$lib/workers/query/report';
import { readSettings, SETTINGS } from '$lib/workers/settings/document';
import { entryFor } from './rows';
import { loadUsage, newStore, settingsWith, stage } from './usage';

/** A workspace's plain backup. */
export async function backupOf(
	store: Store,
	passphrase: string | null = null
): Promise<Uint8Array<ArrayBuffer>> {
	const blob = await backUp({
		store,
		passphrase,
		iterations: 10_000,
		cancelled: () => false,
		onProgress: () => undefined
	});
	return new Uint8Array(await blob.arrayBuffer());
}

/** The file as a new workspace, open. */
export async function restored(
	file: Uint8Array<ArrayBuffer>,
	passphrase: string | null = null
): Promise<Store> {
	const registry = new Registry();
	const { id } = await restore({
		registry,
		file: new Blob([file]),
		passphrase,
		cancelled: () => false,
		onProgress: () => undefined
	});
	const record = await registry.find(id);
	registry.close();
	if (!record) throw new Error('not in the registry');
	return openStore(record);
}

/** Removes a workspace with all its bytes. */
export async function wipe({ workspace, db }: Store): Promise<void> {
	db.close();
	const registry = new Registry();
	await registry.eraseDatabases(workspace.id);
	await registry.forget(workspace.id);
	registry.close();
}

export async function partsOf(file: Uint8Array<ArrayBuffer>): Promise<BackupPart[]> {
	const parts: BackupPart[] = [];
	for await (const part of readBackup(new Blob([file]), null)) parts.push(part);
	return parts;
}

const pick = <T>(random: () => number, items: readonly T[]): T =>
	items[Math.floor(random() * items.length)] as T;
const upTo = (random: () => number, most: number): number => Math.floor(random() * (most + 1));

/** Some rows of a canonical file, with a further column of billed seconds, in no order of time. */
function randomFile(random: () => number, name: string): File {
	const count = 1 + upTo(random, 250);
	const rows = Array.from({ length: count }, (_, k) => {
		const start = new Date(Date.UTC(2026, 8, 1) + upTo(random, 80 * 86_400) * 1_000).toISOString();
		const voice = random() < 0.6;
		const seconds = upTo(random, 900);
		return [
			random() < 0.8 ? `i${k}-${name}` : '',
			start,
			voice ? 'voice' : 'chat',
			pick(random, ['', 'standard', 'premium']),
			pick(random, [
				'',
				'Réception',
				'Booking',
				'Web 🤖',
				'"Ada, B."'.replaceAll('"', '""').replace(/^|$/g, '"')
			]),
			pick(random, ['', 'Main line', 'Ligne Laval']),
			voice ? '' : String(upTo(random, 20)),
			voice ? String(seconds) : '',
			voice && random() < 0.7 ? String(Math.ceil(seconds / 6) * 6) : '',
			random() < 0.5 ? `case ${upTo(random, 30)}` : '',
			pick(random, ['', 'handled', 'abandoned'])
		].join(',');
	});
	const header = 'id,started_at,channel,class,agent,entity,messages,duration_seconds,billed,case_id,outcome';
	return new File([`${header}\n${rows.join('\n')}\n`], name);
}

/** A workspace as a seed says: files by the real import, cut into small blocks, and settings of all kinds. */
export async function randomWorkspace(seed: number): Promise<Store> {
	const random = seeded(seed);
	const store = await newStore(pick(random, ['Acme', 'Clinique de Laval', '', '名前']));
	const settings = settingsWith(
		{
			tier: pick(random, [null, 20_000, 60_000]),
			overage: pick(random, ['off', 'on']),
			taxPercent: pick(random, [0, 14.975]),
			timeZone: pick(random, ['America/Toronto', 'Europe/Stockholm', 'Asia/Kathmandu']),
			cycleAnchorDay: pick(random, [1, 17, 31])
		},
		{
			agents: [
				{
					agent: 'Booking',
					licence: pick(random, ['metered', 'trial', 'unlimited'] as const),
					tags: { site: 'Laval', 'cost centre': '7' }
				},
				{ agent: 'Réception', class: 'premium' as const, activatedAt: '2026-09-10' }
			]
				.slice(0, upTo(random, 2))
				.map((entry) => entryFor(entry.agent, entry)),
			readings: Array.from({ length: upTo(random, 3) }, (_, k) => ({
				at: Date.UTC(2026, 10, 3 + k),
				creditsUsed: upTo(random, 9_000) / 8
			}))
		}
	);
	if (random() < 0.9) await writeDocument(store, SETTINGS, JSON.stringify(settings), 0);
	const files = upTo(random, 3);
	for (let k = 0; k < files; k++) {
		const further = [{ column: 8, name: 'billed', form: 'seconds' as const }];
		const { staged } = await stage(
			store,
			settings,
			randomFile(random, `usage-${seed}-${k}.csv`),
			{ further: random() < 0.5 ? further : [] },
			{
				blockRows: 1 + upTo(random, 100)
			}
		);
		await commitStaged(store, staged);
	}
	return store;
}

/** Everything that the screens and the report read of a workspace. */
export async function figuresOf(store: Store) {
	const { value: settings } = await readSettings(store.db);
	const usage = await loadUsage(store, settings);
	if (!usage) return null;
	return { view: await cycleView(usage, null, false), report: await report(store.db, usage, null) };
}
