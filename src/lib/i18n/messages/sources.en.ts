/** Systems by name, with what their public documentation says of an export (docs/importing.md). */
export default {
	lead: 'From what these systems publish; menus change. Any other export with a time and a length or a number of messages does as well.',
	systems: {
		aircall: [
			'Export the Call History from the dashboard, with the fields Call ID, Call type, line, user and in-call duration.',
			'Say in the export’s filter which time zone its times are in, and choose the same here.',
			'Rows whose call type is “AI Call” are those that an agent took alone.'
		],
		calAi: ['Save the list of calls: time, duration, channel type, session ID, end reason.'],
		dialpad: [
			'Ask the Stats API for export_type “records” and stat_type “calls”: one row a call. “stats” gives sums, which are no interactions.',
			'Its timezone is UTC unless the request names another.'
		],
		didww: [
			'Make an export of type cdr_in in the API (or download the records in the portal); it comes as .csv.gz, which is read as it is.',
			'It reaches back two months before the running one: fetch it monthly. Times are UTC, lengths seconds.'
		],
		dstny: ['Save the calls as JSON, with start, calleeAnswered and stop. Times carry their offset.'],
		ivozprovider: [
			'Set up a Call CSV scheduler for inbound calls, monthly, by e-mail; or take one from the list of reports.',
			'startTime has no zone: choose that of the platform here.'
		],
		keyyo: [
			'Save the list of calls with start_time, quantity and unit. Times are seconds since 1970.',
			'Texts stand in the same list, under another unit: leave them out of the file.'
		],
		threeCx: [
			'Have the call records written to files. They have no column names, and their order is a setting: map the columns once here.',
			'Records of missed calls may have no start.'
		],
		twilio: [
			'Ask BulkExport for Calls over a range of days: one file of gzip JSON lines a day. Drop them all here together.',
			'Days are UTC days; files are kept for seven days.'
		],
		vapi: ['Fetch the list of calls from the API and save it as JSON: id, startedAt, endedAt, assistantId.'],
		vocalcom: [
			'Export the calls with CallUniversalTime and Duration. Where UTC and local time stand side by side, UTC is taken.'
		],
		yeastar: [
			'Open the call detail records in the web portal and download them as CSV, or schedule them by e-mail. One download may be limited to 10,000 records: go by shorter periods.',
			'Old records are cleaned up by the system: fetch them in time. Times are local.'
		],
		zendeskTalk: [
			'Fetch /api/v2/channels/voice/stats/incremental/calls from a start_time on, page by page by its next_page, and save the calls as JSON.',
			'Of both lengths choose what your contract bills: seconds, or minutes billed.'
		]
	}
};
