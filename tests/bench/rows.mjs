// Seeded usage in the canonical layout: 13 months, 50 agents, 200 entities, quoted commas, UTF-8.
import { closeSync, openSync, writeSync } from 'node:fs';

function sfc32(seed) {
	let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
	return () => {
		const t = (((a + b) | 0) + d) | 0;
		d = (d + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = ((c << 21) | (c >>> 11)) + t;
		return (t >>> 0) / 4_294_967_296;
	};
}

const DAYS = 396;
const START = Date.UTC(2025, 9, 1);
const CITIES = ['Oslo', 'Lyon', 'Porto', 'Graz', 'Malmö', 'Bergen', 'Leeds', 'Utrecht', 'Turin', 'Zürich'];
const PLACES = [
	'Clinic',
	'Outlet',
	'Retail, North',
	'Retail, South',
	'Hotel',
	'Bank',
	'Garage',
	'Campus',
	'Depot',
	'Kiosk'
];
const HEADER =
	'id,started_at,ended_at,channel,class,agent,entity,messages,duration_seconds,case_id,outcome\n';
const quote = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes `count` rows, ascending by start, to a file. */
export function writeRows(path, count) {
	const random = sfc32(42);
	const agents = Array.from({ length: 50 }, (_, k) => `Agent ${String(k + 1).padStart(2, '0')}`);
	const entities = Array.from({ length: 200 }, (_, k) =>
		quote(`${CITIES[k % 10]} ${PLACES[Math.floor(k / 10) % 10]} ${Math.floor(k / 100) + 1}`)
	);
	const skewed = (length) => Math.floor(random() * random() * length);
	const file = openSync(path, 'w');
	let text = HEADER;
	const step = (DAYS * 86_400_000) / count;
	for (let k = 0; k < count; k++) {
		const start = new Date(START + Math.floor(k * step + random() * step)).toISOString();
		const voice = random() < 0.38;
		const premium = random() < 0.3 ? 'premium' : 'standard';
		const messages = voice ? '' : 1 + Math.floor(random() * random() * 20);
		const seconds = voice ? Math.floor(5 + random() * random() * 900) : '';
		const id = `U${String(k + 1).padStart(9, '0')}`;
		const caseId = `C-${Math.floor(random() * 4_294_967_296)
			.toString(16)
			.padStart(8, '0')}`;
		text += `${id},${start},,${voice ? 'voice' : 'chat'},${premium},${agents[skewed(50)]},${entities[skewed(200)]},${messages},${seconds},${caseId},\n`;
		if (text.length > 1 << 20) {
			writeSync(file, text);
			text = '';
		}
	}
	writeSync(file, text);
	closeSync(file);
}
