import type { OtherCard } from './card';

/**
 * Prices that stood on public pages, for a user to start from and check: never loaded by themselves, never taken for
 * true. `readAt` is the day on which a stored copy of the page was read; the page may be older, and newer by now.
 */
export const EXAMPLE_CARDS: readonly OtherCard[] = [
	{
		id: 'example-fin',
		name: 'Fin (Intercom), per resolution',
		source:
			'Fin AI Agent Outcomes: USD 0.99 per outcome, chat and email; phone on request. www.intercom.com/help/en/articles/8205718-fin-ai-agent-outcomes',
		readAt: '2026-11-26',
		currency: 'USD',
		fee: '0',
		chat: { model: 'resolution', price: '0.99', block: null, included: 0, resolvedPercent: 50 },
		voice: null
	},
	{
		id: 'example-freddy',
		name: 'Freddy AI Agent (Freshworks), session packs',
		source:
			'Freddy AI Agent and Chatbot Sessions FAQs: USD 49 per pack of 100 sessions of up to 24 hours. crmsupport.freshworks.com/support/solutions/articles/50000004664-freddy-ai-agent-and-chatbot-sessions-faqs',
		readAt: '2026-11-26',
		currency: 'USD',
		fee: '0',
		chat: { model: 'session', minutes: 1_440, price: '49', block: 100, included: 0 },
		voice: null
	},
	{
		id: 'example-fish-audio',
		name: 'Fish Audio agents, per minute',
		source:
			'Agents pricing: USD 0.06 a minute billed per second, and 0.01 a minute more on phone calls. docs.fish.audio/agents/pricing.md',
		readAt: '2026-11-26',
		currency: 'USD',
		fee: '0',
		chat: null,
		voice: {
			model: 'minute',
			price: '0.07',
			block: null,
			included: 0,
			initialSeconds: 0,
			incrementSeconds: 1,
			shortCallSeconds: 0
		}
	}
];
