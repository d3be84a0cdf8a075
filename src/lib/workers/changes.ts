/** The channel on which the data worker tells every tab that a workspace's storage has changed. */
export const CHANGES = 'drawdown-changes';

export interface StorageChange {
	readonly workspace: string;
	readonly revision: number;
}
