/**
 * Verdict on what both copies hold. `must`: names of files that were acknowledged; `may`: those that were on their
 * way; anything else that is there should not be. Of a workspace that was restored and not opened since, the second
 * copy may still be missing.
 */
export function judge({ workspaces, leftOver }, { must, may = [], digests, others = [] }) {
	const found = { lost: [], torn: [], leftOver: [...leftOver], unequal: [], back: [] };
	const [own, ...rest] = workspaces;
	const look = ({ id, database, mirror, revision }, wanted, possible, opened) => {
		for (const name of wanted) if (database.get(name)?.digest !== digests.get(name)) found.lost.push(name);
		for (const [name, { whole, digest }] of database) {
			if (!whole || digest !== digests.get(name)) found.torn.push(name);
			if (!wanted.includes(name) && !possible.includes(name)) found.back.push(name);
		}
		if (mirror?.revision == null && !opened) return;
		for (const [name, { digest }] of database)
			if (mirror?.layers.get(name) !== digest) found.unequal.push(`${id} ${name}`);
		if (mirror?.layers.size !== database.size) found.unequal.push(`${id} files`);
		if (mirror?.revision !== revision) found.unequal.push(`${id} revision`);
	};
	look(own ?? { id: 'none', database: new Map(), mirror: null, revision: null }, must, may, true);
	for (const workspace of rest) look(workspace, others, [], false);
	return found;
}
