/** A sentence that ends in an abbreviation has one full stop: "le 26 nov..", also inside the stars of strong words. */
export function oneStop(text: string): string {
	return text.replace(/\.(\*\*)?\./g, '.$1');
}
