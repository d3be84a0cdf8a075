export { noCodes, upToDate, wrongDictionary, wrongInBlock } from './checks';
export * from './error';
export { KeyRing } from './key';
export * from './part';
export { needsPassphrase, readBackup } from './read';
export { writeBackup } from './write';
