import type { HeaderReading } from './headers';

/** What a name says of when something starts, from most to least: that it did, some time, an answer, the row's own making. */
export type StartRank = 4 | 3 | 2 | 1;

const MADE = /\b(created|createdat|creation)\b/;
const ANSWERED = /\b(answer|answered|connect|connected)\b/;
const STARTED =
	/\b(call |anruf|samtals?|gesprachs|verbindungs)?(start|started|starts|startedat|starttime|starttid|startad|startzeit|startzeitpunkt|startdatum|debut|beginn|begin|began|begins|gestartet|inicio|comienzo|initiat\w*|originat\w*|setup|sent)\b/;

/** Of a column whose name is one for starts, dates or times. */
export function startRank({ apart, plain }: HeaderReading): StartRank {
	const says = (words: RegExp): boolean => words.test(apart) || words.test(plain);
	if (says(MADE) && !apart.startsWith('message')) return 1;
	if (says(ANSWERED)) return 2;
	return says(STARTED) || says(MADE) ? 4 : 3;
}

/** Names of instants that are no start of a call or a chat. */
const NO_START =
	/\b(end|ends|ended|ending|stop|stopped|finish|finished|fin|slut|avslutad|ende|complete|completed|closed?|closing|solved?|resolved?|processed|reviewed|analy[sz]ed|transferred|abandoned|cancell?ed|first (contact|seen|visit)|appointment|booking|booked|callback|updated?|modified|modification|changed?|edited|created|creation|expires?|expired|expiry|expiration|exported|export|invoiced?|facture|faktura|rechnung|factura|bill|billed|billing|due|paid|payment|hangup|hang|disconnect|disconnected|answer|answered|connect|connected|birth|born|dob|registered|registration|signup|signed|opened|deleted|archived|imported|import|report|reported|generated|synced|downloaded|uploaded|scheduled|last|next|until|valid)\b/;
export const isNoStart = ({ apart }: HeaderReading): boolean => NO_START.test(apart);

/** Names of what tells things apart: digits under them are none of a date. */
export const ID =
	/\b(id|ids|no|nr|num|number|numero|nummer|ref|reference|case|ticket|order|key|code|uuid|sid|serial)\b/;
export const isIdName = ({ apart }: HeaderReading): boolean => ID.test(apart);
