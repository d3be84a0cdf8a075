import { expose } from 'comlink';
import type { ExploreApi } from './api';
import { answering, ofStorage } from './failure';
import { fresh, open } from './query/opened';
import { usageView } from './query/explore/agents';
import './wire';

/** Usage with its rows; null where readings or assumptions are all there is. */
async function rows() {
	const { db, settings, usage } = await fresh();
	return usage && !settings.assumptions ? { db, usage } : null;
}

const api: ExploreApi = {
	open,
	async usage(start, channel) {
		const known = await rows();
		return known && usageView(known.db, known.usage, start, channel);
	}
};

expose(answering(api, ofStorage));
