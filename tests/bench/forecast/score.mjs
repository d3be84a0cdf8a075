/** How good forecasts of run-out are: origins on days of real months, and scores of sample paths. Docs: forecasting.md. */
const DAY = 86_400_000;
const AS_OF = [3, 5, 10, 15, 20, 25];
const TIERS = [0.7, 0.85, 0.95, 1, 1.05, 1.15, 1.3, 1.6];

/** Unknown days as the mean of two same weekdays near them. */
function filled(values) {
	return values.map((value, t) => {
		if (value !== null) return value;
		const near = [7, 14, -7, -14, 21, -21].map((by) => values[t + by]).filter((one) => one != null);
		return near.length > 0 ? near.slice(0, 2).reduce((a, b) => a + b, 0) / Math.min(2, near.length) : 0;
	});
}

/** Each of the last months, as of six days in it. Tiers are shares of a month at the mean of the 90 days before it. */
export function originsOf({ id, group, start, values, ...own }, { cap, months }) {
	const known = filled(values);
	const found = [];
	const first = new Date(start);
	for (let month = first.getUTCMonth(); ; month++) {
		const from = (Date.UTC(first.getUTCFullYear(), month, 1) - start) / DAY;
		const end = (Date.UTC(first.getUTCFullYear(), month + 1, 1) - start) / DAY;
		if (end > values.length) break;
		if (from < 14 || values.slice(from, end).filter((value) => value === null).length > 3) continue;
		const before = known.slice(Math.max(0, from - 90), from);
		const mean = before.reduce((a, b) => a + b, 0) / before.length;
		if (!(mean > 0)) continue;
		for (const k of AS_OF) {
			const t = from + k;
			if (t < (own.least ?? Math.min(60, cap))) continue;
			const oldest = Math.max(0, t - cap);
			found.push({
				id,
				group,
				month,
				hist: known.slice(oldest, t),
				dom0: start + oldest * DAY,
				mtd: known.slice(from, t).reduce((a, b) => a + b, 0),
				k,
				rem: end - t,
				fut: known.slice(t, end),
				scale: mean * (end - from),
				tiers: TIERS.map((share) => share * mean * (end - from))
			});
		}
	}
	const last = [...new Set(found.map(({ month }) => month))].slice(-(own.months ?? months));
	return found.filter(({ month }) => last.includes(month));
}

const at = (ascending, q) => {
	const place = q * (ascending.length - 1);
	const low = Math.floor(place);
	const high = Math.min(ascending.length - 1, low + 1);
	return ascending[low] + (ascending[high] - ascending[low]) * (place - low);
};

/** Scores of one origin: of the month's end, and of each tier that is not used up yet. */
export function scoreOf(origin, paths) {
	const { mtd, rem, fut, tiers, scale } = origin;
	const n = paths.length;
	const ends = new Float64Array(n);
	const days = tiers.map(() => new Float64Array(n).fill(rem + 1));
	const dayOf = (path, tier) => {
		let sum = mtd;
		for (let h = 0; h < rem; h++) if ((sum += path[h]) >= tier) return h + 1;
		return rem + 1;
	};
	paths.forEach((path, p) => {
		ends[p] = path.reduce((a, b) => a + b, mtd);
		tiers.forEach((tier, j) => (days[j][p] = dayOf(path, tier)));
	});
	const actual = fut.reduce((a, b) => a + b, mtd);
	const sorted = ends.slice().sort();
	// CRPS of an ensemble: mean distance to what happened less half the mean distance within (Gneiting and Raftery 2007).
	let crps = 0;
	sorted.forEach((end, i) => (crps += Math.abs(end - actual) / n - ((2 * i + 1 - n) * end) / n ** 2));
	return {
		id: origin.id,
		group: origin.group,
		crps: crps / scale,
		inside: Number(actual >= at(sorted, 0.1) && actual <= at(sorted, 0.9)),
		tiers: tiers.flatMap((tier, j) => {
			if (mtd >= tier) return [];
			const happened = dayOf(fut, tier);
			const own = days[j].sort();
			const chance = own.filter((day) => day <= rem).length / n;
			let ib = 0;
			for (let h = 1, k = 0; h <= rem; h++) {
				while (k < n && own[k] <= h) k++;
				ib += (k / n - Number(happened <= h)) ** 2;
			}
			const over = ends.reduce((sum, end) => sum + Math.max(0, end - tier) / n, 0);
			return {
				chance,
				happened: Number(happened <= rem),
				ib,
				day: happened <= rem ? Math.abs(own[Math.floor((n - 1) / 2)] - happened) : null,
				overage: Math.abs(over - Math.max(0, actual - tier)) / scale
			};
		})
	};
}

const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;

/** Means over origins; calibration error over ten bins of chance. */
export function summary(scores) {
	const tiers = scores.flatMap((score) => score.tiers);
	const bins = Array.from({ length: 10 }, () => ({ said: 0, happened: 0 }));
	for (const { chance, happened } of tiers) {
		const bin = bins[Math.min(9, Math.floor(10 * chance))];
		bin.said += chance;
		bin.happened += happened;
	}
	return {
		n: scores.length,
		brier: mean(tiers.map(({ chance, happened }) => (chance - happened) ** 2)),
		ece: bins.reduce((sum, { said, happened }) => sum + Math.abs(said - happened), 0) / tiers.length,
		ib: mean(tiers.map(({ ib }) => ib)),
		day: mean(tiers.flatMap(({ day }) => day ?? [])),
		crps: mean(scores.map(({ crps }) => crps)),
		inside: mean(scores.map(({ inside }) => inside)),
		overage: mean(tiers.map(({ overage }) => overage))
	};
}
