import { writeAmendment } from '../../../shared/features/draws/manifest.ts';
import { readDraw } from '../../../shared/features/draws/read-draw.ts';
import type { CeremonyRefusal, DrawRefusal } from '../../../shared/features/draws/refusals.ts';
import { writeOfficers, writeRecusals } from '../../../shared/features/draws/roster-files.ts';
import { drawObjects, drawOfficers } from '../../../shared/features/draws/run-draw.ts';
import { takingPart, teamOf } from '../../../shared/features/draws/team.ts';
import type { DrawView } from '../../../shared/features/draws/views.ts';
import { done, type Refusal, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { rosterOfficers, rosterRecusals, sha256 } from '../../app/draw-inputs.ts';
import { teamsOfSubstitutes } from './after-draw.ts';

/** Records today's officers as the next stage. Only a list that cannot fill the seats, those of substitutes too, is replaced. */
export function amendOfficers(
  ctx: Context,
  draw: DrawView,
  reason: string,
): Result<
  { stage: number; officersHash: string },
  CeremonyRefusal | DrawRefusal | Refusal<'NOT_FOUND', { what: string }>
> {
  const files = ctx.draws.engineFiles(draw.id);
  const frozen = readDraw(files, sha256);
  if (!frozen.ok) return frozen;
  const seed = draw.seed ?? '';
  const { meeting, strata } = drawObjects(frozen.value, seed, sha256);
  const seated = drawOfficers(frozen.value, { meeting, strata }, seed, sha256);
  const teams = new Map(meeting.map(({ id }, index) => [id, seated.ok ? (seated.value.teams[index] ?? []) : []]));
  // The list fills the seats of what was drawn; what stands in for one of them may still go without a team.
  const infeasible = seated.ok ? teamsOfSubstitutes(ctx, draw, frozen.value, teams) : seated;
  if (infeasible.ok) return refuse('OFFICERS_FEASIBLE');
  const task = ctx.plans.taskById(draw.taskId);
  if (task === null) return refuse('NOT_FOUND', { what: '任务' });
  const team = teamOf(draw.setting, task.leadDepartment);
  const listed = takingPart(rosterOfficers(ctx, task, draw.setting), draw.setting, team);
  const codes = new Set(listed.map(({ id }) => id));
  const pool = new Set(frozen.value.objects.map(({ id }) => id));
  const recused = rosterRecusals(ctx).filter(({ officer, object }) => codes.has(officer) && pool.has(object));
  const officers = writeOfficers(listed);
  const recusals = writeRecusals(recused);
  const before = files.amendments.at(-1) ?? files;
  if (officers === before.officers && recusals === before.recusals) return refuse('OFFICERS_UNCHANGED');
  const stage = frozen.value.stages.length + 1;
  const hashes = { officers: sha256(officers), recusals: sha256(recusals) };
  const ids = new Map(ctx.rosters.drawOfficers().map(({ code, id }) => [code, id]));
  ctx.draws.insertAmendment(draw.id, stage, {
    reason,
    cause: infeasible.details.cause,
    at: ctx.now,
    files: { officers, recusals, amend: writeAmendment(hashes) },
    officers: listed.map(({ id: code, name, department }) => ({ id: ids.get(code) ?? 0, code, name, department })),
  });
  return done({ stage, officersHash: hashes.officers });
}
