import { expose } from 'comlink';
import { answering } from './failure';
import { convertParquet } from './read/parquet';
import type { ReaderApi } from './readerApi';
import './wire';

const api: ReaderApi = {
	convert: (file, _form, _choice, onProgress) => convertParquet(file, onProgress)
};

expose(answering(api));
