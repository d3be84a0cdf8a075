/** Room for blocks that come one after another, tried for few of them at a time (decisions 0013 and 0032). */
import { askForRoom, hasRoom } from './mirror/folder';

/** Room is tried for as many bytes again as blocks were given lately, up to this many. */
const MOST_AHEAD = 32 << 20;
/** ms for which what was found is relied on after the last block */
const LATELY = 5_000;

/** Bytes of blocks that were given room and are not written yet. */
let underWay = 0;
/** Bytes that blocks were given lately, and that were found for the next ones. */
let given = 0;
let ahead = 0;
let last = -Infinity;

async function askForBlock(bytes: number): Promise<void> {
	const now = performance.now();
	if (now - last > LATELY) given = ahead = 0;
	last = now;
	given += bytes;
	if (bytes <= ahead) {
		ahead -= bytes;
		return;
	}
	const more = Math.min(given, MOST_AHEAD);
	ahead = 0;
	if (await hasRoom(underWay + more)) ahead = more;
	else await askForRoom(underWay);
}

/** Writes a block of so many bytes where there is room for it beside those under way; throws as {@link askForRoom} does. */
export async function inRoom(bytes: number, write: () => Promise<unknown>): Promise<void> {
	underWay += bytes;
	try {
		await askForBlock(bytes);
		await write();
	} finally {
		underWay -= bytes;
	}
}
