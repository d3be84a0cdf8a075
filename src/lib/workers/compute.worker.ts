import { expose, transfer } from 'comlink';
import { DAY_MS, parseDay } from '../engine/time';
import type { ComputeApi } from './api';
import { forecast } from './jobs/forecast';
import { sampleCsv } from './jobs/sample';
import './wire';
import { zoneTable } from './zone';

const api: ComputeApi = {
	forecast: async (input) => forecast(input),
	sample: async (until, seed) => {
		const last = (parseDay(until) ?? 0) * DAY_MS;
		const bytes = new TextEncoder().encode(
			sampleCsv(until, seed, zoneTable('America/Toronto', last, last))
		).buffer;
		return transfer(bytes, [bytes]);
	}
};

expose(api);
