import { type FrozenDraw, readDraw } from '../../../shared/features/draws/read-draw.ts';
import type { DrawRefusal } from '../../../shared/features/draws/refusals.ts';
import { standingObjects } from '../../../shared/features/draws/standing.ts';
import { type SubstituteTeam, teamForSubstitute } from '../../../shared/features/draws/substitute.ts';
import { takingPart, teamOf } from '../../../shared/features/draws/team.ts';
import type { DrawView } from '../../../shared/features/draws/views.ts';
import type { Task } from '../../../shared/features/plans/task.ts';
import { yearOf } from '../../../shared/kernel/local-date.ts';
import { done, type Refusal, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { rosterOfficers, rosterRecusals, sha256 } from '../../app/draw-inputs.ts';

/** The inspections that a record opens: of every object that stands, with its team; substitutes behind those drawn. */
export function inspectionsOf(draw: DrawView) {
  const seats = [...draw.drawn, ...draw.substitutions.map(({ inId, team }) => ({ objectId: inId ?? 0, team }))];
  const teams = new Map(seats.map(({ objectId, team }) => [objectId, team.map(({ officerId }) => officerId)]));
  const orders = new Map(draw.drawn.map(({ objectId, order }) => [objectId, order]));
  let last = draw.drawn.length;
  return standingObjects(draw).map(({ objectId }) => {
    const order = orders.get(objectId) ?? ++last;
    return { objectId, order, team: teams.get(objectId) ?? [] };
  });
}

/** A batch of a 批次顺序 is inspected in the order its objects were drawn there. */
export function inBatchOrder<Row extends { readonly objectId: number; readonly order: number }>(
  ctx: Context,
  taskId: number,
  rows: readonly Row[],
): readonly Row[] {
  const batch = ctx.draws.batchOfTask(taskId);
  if (batch === null) return rows;
  const orders = new Map(ctx.draws.drawById(batch.drawId)?.drawn.map(({ objectId, order }) => [objectId, order]));
  const placed = [...rows].sort((a, b) => (orders.get(a.objectId) ?? 0) - (orders.get(b.objectId) ?? 0));
  return placed.map((row, index) => ({ ...row, order: index + 1 }));
}

/** The frozen files with every stage, checked once more against what was committed to. */
export function frozenOf(ctx: Context, draw: Pick<DrawView, 'id'>): Result<FrozenDraw, DrawRefusal> {
  return readDraw(ctx.draws.engineFiles(draw.id), sha256);
}

/**
 * Today's officers for a further stage. Seats of this draw's own inspections are not load carried already: they are what is
 * drawn again.
 */
export function officersFor(ctx: Context, draw: DrawView) {
  const own = new Map<number, number>();
  for (const { year, team } of ctx.inspections.standingOfDraw(draw.id)) {
    if (year !== yearOf(ctx.today)) continue;
    for (const officerId of team) own.set(officerId, (own.get(officerId) ?? 0) + 1);
  }
  const ids = officerIds(ctx);
  const task = taskOf(ctx, draw);
  const officers = rosterOfficers(ctx, task, draw.setting).map((officer) => ({
    ...officer,
    base: Math.max(0, officer.base - (own.get(ids.get(officer.id) ?? 0) ?? 0)),
  }));
  return takingPart(officers, draw.setting, teamOf(draw.setting, task.leadDepartment));
}

/** Ids of the officers of the roster by the code that the files of a draw name them with. */
export function officerIds(ctx: Context): ReadonlyMap<string, number> {
  return new Map(ctx.rosters.drawOfficers().map(({ code, id }) => [code, id]));
}

function taskOf(ctx: Context, { taskId }: Pick<DrawView, 'taskId'>): Task {
  const task = ctx.plans.taskById(taskId);
  if (task === null) throw new Error(`no task ${taskId}`);
  return task;
}

/** Who cannot serve in the task's days, by code, and who is recused from what: by the last stage's list, or by the roster since. */
export function hindrancesToday(ctx: Context, draw: DrawView, frozen: FrozenDraw) {
  const unable = new Set(
    rosterOfficers(ctx, taskOf(ctx, draw), draw.setting)
      .filter(({ bars }) => bars.length > 0)
      .map(({ id }) => id),
  );
  const pairs = new Set(
    [...(frozen.stages.at(-1)?.recusals ?? []), ...rosterRecusals(ctx)].map(
      ({ officer, object }) => `${officer}\t${object}`,
    ),
  );
  return { unable, recused: (officer: string, object: string) => pairs.has(`${officer}\t${object}`) };
}

export type UnseatedRefusal = Refusal<'SUBSTITUTE_UNSEATED', { name: string; cause: string }>;

/** A substitute's team as it is to be written. */
interface SubstituteSeats extends SubstituteTeam {
  readonly changeId: number;
}

/**
 * The teams of the substitutes that have none yet at the draw's stage, oldest first; nothing is written. `drawnTeams` are those of
 * the drawn objects by code, `acting` those of inspections that are open, by object.
 */
export function teamsOfSubstitutes(
  ctx: Context,
  draw: DrawView,
  frozen: FrozenDraw,
  drawnTeams: ReadonlyMap<string, readonly string[]>,
  acting: ReadonlyMap<number, readonly string[]> = new Map(),
): Result<readonly SubstituteSeats[], UnseatedRefusal> {
  const hindrances = hindrancesToday(ctx, draw, frozen);
  const teams = new Map(drawnTeams);
  const made: SubstituteSeats[] = [];
  for (const { changeId, outCode, inId, inCode, inName, stratum, team } of draw.substitutions) {
    if (inId !== null && inCode !== null && team.length > 0) teams.set(inCode, acting.get(inId) ?? codesOf(team));
    if (inCode !== null && team.length === 0) {
      const input = { draw: frozen, seed: draw.seed ?? '', out: outCode, substitute: inCode, stratum, teams };
      const seated = teamForSubstitute({ ...input, ...hindrances }, sha256);
      if (!seated.ok) return refuse('SUBSTITUTE_UNSEATED', { name: inName ?? '', cause: seated.details.cause });
      teams.set(inCode, seated.value.officers);
      made.push({ changeId, ...seated.value });
    }
    teams.delete(outCode);
  }
  return done(made);
}

/**
 * Seats the substitutes that have no team at the draw's stage yet, and writes the seats. Where inspections are open the team
 * that acts goes on; `isNewStage` says that those teams are just being replaced.
 */
export function seatSubstitutes(
  ctx: Context,
  drawId: number,
  { isNewStage = false }: { isNewStage?: boolean } = {},
): Result<DrawView, UnseatedRefusal | DrawRefusal> {
  const draw = ctx.draws.drawById(drawId);
  if (draw === null) throw new Error(`no draw ${drawId}`);
  const frozen = frozenOf(ctx, draw);
  if (!frozen.ok) return frozen;
  const acting = isNewStage ? new Map<number, readonly string[]>() : actingTeams(ctx, draw);
  const drawn = new Map(draw.drawn.map(({ objectId, code, team }) => [code, acting.get(objectId) ?? codesOf(team)]));
  const made = teamsOfSubstitutes(ctx, draw, frozen.value, drawn, acting);
  if (!made.ok) return made;
  const ids = officerIds(ctx);
  for (const { changeId, officers, candidates } of made.value) {
    const seats = officers.map((code, seat) => ({
      officerId: ids.get(code) ?? 0,
      candidates: candidates?.[seat] ?? null,
    }));
    ctx.draws.insertSubstituteSeats(changeId, draw.stage, seats);
  }
  return done(ctx.draws.drawById(drawId) ?? draw);
}

function codesOf(team: readonly { readonly code: string }[]): string[] {
  return team.map(({ code }) => code);
}

/** Officer codes by object, of the inspections of a draw that stand. */
function actingTeams(ctx: Context, { id }: Pick<DrawView, 'id'>): ReadonlyMap<number, readonly string[]> {
  const codes = new Map([...officerIds(ctx)].map(([code, officerId]) => [officerId, code]));
  return new Map(
    ctx.inspections
      .standingOfDraw(id)
      .map(({ objectId, team }) => [objectId, team.map((officerId) => codes.get(officerId) ?? '')]),
  );
}
