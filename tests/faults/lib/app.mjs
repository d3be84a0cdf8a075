// What the tests of faults do in the app, by the names a person sees.
/** Rows of each file: a little over two blocks. */
const ROWS = 70_000;

/** A usage file of its own for each number: one month, several agents, ids. */
export function usageFile(number) {
	const lines = [
		'id,started_at,ended_at,channel,class,agent,entity,messages,duration_seconds,case_id,outcome'
	];
	const first = Date.UTC(2026, number % 10, 1, 5);
	for (let k = 0; k < ROWS; k++) {
		const start = new Date(first + k * 35_000).toISOString();
		lines.push(
			`f${number}-${k},${start},,voice,,Agent ${(k * 7) % 23},Line ${k % 11},,${20 + ((k * 31 + number) % 200)},c${k >> 2},handled`
		);
	}
	return { name: `usage-${number}.csv`, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) };
}

/** Presses Import for a file; `saved` is fulfilled when the screen says so. */
export async function startImport(page, address, file) {
	await page.goto(`${address}/import/`);
	await page.getByLabel('Choose usage files').setInputFiles(file);
	const button = page.getByRole('button', { name: 'Import', exact: true });
	await button.waitFor();
	await page.waitForFunction(() =>
		[...document.querySelectorAll('button')].some((b) => b.textContent.trim() === 'Import' && !b.disabled)
	);
	await button.click();
	return page.getByText('Saved', { exact: true }).waitFor({ timeout: 60_000 });
}

/** Opens the app and waits until every byte of both copies was checked. The alerts that it shows. */
export async function reopen(page, address) {
	await page.goto(`${address}/settings/`);
	await page.getByRole('tab', { name: 'Storage' }).click();
	await page.getByText('In two copies on this device').waitFor({ timeout: 30_000 });
	return (await page.getByRole('alert').allInnerTexts()).join(' | ');
}
