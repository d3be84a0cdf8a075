import { parseDay, parseInstant } from './calendar';
import { startOfDay, type ZoneTable } from './zone';

/**
 * The instant of a moment of the settings: an instant as it stands, a local date as its first instant in the
 * contract's zone (formats.md). Texts are checked where they come in; another one is a broken promise.
 */
export function momentOf(zone: ZoneTable, text: string): number {
	const instant = parseInstant(text);
	if (instant !== null) return instant;
	const day = parseDay(text);
	if (day === null) throw new RangeError('moment');
	return startOfDay(zone, day);
}
