import type { LinkRefusal } from '$lib/state/share';

const refusals: Record<LinkRefusal, string> = {
	none: 'There is no plan in this address. Ask for the whole link: chats and mail cut long ones.',
	newer:
		'This link was made by a newer version of Drawdown. Reload the page to get it, then open the link again.',
	damaged:
		'This link is not whole: some of it was changed or cut off on its way. Ask for it again, or for the file.',
	tooLong: 'This link is longer than any that Drawdown makes. Nothing of it was read.',
	tooLarge: 'This link holds more than a plan can. Nothing of it was read.'
};

export default {
	make: 'Copy share link',
	copied: (size: string) => `Link copied: ${size}, aggregates only`,
	copyFailed: 'The browser does not let the link be copied. Here it is, to copy by hand.',
	link: 'Share link',
	saved: (size: string) =>
		`A link would be ${size}, more than chats and mail keep whole. A file was saved instead: import it in Settings.`,
	what: 'The link holds the plan, the card’s prices and sums of usage as assumptions. No row, agent or name is in it, and it is never sent to a host.',
	noUsage: 'Sums of usage could not be read off: there are no rows with lengths and hours.',

	pageTitle: 'A shared plan',
	opening: 'Opening the plan',
	refused: 'This link cannot be opened',
	refusals,
	wrong: (path: string) => `What the link says of “${path}” makes no sense. Nothing of it was kept.`,
	banner: 'You are looking at a shared plan. Nothing of it is kept in this browser until you say so.',
	keep: 'Keep as a workspace',
	kept: 'Kept as a workspace of its own',
	name: 'Shared plan',
	start: 'Start with your own',

	try: {
		heading: 'What if it is more, or less?',
		calls: 'Calls',
		chats: 'Chats',
		of: (percent: string) => `${percent} of what was shared`,
		plan: 'Plan',
		when: 'When credits end',
		reset: 'As it was shared'
	}
};
