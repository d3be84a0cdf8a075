import { expose, transfer } from 'comlink';
import { answering } from './failure';
import { sealHere } from './jobs/seal';
import { memoryOf } from './jobs/handOver';
import type { SealApi } from './sealApi';
import './wire';

const here = sealHere();

const api: SealApi = {
	rehearse: here.rehearse,
	begin: here.begin,
	async seal(block) {
		const { sealed } = await here.seal(block);
		const { num, text } = sealed;
		// Of the block nothing but its memory goes back.
		const { start, quantity, kind, agent, entity, outcome, line, durations, ids, cases } = block;
		const spent = { start, quantity, kind, agent, entity, outcome, line, durations, ids, cases };
		return transfer({ sealed, spent }, [num, text, ...memoryOf(spent)]);
	},
	async finish() {
		const layer = await here.finish();
		return transfer(layer, Object.values(layer.cubes?.files ?? {}));
	}
};

expose(answering(api));
