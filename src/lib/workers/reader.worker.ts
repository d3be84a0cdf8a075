import { expose } from 'comlink';
import { answering } from './failure';
import { convertJson } from './read/json';
import { convertText } from './read/encoded';
import { unpack } from './read/unpack';
import type { UnpackerApi } from './readerApi';
import './wire';

const api: UnpackerApi = {
	unpack,
	async convert(file, form, choice, onProgress) {
		if (form.kind !== 'text' && form.kind !== 'json') throw new Error(form.kind);
		const encoding = choice.encoding ?? form.encoding;
		return form.kind === 'json'
			? convertJson(file, encoding, choice.sheet, onProgress)
			: convertText(file, encoding, onProgress);
	}
};

expose(answering(api));
