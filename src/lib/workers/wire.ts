import { transferHandlers } from 'comlink';
import { AppError, type ErrorCode, type ErrorParams } from './errors';

/**
 * What both sides of a worker agree on beyond structured clone. Comlink carries an error's message, name and
 * stack only; ours keep their code and parameters too. Import it once on each side.
 */
interface WireError {
	readonly isError: true;
	readonly value: { message: string; name: string; stack?: string; code?: ErrorCode; params?: ErrorParams };
}

const throwing = transferHandlers.get('throw');
if (!throwing) throw new Error('comlink has no throw handler');

transferHandlers.set('throw', {
	canHandle: throwing.canHandle,
	serialize(thrown: unknown) {
		const { value } = thrown as { value: unknown };
		const [wire, transfer] = throwing.serialize(thrown);
		if (value instanceof AppError)
			Object.assign((wire as WireError).value, { code: value.code, params: value.params });
		return [wire, transfer];
	},
	deserialize(wire: unknown) {
		const { isError, value } = wire as WireError;
		if (isError && value.code) throw new AppError(value.code, value.params, { cause: value.stack });
		return throwing.deserialize(wire);
	}
});

// V8 compiles for buffers that never change hands, and throws all of that away when the first one does that was read by a
// DataView: in the middle of an import. So one does before anything is compiled.
const given = new DataView(new ArrayBuffer(1)).buffer;
structuredClone(given, { transfer: [given] });
