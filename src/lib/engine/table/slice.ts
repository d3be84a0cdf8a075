import { decodeNum, encodeNum } from './block';
import { allLive, decodeLive, encodeLive, isLive, setLive } from './live';
import { decodeText, encodeText } from './text';

/** All stored records of a block. */
export interface WholeBlock {
	readonly num: ArrayBuffer;
	readonly text: ArrayBuffer;
	readonly live: ArrayBuffer;
}

/** Rows `[first, end)` of a block as a block of their own. Throws `BlockError`. */
export function sliceBlock(records: WholeBlock, first: number, end: number): WholeBlock {
	const block = decodeNum(records.num);
	const rows = end - first;
	const num = encodeNum({
		rows,
		start: block.start.subarray(first, end),
		quantity: block.quantity.subarray(first, end),
		kind: block.kind.subarray(first, end),
		agent: block.agent.subarray(first, end),
		entity: block.entity.subarray(first, end),
		outcome: block.outcome.subarray(first, end),
		caseCode: block.caseCode.subarray(first, end),
		line: block.line.subarray(first, end),
		durations: block.durations.map((values) => values.subarray(first, end))
	});
	const columns = decodeText(records.text).columns.map(({ offsets, bytes }) => {
		const begin = offsets[first] as number;
		return {
			offsets: offsets.subarray(first, end + 1).map((offset) => offset - begin),
			bytes: bytes.subarray(begin)
		};
	});
	const from = decodeLive(records.live);
	const live = allLive(rows);
	for (let r = 0; r < rows; r++) setLive(live, r, isLive(from, first + r));
	return {
		num,
		text: encodeText({ rows, columns }),
		live: encodeLive(live)
	};
}
