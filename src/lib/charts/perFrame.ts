/**
 * Does something with the last of many values, once a frame: pointers report more often than pictures are drawn, and a
 * report that is answered at once makes the browser lay the page out before it is due.
 */
export function perFrame<T>(act: (value: T) => void) {
	let frame = 0;
	let waiting: { readonly value: T } | null = null;

	/** Nothing is waited for any more. */
	function drop(): void {
		cancelAnimationFrame(frame);
		frame = 0;
		waiting = null;
	}

	/** What waits for its frame is done now. */
	function flush(): void {
		const due = waiting;
		drop();
		if (due) act(due.value);
	}

	return {
		set(value: T): void {
			waiting = { value };
			frame ||= requestAnimationFrame(flush);
		},
		flush,
		drop
	};
}
