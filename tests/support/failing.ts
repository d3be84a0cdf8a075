import { vi } from 'vitest';

/** Writes into stores of these names fail, as they may on a full disk, until the answer is called. */
export function failing(names: readonly string[], method: 'put' | 'delete', failure: string): () => void {
	const real = IDBObjectStore.prototype[method] as IDBObjectStore['put'];
	const spy = vi.spyOn(IDBObjectStore.prototype, method as 'put').mockImplementation(function (
		this: IDBObjectStore,
		...args: Parameters<IDBObjectStore['put']>
	) {
		if (names.includes(this.name)) throw new DOMException('Internal error', failure);
		return real.apply(this, args);
	});
	return () => void spy.mockRestore();
}
