/** A mix in the plane. */
export interface MixAt {
	readonly minutes: number;
	readonly messages: number;
}

/** A whole number; `any`: no limit; `none`: nothing is left. */
type Room = number | 'any' | 'none';

/** One plan: what its line and its row in the table are made from. */
export interface MixPlan {
	readonly tier: number;
	/** on screen */
	readonly own: boolean;
	/** the mix fits in it */
	readonly holds: boolean;
	/** where its line meets the axes; null: never */
	readonly ends: { readonly minutes: number | null; readonly messages: number | null };
	readonly fitting: {
		readonly calls: Room;
		readonly chats: Room;
		readonly minutes: Room;
		readonly messages: Room;
	};
}

/** An ellipse: `centre + u·cos φ + v·sin φ`. */
export interface MixShape {
	readonly centre: MixAt;
	readonly u: MixAt;
	readonly v: MixAt;
}

export interface MixData {
	/** ascending */
	readonly plans: readonly MixPlan[];
	readonly point: MixAt;
	/** where 8 in 10 months end */
	readonly shape: MixShape | null;
	/** where the first lever leads */
	readonly lever: MixAt | null;
	/** credits of an average minute and an average message */
	readonly rates: { readonly minute: number; readonly message: number };
}
