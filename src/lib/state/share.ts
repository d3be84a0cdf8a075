import { xxh32 } from '$lib/engine/table/checksum';
import type { Assumptions } from '$lib/engine/planning/assumed/assumptions';
import type { RateCard } from '$lib/engine/rating/card';
import type { Settings } from '$lib/workers/api';
import type { Proposed } from './proposal';

/**
 * A plan as the fragment of an address, `#1.<checksum>.<bytes>`: a settings file without anything of a person's, packed
 * (DEFLATE, RFC 1951) as base64url. The fragment is never sent to a host. The checksum finds damage, not intent: what
 * is read is checked like any settings file.
 */
const VERSION = 1;
/** A longer one is saved as a file: chats and mail cut addresses. */
export const MOST_WRITTEN = 8_000;
const MOST_ACCEPTED = 32_000;
/** Bytes after unpacking. */
const MOST_UNPACKED = 256_000;

/** Why a link cannot be opened. */
export type LinkRefusal = 'none' | 'newer' | 'damaged' | 'tooLong' | 'tooLarge';

export class LinkError extends Error {
	override readonly name = 'LinkError';
	constructor(readonly code: LinkRefusal) {
		super(code);
	}
}

/** What a link holds: card, contract and assumptions; no row, no agent, no name of a workspace or customer. */
export function sharedSettings(
	{ contract, events, growthPercentPerMonth }: Settings,
	card: RateCard,
	assumptions: Assumptions,
	{ tier, policy }: Proposed
): string {
	return JSON.stringify({
		format: 'drawdown-settings',
		version: 1,
		rateCards: [card],
		contract: {
			...contract,
			tier,
			overage: policy === 'upgrade' ? 'off' : policy,
			changes: [],
			censored: [],
			oneOffFees: []
		},
		events: events.map((event, k) => ({ ...event, name: String(k + 1) })),
		growthPercentPerMonth,
		assumptions
	});
}

async function through(bytes: Uint8Array<ArrayBuffer>, transform: CompressionStream | DecompressionStream) {
	const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader();
	const parts: Uint8Array<ArrayBuffer>[] = [];
	let size = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
		size += value.length;
		if (size > MOST_UNPACKED) {
			void reader.cancel();
			throw new LinkError('tooLarge');
		}
		parts.push(value as Uint8Array<ArrayBuffer>);
	}
}

const checksum = (bytes: Uint8Array): string => xxh32(bytes).toString(16).padStart(8, '0');

const toBase64 = (bytes: Uint8Array): string =>
	btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');

function ofBase64(text: string): Uint8Array<ArrayBuffer> {
	const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

/** The fragment, with its `#`. */
export async function fragmentOf(text: string): Promise<string> {
	const packed = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
	return `#${VERSION}.${checksum(packed)}.${toBase64(packed)}`;
}

/** The text that a fragment holds, unchecked. Throws a {@link LinkError} that says why there is none. */
export async function textOfFragment(fragment: string): Promise<string> {
	const parts = /^#(\d{1,6})\.([\da-f]{8})\.([\w-]+)$/.exec(fragment);
	if (fragment.length > MOST_ACCEPTED) throw new LinkError('tooLong');
	if (fragment.length < 2) throw new LinkError('none');
	// What a newer version looks like nobody knows but its number.
	const version = /^#(\d{1,6})\./.exec(fragment)?.[1];
	if (version !== undefined && Number(version) > VERSION) throw new LinkError('newer');
	if (!parts || Number(parts[1]) !== VERSION) throw new LinkError('damaged');
	try {
		const packed = ofBase64(parts[3] as string);
		if (checksum(packed) !== parts[2]) throw new LinkError('damaged');
		const bytes = await through(packed, new DecompressionStream('deflate-raw'));
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (cause) {
		throw cause instanceof LinkError ? cause : new LinkError('damaged');
	}
}
