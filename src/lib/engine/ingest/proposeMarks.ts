import type { LengthCheck } from './crossCheck';
import { evidence, type Evidence, type FieldProposal } from './evidence';
import type { ColumnMark } from './mapping';
import { provenMark } from './marks';
import type { DecimalMark } from './numbers';
import type { ColumnProfile } from './profile';
import type { Proof } from './survey';

/** A column whose numbers are read. */
export interface NumberColumn {
	readonly column: number;
	/** its numbers are whole */
	readonly whole: boolean;
	/** does a length that is read with this mark match the end of its row? */
	readonly check: ((decimal: DecimalMark) => LengthCheck | null) | null;
}

export interface ProposedMarks {
	readonly marks: readonly ColumnMark[];
	readonly proposal: FieldProposal;
	/** columns that their first rows leave open */
	readonly open: readonly NumberColumn[];
}

const MARKS = ['.', ','] as const;
/** No number has a mark, so that there is nothing to say. */
const NO_MARKS: FieldProposal = { confidence: 'sure', evidence: [] };

/** The mark before decimals of a column whose numbers have marks, and why; null: all could have either. */
function markOf(
	{ column, whole, check }: NumberColumn,
	{ marks, openNumber }: ColumnProfile,
	proofs: readonly Proof[]
): { readonly decimal: DecimalMark; readonly because: Evidence } | null {
	const proven = provenMark(marks);
	if (proven)
		return { decimal: proven, because: evidence('marksProven', { mark: proven, rows: marks[proven] }) };
	const proof = proofs.find((found) => found.ask === 'mark' && found.column === column);
	if (proof && (proof.answer === '.' || proof.answer === ','))
		return {
			decimal: proof.answer,
			because: evidence('provenInLine', { line: proof.line, value: proof.value })
		};
	// A message has no fraction: what looks like one is a mark between thousands.
	if (whole && !/[.,]000$/.test(openNumber)) {
		const decimal = openNumber.includes('.') ? ',' : '.';
		return { decimal, because: evidence('marksProven', { mark: decimal, rows: marks.either }) };
	}
	const matching = check ? MARKS.filter((mark) => check(mark)) : [];
	const [decimal] = matching;
	const found = decimal && matching.length === 1 ? check?.(decimal) : null;
	return decimal && found
		? { decimal, because: evidence('matchesEnd', { rows: found.rows, of: found.of }) }
		: null;
}

/**
 * The marks of a file's numbers. A column that is open follows one of the same file that is not, as one system wrote
 * both; where all are open it is asked.
 */
export function proposeMarks(
	numbers: readonly NumberColumn[],
	columns: readonly ColumnProfile[],
	proofs: readonly Proof[]
): ProposedMarks {
	const found = numbers.flatMap((number) => {
		const profile = columns[number.column];
		if (!profile) return [];
		const { marks } = profile;
		if (marks['.'] + marks[','] + marks.either === 0) return [];
		return [{ number, profile, mark: markOf(number, profile, proofs) }];
	});
	const settled = found.find(({ mark }) => mark);
	const open = found.filter(({ mark }) => !mark);
	const marks = found.map(({ number: { column }, mark }) => ({
		column,
		decimal: mark?.decimal ?? settled?.mark?.decimal ?? null
	}));
	if (found.length === 0) return { marks: [], proposal: NO_MARKS, open: [] };
	const because: Evidence[] = [];
	if (settled?.mark) because.push(settled.mark.because);
	const [first] = open;
	if (first && settled) because.push(evidence('otherColumnProves', { column: settled.profile.name }));
	else if (first)
		because.push(
			evidence('marksAmbiguous', {
				column: first.profile.name,
				value: first.profile.openNumber,
				rows: first.profile.marks.either
			})
		);
	const confidence = !settled ? 'none' : open.length > 0 ? 'likely' : 'sure';
	return { marks, proposal: { confidence, evidence: because }, open: open.map(({ number }) => number) };
}
