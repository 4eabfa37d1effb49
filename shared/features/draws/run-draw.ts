import { done, type Result, refuse } from '../../kernel/result.ts';
import { type Assignment, assignSeats } from './assign.ts';
import { seatsAt } from './plan-file.ts';
import { type DrawFiles, FILE_NAMES, type FrozenDraw, readDraw } from './read-draw.ts';
import type { DrawRefusal, SeatsInfeasible } from './refusals.ts';
import { resultRows, resultText } from './result-file.ts';
import { readDigits, writeDigits } from './roster-files.ts';
import { type Selection, selectObjects } from './select.ts';
import { type Hash, ticketBox } from './ticket.ts';

/** Everything a draw decides. A pure function of the frozen files and the witnesses' digits. */
export interface DrawOutcome extends Selection, Omit<Assignment, 'tmin'> {
  readonly number: string;
  readonly rehearsal: boolean;
  readonly commitment: string;
  /** S = C|D1|…|Dw: text from end to end, never a number. */
  readonly seed: string;
  /** The officer stage that decided: 1, or 2 and more after an amendment. */
  readonly stage: number;
  /** Absent in 批次顺序, which seats nobody. */
  readonly tmin: number | undefined;
  readonly rows: readonly (readonly string[])[];
  /** result.tsv. */
  readonly resultText: string;
  readonly resultHash: string;
}

/** Reads, checks and runs a whole draw. `digits` in announced order, ASCII. */
export function runDraw(files: DrawFiles, digits: readonly string[], hash: Hash): Result<DrawOutcome, DrawRefusal> {
  const draw = readDraw(files, hash);
  return draw.ok ? runFrozen(draw.value, digits, hash) : draw;
}

/** As `runDraw`, for a draw already read. */
export function runFrozen(draw: FrozenDraw, digits: readonly string[], hash: Hash): Result<DrawOutcome, DrawRefusal> {
  const given = readDigits(FILE_NAMES.digits, writeDigits(digits));
  if (!given.ok) return given;
  const found = digits.map((text) => text.length);
  if (found.join() !== draw.manifest.digits.join()) {
    return refuse('DIGITS_CHANGED', { committed: draw.manifest.digits, found });
  }
  const seed = seedOf(draw.commitment, digits);
  const selection = drawObjects(draw, seed, hash);
  const seated = draw.plan.batchSize === undefined ? drawOfficers(draw, selection, seed, hash) : done(NOBODY);
  return seated.ok ? done(outcomeOf(draw, seed, selection, seated.value, hash)) : seated;
}

/** S, from the commitment and the digits in announced order. */
export function seedOf(commitment: string, digits: readonly string[]): string {
  return [commitment, ...digits].join('|');
}

/** The object stage alone: it stands even if the officers turn out infeasible. */
export function drawObjects(draw: FrozenDraw, seed: string, hash: Hash): Selection {
  return selectObjects(draw.objects, draw.plan, ticketBox(`${seed}|obj|${draw.manifest.number}`, hash));
}

/** The last officer stage, for objects already drawn. */
export function drawOfficers(
  draw: FrozenDraw,
  { meeting }: Selection,
  seed: string,
  hash: Hash,
): Result<Assignment, SeatsInfeasible> {
  const { stage, officers, recusals } = draw.stages.at(-1)!;
  const recused = new Set(recusals.map(({ officer, object }) => `${officer}\t${object}`));
  return assignSeats(
    {
      objects: meeting.map(({ id, stratum }) => ({ id, seats: seatsAt(draw.plan, stratum) })),
      officers,
      recused: (officer, object) => recused.has(`${officer}\t${object}`),
      seed: officerSeedOf(draw, seed, stage),
      band: draw.plan.band,
      slack: draw.plan.slack,
    },
    hash,
  );
}

/** sF of a stage: `S|off|<no>`, with `|r2` … for a repeated one. */
export function officerSeedOf({ manifest }: Pick<FrozenDraw, 'manifest'>, seed: string, stage: number): string {
  return `${seed}|off|${manifest.number}${stage === 1 ? '' : `|r${stage}`}`;
}

const NOBODY: Omit<Assignment, 'tmin'> & { readonly tmin?: number } = { teams: [], candidates: [] };

function outcomeOf(
  draw: FrozenDraw,
  seed: string,
  selection: Selection,
  { tmin, teams, candidates }: typeof NOBODY,
  hash: Hash,
): DrawOutcome {
  const rows = resultRows(selection.meeting, teams);
  const text = resultText(rows);
  return {
    number: draw.manifest.number,
    rehearsal: draw.manifest.rehearsal,
    commitment: draw.commitment,
    seed,
    stage: draw.stages.length,
    ...selection,
    tmin,
    teams,
    candidates,
    rows,
    resultText: text,
    resultHash: hash(text),
  };
}
