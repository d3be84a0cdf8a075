import { calls } from '$lib/i18n/calls';
import * as format from '$lib/i18n/format';
import type { CallExplanation } from '$lib/workers/api';

const seconds = (value: number): string => format.duration(value * 1_000);

/** One step of an explanation: what it is, why, and what it comes to. */
export interface WhyStep {
	readonly name: string;
	readonly text: string;
	readonly figure: string;
}

/** The steps from the row to its credits, in the order in which it is rated, and what it did to the balance. */
export function whySteps(told: CallExplanation): WhyStep[] {
	const t = calls.current.why.steps;
	const { row, card, balance, rate } = told;
	const { shortCallSeconds, initialSeconds, incrementSeconds } = card.rounding;
	const steps: WhyStep[] = [];
	const add = (name: string, text: string, figure = '') => steps.push({ name, text, figure });

	if (row.channel === 'voice') {
		const length = format.duration(row.quantity);
		const threshold = seconds(shortCallSeconds);
		if (row.short) add(t.shortName, t.shortText(length, threshold), seconds(0));
		else {
			if (shortCallSeconds > 0) add(t.long, t.longText(length, threshold));
			else add(t.any, t.anyText(length));
			const billed = seconds(row.billableSeconds);
			if (row.quantity === 0) add(t.minutes, t.nothingText, billed);
			else add(t.minutes, t.minutesText(seconds(initialSeconds), seconds(incrementSeconds)), billed);
		}
	} else add(t.messages, t.messagesText, format.integer(row.quantity));

	const name = t.classes[row.premium ? 'premium' : 'standard'];
	const each = format.decimal(rate);
	add(t.class, t.from[told.classFrom](name), row.channel === 'voice' ? t.aMinute(each) : t.aMessage(each));
	if (row.licence !== 'metered')
		add(t.licence, t[row.licence](format.credits(told.credits)), format.integer(0));
	if (told.early) add(t.early, t.earlyText);
	if (balance) {
		const parts = [t.balanceText(format.credits(balance.before), format.credits(balance.after))];
		if (balance.overage > 0) parts.push(t.overage(format.credits(balance.overage)));
		if (balance.unserved > 0) parts.push(t.unserved(format.credits(balance.unserved)));
		if (balance.excess > 0) parts.push(t.excess(format.credits(balance.excess)));
		add(t.balance, parts.join(', '), row.credits > 0 ? `−${format.credits(row.credits)}` : format.integer(0));
	}
	return steps;
}

/** The product in a line: `3 started minutes × 20 = 60 credits`. */
export function whyProduct(told: CallExplanation): string {
	const t = calls.current.why;
	const { row, card, rate, credits } = told;
	const { initialSeconds, incrementSeconds, wholeCreditsPerCall } = card.rounding;
	const all = format.credits(credits);
	if (row.channel === 'chat')
		return t.product(t.messages(format.integer(row.quantity)), format.decimal(rate), all);
	const minutes = initialSeconds % 60 === 0 && incrementSeconds % 60 === 0;
	const steps = minutes
		? t.startedMinutes(format.integer(row.billableSeconds / 60))
		: t.seconds(seconds(row.billableSeconds));
	const each = minutes ? format.decimal(rate) : calls.current.why.steps.aMinute(format.decimal(rate));
	const product = (row.billableSeconds * rate) / 60;
	return wholeCreditsPerCall && product !== credits
		? `${t.product(steps, each, format.credits(product))}, ${t.rounded(all)}`
		: t.product(steps, each, all);
}

/** What the picture of billed steps shows; null for chats and calls that are not billed. */
export function whyPicture({ row, card, credits, rate }: CallExplanation) {
	if (row.channel !== 'voice' || row.billableSeconds === 0) return null;
	const t = calls.current.why;
	const { initialSeconds, incrementSeconds, wholeCreditsPerCall } = card.rounding;
	const spoken = row.quantity / 1_000;
	const steps: { readonly seconds: number; readonly text: string }[] = [];
	let left = row.billableSeconds;
	for (let step = initialSeconds || incrementSeconds; left > 0; step = incrementSeconds) {
		const text = wholeCreditsPerCall ? '' : t.block(format.credits((step * rate) / 60));
		steps.push({ seconds: step, text });
		left -= step;
	}
	const length = { spoken: format.duration(row.quantity), rounding: seconds(row.billableSeconds - spoken) };
	return {
		spoken,
		steps,
		all: t.block(format.credits(credits)),
		words: { spoken: t.spoken(length.spoken), rounding: t.rounding(length.rounding) },
		label: t.picture(length.spoken, length.rounding, seconds(row.billableSeconds))
	};
}
