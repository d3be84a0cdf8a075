import { expose, transfer } from 'comlink';
import { formatDay, localDay } from '../engine/time';
import type { ComputeApi } from './api';
import { budgets } from './jobs/budgets';
import { forecast } from './jobs/forecast';
import { forecastOf, outlook } from './jobs/outlook';
import { offers } from './jobs/offers';
import { pastChoices } from './jobs/pastChoices';
import { plans, schedule, term } from './jobs/plans';
import { sampleCsv } from './jobs/sample';
import { scenario } from './jobs/scenario';
import './wire';
import { zoneTable } from './zone';

const api: ComputeApi = {
	forecast: async (input) => forecast(input),
	forecastOf: async (input, day) => forecastOf(input, day),
	outlook: async (input) => outlook(input),
	plans: async (input, ask) => plans(input, ask),
	schedule: async (input, ask) => schedule(input, ask),
	term: async (input, terms) => term(input, terms),
	budgets: async (input, asks) => budgets(input, asks),
	pastChoices: async (input, ask) => pastChoices(input, ask),
	offers: async (input, ask) => offers(input, ask),
	scenario: async (input, ask) => scenario(input, ask),
	sample: async (now, seed) => {
		const zone = zoneTable('America/Toronto', now, now);
		const bytes = new TextEncoder().encode(sampleCsv(formatDay(localDay(zone, now)), seed, zone)).buffer;
		return transfer(bytes, [bytes]);
	}
};

expose(api);
