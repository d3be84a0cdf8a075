import { expect, test } from 'vitest';
import { countryOfZone } from '$lib/state/country';

test.each([
	['America/Toronto', 'CA'],
	['America/St_Johns', 'CA'],
	['America/New_York', 'US'],
	['America/Indiana/Knox', 'US'],
	['Pacific/Honolulu', 'US'],
	['Europe/Stockholm', 'SE'],
	['Europe/London', 'GB'],
	['Europe/Berlin', 'DE'],
	['Europe/Paris', 'FR'],
	['America/Mexico_City', null],
	['America/Sao_Paulo', null],
	['US/Samoa', null],
	['Europe/Oslo', null],
	['UTC', null]
])('%s proposes %s', (zone, country) => expect(countryOfZone(zone)).toBe(country));
