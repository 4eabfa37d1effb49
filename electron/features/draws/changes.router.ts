import {
  ChangeId,
  DecideChange,
  HandDownBatch,
  ObjectOfDraw,
  ProposeOfficers,
  ProposeSubstitution,
} from '../../../shared/features/draws/change-schemas.ts';
import type { ChangeLine } from '../../../shared/features/draws/changes.ts';
import type { CeremonyRefusal, ChangeRefusal } from '../../../shared/features/draws/refusals.ts';
import { DrawId } from '../../../shared/features/draws/schemas.ts';
import { passReasons, replaceReasons } from '../../../shared/features/draws/substitute.ts';
import type { DrawView } from '../../../shared/features/draws/views.ts';
import { done, type Refusal, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { command, notFound, query } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { hidesTargets } from '../../app/targets.ts';
import { batchLines, handDownBatch } from './batches.ts';
import type { NewChange } from './changes.repo.ts';
import { atState } from './draw-steps.ts';
import { carryOutOfficers, seatedOfficers, settleOfficers } from './replace-officers.ts';
import { carryOutSubstitution, replaceable, settleSubstitution } from './substitutions.ts';

/** 替补 and 更换检查人员: proposed by an operator, decided by another, each kept with the opinion. */
export const changeCalls = {
  /** What the form of 替补 shows; null where the object does not stand in this draw. */
  replaceable: query()
    .input(ObjectOfDraw)
    .query(({ ctx, input }) => {
      const draw = knownDraw(ctx, input.drawId);
      return draw === null ? null : replaceable(ctx, draw, input.objectId);
    }),

  /** Who sits in the draw's teams, for the form of 更换检查人员. */
  seated: query()
    .input(DrawId)
    .query(({ ctx, input }) => {
      const draw = knownDraw(ctx, input.drawId);
      if (draw === null) return null;
      const begun = ctx.inspections.standingOfDraw(draw.id).find(({ hasBegun }) => hasBegun);
      return {
        begun: begun?.objectName ?? null,
        officers: [...seatedOfficers(ctx, draw)].map(([id, { name, objects }]) => ({
          id,
          name,
          seats: objects.length,
        })),
      };
    }),

  /** 批次 of a recorded 批次顺序; null of a rehearsal, and where the asker may not know its objects. */
  batches: query()
    .input(DrawId)
    .query(({ ctx, input }) => {
      const draw = knownDraw(ctx, input.drawId);
      if (draw === null || draw.setting.mode !== 'batch' || draw.isRehearsal) return null;
      return draw.state === 'recorded' ? batchLines(ctx, draw) : null;
    }),

  handDownBatch: command('draws.hand-down-batch', { may: ['operator'] })
    .input(HandDownBatch)
    .mutation(({ ctx, input }) => {
      const draw = atState(ctx, input.drawId, ['recorded']);
      if (!draw.ok) return draw;
      const handed = handDownBatch(ctx, draw.value, input);
      const { batch, early } = input;
      return handed.ok ? noted(handed.value, draw.value.number, { batch, early, ...handed.value }) : handed;
    }),

  proposeSubstitution: command('draws.propose-substitution', { may: ['operator'] })
    .input(ProposeSubstitution)
    .mutation(({ ctx, input }) => {
      const draw = atState(ctx, input.drawId, ['drawn', 'staffed', 'recorded']);
      if (!draw.ok) return draw;
      const future = futureRefusal(ctx, input);
      if (future !== null) return future;
      const settled = settleSubstitution(ctx, draw.value, input);
      if (!settled.ok) return settled;
      const { inName, ...substitution } = settled.value;
      const changeId = ctx.draws.insertSubstitution(newChange(ctx, input, 'substitution'), substitution);
      return noted({ changeId, inName }, draw.value.number, { ...ledgerFactsOf(ctx, input.drawId, changeId) });
    }),

  proposeOfficers: command('draws.propose-officers', { may: ['operator'] })
    .input(ProposeOfficers)
    .mutation(({ ctx, input }) => {
      const draw = atState(ctx, input.drawId, ['staffed', 'recorded']);
      if (!draw.ok) return draw;
      const future = futureRefusal(ctx, input);
      if (future !== null) return future;
      const settled = settleOfficers(ctx, draw.value, input);
      if (!settled.ok) return settled;
      const { out, list } = settled.value;
      const changeId = ctx.draws.insertOfficersChange(newChange(ctx, input, 'officers'), out, list);
      const named = out.map(({ name, reason }) => ({ name, reason }));
      return noted({ changeId }, draw.value.number, { out: named, stage: list.stage });
    }),

  /** By a reviewer or a leader who neither proposed the change nor conducted the draw; an approval carries it out. */
  decideChange: command('draws.decide-change', { may: ['reviewer', 'leader'], backup: 'draw' })
    .input(DecideChange)
    .mutation(({ ctx, input }) => {
      const opened = openChange(ctx, input.changeId);
      if (!opened.ok) return opened;
      const { draw, change } = opened.value;
      const own = ownRefusal(ctx, draw, change);
      if (own !== null) return own;
      const { decision, opinion } = input;
      if (decision === 'return' && opinion === '') return refuse('CHANGE_OPINION_MISSING');
      const { id: byId, name: by } = ctx.account ?? { id: 0, name: '' };
      ctx.draws.insertOpinion(change.id, { decision, opinion, byId, by, at: ctx.now });
      const note = { kind: change.kind, decision, ...ledgerFactsOf(ctx, draw.id, change.id) };
      if (decision === 'return') {
        ctx.draws.decideChange(change.id, 'returned', ctx.now);
        return noted(null, draw.number, note);
      }
      ctx.draws.decideChange(change.id, 'approved', ctx.now);
      const carried =
        change.kind === 'substitution'
          ? carryOutSubstitution(ctx, draw, change.id)
          : carryOutOfficers(ctx, draw, change.id);
      return carried.ok ? noted(null, draw.number, { ...note, ...carried.value }) : carried;
    }),

  /** By who proposed it, as long as nothing is decided; it stays listed. */
  withdrawChange: command('draws.withdraw-change', { may: ['operator'] })
    .input(ChangeId)
    .mutation(({ ctx, input }) => {
      const opened = openChange(ctx, input.changeId);
      if (!opened.ok) return opened;
      const { draw, change } = opened.value;
      if (change.proposedById !== ctx.account?.id) return refuse('NOT_PROPOSED_BY_YOU', { name: change.proposedBy });
      ctx.draws.decideChange(change.id, 'withdrawn', ctx.now);
      return noted(null, draw.number, { kind: change.kind, ...ledgerFactsOf(ctx, draw.id, change.id) });
    }),
};

type OpenRefusal =
  | Extract<ChangeRefusal, { code: 'CHANGE_DECIDED' }>
  | Extract<CeremonyRefusal, { code: 'DRAW_STATE' }>
  | Refusal<'NOT_FOUND', { what: string }>
  | Refusal<'TARGETS_NOT_PUBLIC', { number: string }>;

function openChange(ctx: Context, changeId: number): Result<{ draw: DrawView; change: ChangeLine }, OpenRefusal> {
  const draw = ctx.draws.drawById(ctx.draws.drawOfChange(changeId) ?? 0);
  const change = draw?.changes.find(({ id }) => id === changeId);
  if (draw === null || change === undefined) return refuse('NOT_FOUND', { what: '替补或人员更换' });
  if (hidesTargets(ctx, draw.id)) return refuse('TARGETS_NOT_PUBLIC', { number: draw.number });
  // What still waited when the draw was voided ends with it.
  if (draw.state === 'void') return refuse('DRAW_STATE', { number: draw.number, state: draw.state });
  return change.state === 'proposed' ? done({ draw, change }) : refuse('CHANGE_DECIDED', { state: change.state });
}

function ownRefusal(ctx: Context, draw: DrawView, change: ChangeLine) {
  const me = ctx.account?.id;
  const isMine = change.proposedById === me || ctx.draws.frozenBy(draw.id) === me;
  return isMine ? refuse('OWN_CHANGE', { name: ctx.account?.name ?? '' }) : null;
}

function futureRefusal(ctx: Context, { documentOn }: { readonly documentOn: string | null }) {
  return documentOn !== null && documentOn > ctx.today ? refuse('DOCUMENT_IN_FUTURE', { today: ctx.today }) : null;
}

function newChange(
  ctx: Context,
  { drawId, note, document, documentOn }: Pick<NewChange, 'drawId' | 'note' | 'document' | 'documentOn'>,
  kind: NewChange['kind'],
): NewChange {
  const byId = ctx.account?.id ?? 0;
  return { drawId, kind, note, document, documentOn, byId, byName: ctx.account?.name ?? '', at: ctx.now };
}

/** The ledger, which everybody reads, names objects by their place in the order and in the reserve. */
function ledgerFactsOf(ctx: Context, drawId: number, changeId: number) {
  const change = ctx.draws.changes(drawId).find(({ id }) => id === changeId);
  if (change === undefined || change.substitution === null) return { out: change?.officersOut ?? [] };
  const { outPlace, place, alone, reason, passed } = change.substitution;
  return {
    out: outPlace,
    in: place === null ? alone : `本组递补第${place}位`,
    reason: replaceReasons[reason],
    document: change.document,
    passed: passed.map((one) => ({ place: one.place, reason: passReasons[one.reason] })),
  };
}

/** The draw; null where the asker may not know its objects yet. */
function knownDraw(ctx: Context, drawId: number): DrawView | null {
  const draw = ctx.draws.drawById(drawId) ?? notFound('抽取');
  return hidesTargets(ctx, drawId) ? null : draw;
}
