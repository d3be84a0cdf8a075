import { expose } from 'comlink';
import { answering } from './failure';
import { convertWorkbook } from './read/workbook';
import type { ReaderApi } from './readerApi';
import './wire';

const api: ReaderApi = {
	convert: (file, _form, { sheet }, onProgress) => convertWorkbook(file, sheet, onProgress)
};

expose(answering(api));
