import type { ProposeSubstitution } from '../../../shared/features/draws/change-schemas.ts';
import { pooled } from '../../../shared/features/draws/pool.ts';
import type { FrozenDraw } from '../../../shared/features/draws/read-draw.ts';
import type { ChangeRefusal, DrawRefusal } from '../../../shared/features/draws/refusals.ts';
import { drawObjects } from '../../../shared/features/draws/run-draw.ts';
import { type StandingObject, standingObjects } from '../../../shared/features/draws/standing.ts';
import {
  couldBeStaffed,
  type PassReason,
  passReasons,
  reasonOfStatus,
  replaceReasons,
  reserveLeft,
} from '../../../shared/features/draws/substitute.ts';
import { ticketBox } from '../../../shared/features/draws/ticket.ts';
import type { DrawView } from '../../../shared/features/draws/views.ts';
import { done, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { drawInputs, sha256 } from '../../app/draw-inputs.ts';
import { finishIfDone } from '../../app/finish-task.ts';
import { frozenOf, hindrancesToday, officersFor, seatSubstitutes } from './after-draw.ts';
import type { NewSubstitution } from './changes.repo.ts';

/** Of the reserve the dialog shows so many at once. */
const SHOWN = 50;

type Refused = ChangeRefusal | DrawRefusal;

/** What the form of 替补 shows: the object, and who of the reserve would stand in, with what speaks against each. */
export function replaceable(ctx: Context, draw: DrawView, objectId: number) {
  const object = standingObjects(draw).find((one) => one.objectId === objectId);
  if (object === undefined) return null;
  const frozen = frozenOf(ctx, draw);
  if (!frozen.ok) return null;
  const state = reserveState(ctx, draw, frozen.value);
  const left = object.isMust ? [] : state.left(object.stratum, ctx.draws.reserveUsed(draw.id));
  return {
    object: { ...object, status: ctx.rosters.objectById(objectId)?.status ?? '' },
    isOut: ctx.draws.isOut(draw.id, objectId),
    hasResult: hasResult(ctx, draw, objectId),
    reserveSize: left.length,
    reserve: left.slice(0, SHOWN).map(({ id, place }) => {
      const reason = state.against(id, object.stratum);
      return { code: id, place, name: state.nameOf(id), ticket: state.ticketOf(id), against: reason };
    }),
  };
}

/** 替补 as proposed: the listed reason holds, and the reserve is taken in its order. Nothing is changed yet. */
export function settleSubstitution(
  ctx: Context,
  draw: DrawView,
  { objectId, reason, passed }: ProposeSubstitution,
): Result<NewSubstitution & { inName: string | null }, Refused> {
  if (draw.setting.mode === 'batch') return refuse('BATCH_HAS_NO_RESERVE', { number: draw.number });
  const out = standingObjects(draw).find((one) => one.objectId === objectId);
  if (out === undefined) {
    return refuse('NOT_DRAWN', { name: ctx.draws.poolObject(draw.id, { objectId })?.name ?? '' });
  }
  if (ctx.draws.isOut(draw.id, objectId)) return refuse('ALREADY_REPLACED', { name: out.name });
  if (hasResult(ctx, draw, objectId)) return refuse('RESULT_IS_ENTERED', { name: out.name });
  const frozen = frozenOf(ctx, draw);
  if (!frozen.ok) return frozen;
  const state = reserveState(ctx, draw, frozen.value);
  if (reason === 'RECUSED' && state.staffable(out.code, out.stratum)) {
    return refuse('STILL_STAFFABLE', { name: out.name });
  }
  const left = out.isMust ? [] : state.left(out.stratum, ctx.draws.reserveUsed(draw.id));
  const common = { outId: objectId, reason };
  const passing: NewSubstitution['passed'][number][] = [];
  for (const [index, one] of passed.entries()) {
    const turn = left[index];
    if (turn?.id !== one.code)
      return refuse('RESERVE_ORDER', { next: turn === undefined ? '' : state.nameOf(turn.id) });
    const name = state.nameOf(one.code);
    if (one.reason === 'CAP' && state.against(one.code, out.stratum) !== 'CAP')
      return refuse('CAP_NOT_REACHED', { name });
    if (one.reason === 'RECUSED' && state.staffable(one.code, out.stratum)) return refuse('STILL_STAFFABLE', { name });
    passing.push({ objectId: state.idOf(one.code), place: turn.place, reason: one.reason, note: one.note });
  }
  const next = left[passed.length];
  if (next === undefined) {
    const alone = out.isMust ? 'must' : 'empty';
    return done({ ...common, inName: null, substitute: null, alone, passed: passing });
  }
  const against = state.against(next.id, out.stratum);
  if (against !== null) {
    return refuse('SUBSTITUTE_UNFIT', { name: state.nameOf(next.id), why: passReasons[against] });
  }
  const substitute = { objectId: state.idOf(next.id), ticket: state.ticketOf(next.id), place: next.place };
  return done({ ...common, inName: state.nameOf(next.id), substitute, alone: null, passed: passing });
}

/**
 * What an approval does: the next of the reserve stands in, with a team once there are teams, and its inspection is opened
 * where inspections are. Checked once more: since the proposal the reserve, a result or the substitute may have changed.
 */
export function carryOutSubstitution(ctx: Context, before: DrawView, changeId: number): Result<null, Refused> {
  const draw = ctx.draws.drawById(before.id) ?? before;
  const line = draw.substitutions.find((one) => one.changeId === changeId);
  if (line === undefined) throw new Error(`change ${changeId} is not approved`);
  const { outId, outName, inId, inCode, inName, stratum, reason, place, passed } = line;
  if (hasResult(ctx, draw, outId)) return refuse('RESULT_IS_ENTERED', { name: outName });
  const frozen = frozenOf(ctx, draw);
  if (!frozen.ok) return frozen;
  const state = reserveState(ctx, draw, frozen.value);
  const isPassed = new Set(passed.map(({ code }) => code));
  // A proposal that waits uses up nothing: withdrawn afterwards, it would have let this one skip a turn.
  const used = ctx.draws.reserveUsed(draw.id, { but: changeId, states: ['approved'] });
  const left = line.alone === 'must' ? [] : state.left(stratum, used);
  const ahead = left.filter(({ id, place: turn }) => (place === null || turn < place) && !isPassed.has(id));
  const waiting = ctx.draws.reserveUsed(draw.id, { but: changeId, states: ['proposed'] });
  if (ahead.some(({ id }) => !waiting.has(id))) return refuse('CHANGE_OUTDATED');
  if (ahead[0] !== undefined) return refuse('EARLIER_CHANGE_WAITS', { name: state.nameOf(ahead[0].id) });
  if (inCode !== null) {
    const against = state.against(inCode, stratum);
    if (against !== null) return refuse('SUBSTITUTE_UNFIT', { name: inName ?? '', why: passReasons[against] });
  }
  if (draw.state === 'drawn') return done(null);
  const seated = seatSubstitutes(ctx, draw.id);
  if (!seated.ok) return seated;
  if (draw.state !== 'recorded' || draw.isRehearsal) return done(null);
  const why = `${replaceReasons[reason]}${inName === null ? '' : `，由${inName}替补`}`;
  ctx.inspections.closeAsReplaced(draw.id, outId, why, ctx.now);
  if (inId !== null) {
    const team = seated.value.substitutions.find((one) => one.changeId === changeId)?.team ?? [];
    const row = {
      objectId: inId,
      order: ctx.inspections.nextOrder(draw.id),
      team: team.map(({ officerId }) => officerId),
      standsFor: outId,
    };
    ctx.inspections.openForDraw({ drawId: draw.id, taskId: draw.taskId, rows: [row] }, ctx.now);
  }
  finishIfDone(ctx, draw.taskId);
  return done(null);
}

/** The reserve as the frozen files give it, and what speaks against one of it today. */
function reserveState(ctx: Context, draw: DrawView, frozen: FrozenDraw) {
  const seed = draw.seed ?? '';
  const selection = drawObjects(frozen, seed, sha256);
  const box = ticketBox(`${seed}|obj|${frozen.manifest.number}`, sha256);
  const task = ctx.plans.taskById(draw.taskId);
  const today = new Map(
    task === null
      ? []
      : pooled(draw.setting, drawInputs(ctx, task, draw.setting)).map(({ code, excluded }) => [code, excluded]),
  );
  const officers = officersFor(ctx, draw);
  const { recused } = hindrancesToday(ctx, draw, frozen);
  const poolObject = (code: string) => ctx.draws.poolObject(draw.id, { code });
  const staffable = (code: string, stratum: string) =>
    couldBeStaffed(frozen, { id: code, stratum }, officers, recused, sha256);
  return {
    staffable,
    left: (stratum: string, used: ReadonlySet<string>) => reserveLeft(selection, stratum, used),
    nameOf: (code: string) => poolObject(code)?.name ?? '',
    idOf: (code: string) => poolObject(code)?.objectId ?? 0,
    ticketOf: box.ticketOf,
    against(code: string, stratum: string): PassReason | null {
      const id = poolObject(code)?.objectId ?? 0;
      const status = reasonOfStatus(ctx.rosters.objectById(id)?.status ?? '存续');
      if (status !== null) return status;
      if (today.get(code)?.startsWith('CAP') === true) return 'CAP';
      return staffable(code, stratum) ? null : 'RECUSED';
    },
  };
}

function hasResult(ctx: Context, draw: DrawView, objectId: StandingObject['objectId']): boolean {
  return ctx.inspections.standingOfDraw(draw.id).some((one) => one.objectId === objectId && one.hasResult);
}
