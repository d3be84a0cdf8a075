/** A value that a test knows to be there. */
export function sure<T>(value: T | null | undefined): T {
	if (value === null || value === undefined) throw new Error('nothing is there');
	return value;
}
