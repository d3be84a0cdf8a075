import type { Client, JobOptions } from '$lib/client/client';
import type { Mapping } from '$lib/engine/ingest';
import type {
	ReadableForm,
	ReadingChoice,
	ReadingProfile,
	ReadProgress,
	SniffedFile,
	TableFile
} from '$lib/workers/api';
import { AppError } from '$lib/workers/errors';
import { dayOf } from './moments';

/** A table that was found in a file. */
export interface OpenTable {
	readonly table: TableFile;
	readonly found: SniffedFile;
	readonly reading: ReadingChoice;
	/** how files with its header are read; null: nobody has confirmed that */
	readonly profile: ReadingProfile | null;
}

/** A file of sums by day that was found inside a file of another form, as text. */
export interface OpenSums {
	readonly sums: File;
}

type Readers = Pick<Client, 'data' | 'readers'>;
type Job = () => JobOptions<ReadProgress>;

async function open(
	{ data, readers }: Readers,
	file: File,
	form: ReadableForm,
	{ encoding, sheet, delimiter, header }: ReadingChoice,
	known: TableFile | null,
	job: Job
): Promise<Omit<OpenTable, 'profile' | 'reading'> | OpenSums> {
	const plain = form.kind === 'text' && (encoding ?? form.encoding) === 'utf-8';
	const convert = () => readers.convert(file, form, { encoding, sheet }, job());
	const table = known ?? { file, converted: plain ? null : await convert() };
	if (table.converted?.sums) return { sums: new File([table.converted.text], file.name) };
	return { table, found: await data.sniff(table, { delimiter, header }) };
}

const says = (reading: ReadingChoice): boolean => Object.values(reading).some((value) => value !== null);
export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Letters beyond ASCII that are read as UTF-8, or UTF-16 by its mark, are hardly anything else. */
function provesEncoding(form: ReadableForm, { sniffed }: SniffedFile): boolean {
	if (form.kind !== 'text') return false;
	if (form.because === 'mark') return true;
	const beyond = (text: string) => /[\u0080-\uffff]/.test(text);
	return form.encoding === 'utf-8' && [sniffed.header, ...sniffed.rows].some((row) => row.some(beyond));
}

/**
 * Finds the table in a file, as text where it is none yet. `known`: the text that was made of it for the same choice.
 * Where nothing is said a profile of its header says how its rows are found, unless another header comes of that; how its
 * text is encoded only where the file does not prove that.
 */
export async function openTable(
	client: Readers,
	file: File,
	form: ReadableForm,
	reading: ReadingChoice,
	known: TableFile | null,
	profiles: readonly ReadingProfile[],
	job: Job
): Promise<OpenTable | OpenSums> {
	const opened = await open(client, file, form, reading, known, job);
	if ('sums' in opened) return opened;
	const { header } = opened.found.sniffed;
	if (says(reading))
		return { ...opened, reading, profile: profiles.findLast((one) => same(one.header, header)) ?? null };
	const profile = profiles.findLast(({ fingerprint }) => fingerprint === opened.found.fingerprint) ?? null;
	if (!profile) return { ...opened, reading, profile };
	const proven = provesEncoding(form, opened.found);
	const said = proven ? { ...profile.reading, encoding: null } : profile.reading;
	if (!says(said)) return { ...opened, reading, profile };
	try {
		const again = await open(client, file, form, said, null, job);
		if ('found' in again && same(again.found.sniffed.header, profile.header))
			return { ...again, reading: said, profile };
	} catch (cause) {
		if (cause instanceof AppError && cause.code === 'cancelled') throw cause;
	}
	return { ...opened, reading, profile: null };
}

/** Longer names are no names of columns, and no settings file takes them. */
const MOST_LETTERS = 1_000;

/** What is remembered of a confirmed mapping: the profile it came from where nothing was changed, null where it cannot be. */
export function profileOf(
	{ found, table, reading, profile }: OpenTable,
	fingerprint: string,
	mapping: Mapping,
	zone: string
): ReadingProfile | null {
	const { header } = found.sniffed;
	if (header.some((name) => name.length > MOST_LETTERS)) return null;
	if (profile && same([profile.reading, profile.mapping], [reading, mapping])) return profile;
	const confirmedOn = dayOf(Date.now(), zone);
	return { fingerprint, file: table.file.name, confirmedOn, header, reading, mapping };
}
