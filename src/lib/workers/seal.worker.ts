import { expose, transfer } from 'comlink';
import { answering } from './failure';
import { sealHere } from './jobs/seal';
import type { SealApi } from './sealApi';
import './wire';

const here = sealHere();

const api: SealApi = {
	rehearse: here.rehearse,
	begin: here.begin,
	async seal(block) {
		const sealed = await here.seal(block);
		return transfer(sealed, [sealed.num, sealed.text, sealed.keys]);
	},
	async finish() {
		const layer = await here.finish();
		return transfer(layer, [layer.cases, ...Object.values(layer.cubes?.files ?? {})]);
	}
};

expose(answering(api));
