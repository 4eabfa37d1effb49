import type { ProposeOfficers } from '../../../shared/features/draws/change-schemas.ts';
import { type OfficerOut, officerOutReasons } from '../../../shared/features/draws/changes.ts';
import { writeAmendment } from '../../../shared/features/draws/manifest.ts';
import { readDraw } from '../../../shared/features/draws/read-draw.ts';
import type { CeremonyRefusal, ChangeRefusal, DrawRefusal } from '../../../shared/features/draws/refusals.ts';
import { readOfficers, writeOfficers, writeRecusals } from '../../../shared/features/draws/roster-files.ts';
import { drawObjects, drawOfficers, runDraw } from '../../../shared/features/draws/run-draw.ts';
import { standingObjects } from '../../../shared/features/draws/standing.ts';
import type { DrawView } from '../../../shared/features/draws/views.ts';
import { done, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { rosterRecusals, sha256 } from '../../app/draw-inputs.ts';
import { officerIds, officersFor, seatSubstitutes } from './after-draw.ts';

type Refused = CeremonyRefusal | ChangeRefusal | DrawRefusal;

export interface SettledOfficers {
  readonly out: readonly OfficerOut[];
  readonly list: { readonly stage: number; readonly officers: string; readonly recusals: string };
}

/** Who acts in the draw's teams now, by id, with the objects he goes to. */
export function seatedOfficers(ctx: Context, draw: DrawView): ReadonlyMap<number, { name: string; objects: string[] }> {
  const names = new Map(ctx.rosters.drawOfficers().map(({ id, name }) => [id, name]));
  const seated = new Map<number, { name: string; objects: string[] }>();
  const add = (officerId: number, code: string) => {
    const one = seated.get(officerId) ?? { name: names.get(officerId) ?? '', objects: [] };
    seated.set(officerId, { ...one, objects: [...one.objects, code] });
  };
  const acting = new Map(ctx.inspections.standingOfDraw(draw.id).map(({ objectId, team }) => [objectId, team]));
  const drawn = new Map(
    [...draw.drawn, ...draw.substitutions.map(({ inId, team }) => ({ objectId: inId ?? 0, team }))].map(
      ({ objectId, team }) => [objectId, team.map(({ officerId }) => officerId)],
    ),
  );
  for (const { objectId, code } of standingObjects(draw)) {
    for (const officerId of acting.get(objectId) ?? drawn.get(objectId) ?? []) add(officerId, code);
  }
  return seated;
}

/**
 * 更换检查人员 as proposed: those named sit in a team, no inspection has begun, and the officers of today without them can
 * fill the seats. The list is fixed here and drawn from when it is approved; whom it seats is not computed for anyone to see.
 */
export function settleOfficers(ctx: Context, draw: DrawView, input: ProposeOfficers): Result<SettledOfficers, Refused> {
  if (draw.setting.mode === 'batch') return refuse('BATCH_HAS_NO_RESERVE', { number: draw.number });
  const begun = begunRefusal(ctx, draw);
  if (begun !== null) return begun;
  if (draw.changes.some(({ kind, state }) => kind === 'officers' && state === 'proposed')) {
    return refuse('OFFICERS_CHANGE_WAITS');
  }
  const seated = seatedOfficers(ctx, draw);
  const codes = new Map([...officerIds(ctx)].map(([code, id]) => [id, code]));
  const recusals = rosterRecusals(ctx);
  const out: OfficerOut[] = [];
  for (const { officerId, reason } of input.out) {
    const seat = seated.get(officerId);
    const code = codes.get(officerId) ?? '';
    const name = ctx.rosters.officerById(officerId)?.name ?? '';
    if (seat === undefined) return refuse('NOT_IN_A_TEAM', { name });
    const isRecused = recusals.some((one) => one.officer === code && seat.objects.includes(one.object));
    if (reason === 'RECUSED' && !isRecused) return refuse('NO_RECUSAL_ENTERED', { name });
    out.push({ officerId, name, reason });
  }
  // Who is newly recused stays away from those objects only; everybody else named leaves the list, now and at each later stage.
  const earlier = draw.changes.filter(({ state }) => state === 'approved').flatMap(({ officersOut }) => officersOut);
  const leaving = new Set(
    [...earlier, ...out].filter(({ reason }) => reason !== 'RECUSED').map(({ officerId }) => codes.get(officerId)),
  );
  const listed = officersFor(ctx, draw).filter(({ id }) => !leaving.has(id));
  const listedCodes = new Set(listed.map(({ id }) => id));
  const files = ctx.draws.engineFiles(draw.id);
  const before = readDraw(files, sha256);
  if (!before.ok) return before;
  const pool = new Set(before.value.objects.map(({ id }) => id));
  const officers = writeOfficers(listed);
  const recused = writeRecusals(recusals.filter((one) => listedCodes.has(one.officer) && pool.has(one.object)));
  const last = files.amendments.at(-1) ?? files;
  if (officers === last.officers && recused === last.recusals) return refuse('OFFICERS_UNCHANGED');
  const amend = writeAmendment({ officers: sha256(officers), recusals: sha256(recused) });
  const amendments = [...files.amendments, { officers, recusals: recused, amend }];
  const next = readDraw({ ...files, amendments }, sha256);
  if (!next.ok) return next;
  const seed = draw.seed ?? '';
  const trial = drawOfficers(next.value, drawObjects(next.value, seed, sha256), seed, sha256);
  if (!trial.ok) return trial;
  return done({ out, list: { stage: next.value.stages.length, officers, recusals: recused } });
}

/** What an approval does: the further stage is recorded and drawn, and open inspections follow with their history. */
export function carryOutOfficers(
  ctx: Context,
  draw: DrawView,
  changeId: number,
): Result<{ stage: number; resultHash: string }, Refused> {
  const begun = begunRefusal(ctx, draw);
  if (begun !== null) return begun;
  const list = ctx.draws.proposedList(changeId);
  const change = ctx.draws.changes(draw.id).find(({ id }) => id === changeId);
  if (list === null || change === undefined) throw new Error(`no list of change ${changeId}`);
  const { stage, officers, recusals } = list;
  if (stage !== ctx.draws.engineFiles(draw.id).amendments.length + 2) return refuse('CHANGE_OUTDATED');
  const listed = readOfficers('', officers);
  if (!listed.ok) return listed;
  const ids = officerIds(ctx);
  const out = change.officersOut.map(({ name, reason }) => `${name}（${officerOutReasons[reason]}）`).join('、');
  ctx.draws.insertAmendment(draw.id, stage, {
    reason: change.note,
    cause: `${out}不能参加检查。`,
    at: ctx.now,
    proposedBy: change.proposedBy,
    approvedBy: change.opinions.at(-1)?.by ?? '',
    files: { officers, recusals, amend: writeAmendment({ officers: sha256(officers), recusals: sha256(recusals) }) },
    officers: listed.value.map(({ id: code, name, department }) => ({
      id: ids.get(code) ?? 0,
      code,
      name,
      department,
    })),
  });
  const digits = draw.witnesses.map((witness) => witness.digits ?? '');
  const outcome = runDraw(ctx.draws.engineFiles(draw.id), digits, sha256);
  if (!outcome.ok) return outcome;
  ctx.draws.insertTeams(draw.id, stage, outcome.value, ctx.now);
  const seated = seatSubstitutes(ctx, draw.id, { isNewStage: true });
  if (!seated.ok) return seated;
  if (draw.state === 'recorded' && !draw.isRehearsal) followTeams(ctx, seated.value);
  return done({ stage, resultHash: outcome.value.resultHash });
}

/** Every seat that goes to another officer is handed over, so that who was drawn first stays on record. */
function followTeams(ctx: Context, { id, number, stage, drawn, substitutions }: DrawView): void {
  const teams = new Map(drawn.map(({ objectId, team }) => [objectId, team.map(({ officerId }) => officerId)]));
  for (const { inId, team } of substitutions) {
    if (inId !== null)
      teams.set(
        inId,
        team.map(({ officerId }) => officerId),
      );
  }
  const handovers = new Map<number, number>();
  const handoverOf = (officerId: number) => {
    const known = handovers.get(officerId);
    if (known !== undefined) return known;
    const handoverId = ctx.inspections.insertHandover({
      officerId,
      accountId: null,
      onDay: ctx.today,
      reason: `抽取${number}第${stage}次排定检查人员`,
      at: ctx.now,
      byId: ctx.account?.id ?? 0,
      byName: ctx.account?.name ?? '',
    });
    handovers.set(officerId, handoverId);
    return handoverId;
  };
  for (const { id: inspectionId, objectId, team } of ctx.inspections.standingOfDraw(id)) {
    for (const [seat, toId] of (teams.get(objectId) ?? []).entries()) {
      const fromId = team[seat] ?? 0;
      if (fromId === toId) continue;
      ctx.inspections.insertSeatHandover(handoverOf(fromId), { inspectionId, seat, fromId, toId });
    }
  }
}

/** After a notice or a result single seats are handed over (离岗移交); all teams are not drawn again. */
function begunRefusal(ctx: Context, draw: DrawView) {
  const begun = ctx.inspections.standingOfDraw(draw.id).find(({ hasBegun }) => hasBegun);
  return begun === undefined ? null : refuse('TEAMS_AT_WORK', { name: begun.objectName });
}
