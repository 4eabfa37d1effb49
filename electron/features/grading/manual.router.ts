import { z } from 'zod';
import { vetoAgainst } from '../../../shared/features/grading/grade.ts';
import type { GradingRefusals } from '../../../shared/features/grading/refusals.ts';
import {
  DecideManual,
  ProposeManual as Proposal,
  type ProposeManual,
  WithdrawManual,
} from '../../../shared/features/grading/schemas.ts';
import { isWorse } from '../../../shared/features/grading/worst-grade.ts';
import { rolesOf } from '../../../shared/features/office/roles.ts';
import type { Grade } from '../../../shared/kernel/pack-basis.ts';
import { gradeTitle, type PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import { type RefusalOf, refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { command, query } from '../../app/procedures.ts';
import { gradeInputsOf, gradingOffice, regradeObjects } from '../../app/regrade.ts';
import { noted } from '../../app/run-command.ts';
import type { ManualChange } from './manual-grades.repo.ts';

type ManualRefusal = RefusalOf<GradingRefusals>;

/** 人工调整: proposed with reason and documents, reviewed by another, in force until a day. */
export const manualRoutes = {
  manualChanges: query().query(({ ctx }) => ctx.grading.manualChanges().map((change) => lineOf(ctx, change))),

  manualChangesOf: query()
    .input(z.object({ objectId: z.int() }))
    .query(({ ctx, input }) => ctx.grading.manualChangesOf(input.objectId).map((change) => lineOf(ctx, change))),

  proposeManual: command('grading.propose-manual', { may: ['operator'] })
    .input(Proposal)
    .mutation(({ ctx, input }) => {
      const line = ctx.grading.gradeLineOf(input.objectId);
      if (line === null) return refuse('NOT_FOUND', { what: '检查对象' });
      if (line.current === null) return refuse('MANUAL_UNGRADED', { name: line.name });
      const barred = proposalBarred(ctx, input, line.current.grade);
      if (barred !== null) return barred;
      const id = ctx.grading.proposeManual({ ...input, fromGrade: line.current.grade }, ctx.account?.id ?? 0, ctx.now);
      return noted({ id }, line.name, { ...input, fromGrade: line.current.grade });
    }),

  decideManual: command('grading.decide-manual', { may: ['reviewer', 'leader'] })
    .input(DecideManual)
    .mutation(({ ctx, input: { id, decision, opinion } }) => {
      const change = ctx.grading.manualChangeById(id);
      if (change === null) return refuse('NOT_FOUND', { what: '等级调整' });
      const accountId = ctx.account?.id ?? 0;
      if (change.state !== 'proposed') return refuse('MANUAL_DECIDED');
      if (change.proposedById === accountId) return refuse('MANUAL_OWN');
      if (decision === 'reject' && opinion === '') return refuse('MANUAL_NEEDS_OPINION');
      const barred = decision === 'approve' ? approvalBarred(ctx, change) : null;
      if (barred !== null) return barred;
      ctx.grading.decideManual(id, decision === 'approve' ? 'approved' : 'rejected', opinion, accountId, ctx.now);
      if (decision === 'approve') regradeObjects(ctx, [change.objectId], 'grading.decide-manual');
      return noted(null, change.name ?? change.code, { id, decision, opinion, toGrade: change.toGrade });
    }),

  withdrawManual: command('grading.withdraw-manual', { may: ['operator', 'reviewer', 'leader'] })
    .input(WithdrawManual)
    .mutation(({ ctx, input: { id, reason } }) => {
      const change = ctx.grading.manualChangeById(id);
      if (change === null) return refuse('NOT_FOUND', { what: '等级调整' });
      const isHeld = change.state === 'approved' && change.expiresOn >= ctx.today;
      if (change.state !== 'proposed' && !isHeld) return refuse('MANUAL_OVER');
      const roles = ctx.account === null ? [] : rolesOf(ctx.account);
      if (isHeld && !roles.some((role) => role === 'reviewer' || role === 'leader')) {
        return refuse('MANUAL_WITHDRAWN_BY_REVIEWER');
      }
      ctx.grading.withdrawManual(id, reason, ctx.account?.id ?? 0, ctx.now);
      if (isHeld) regradeObjects(ctx, [change.objectId], 'grading.withdraw-manual');
      return noted(null, change.name ?? change.code, { id, reason });
    }),
};

function proposalBarred(
  ctx: Context,
  { objectId, toGrade, expiresOn }: ProposeManual,
  now: Grade,
): ManualRefusal | null {
  const { pack } = gradingOffice(ctx);
  const unknown = unknownGrade(pack, toGrade);
  if (unknown !== null) return unknown;
  if (toGrade === now) return refuse('MANUAL_SAME_GRADE', { title: gradeTitle(pack, toGrade) });
  if (expiresOn <= ctx.today) return refuse('MANUAL_EXPIRY_PAST', { on: expiresOn });
  const open = ctx.grading.manualChangesOf(objectId).find(({ state }) => state === 'proposed');
  if (open !== undefined) return refuse('MANUAL_OPEN', { proposedBy: open.proposedBy });
  const held = ctx.grading.manualGradeOf(objectId, ctx.today);
  if (held !== null) return refuse('MANUAL_IN_FORCE', { expiresOn: held.expiresOn });
  return vetoBars(ctx, objectId, toGrade);
}

function approvalBarred(ctx: Context, { id, objectId, toGrade, expiresOn }: ManualChange): ManualRefusal | null {
  if (expiresOn <= ctx.today) return refuse('MANUAL_EXPIRY_PAST', { on: expiresOn });
  if (ctx.attachments.countOf('grade-change', id) === 0) return refuse('MANUAL_WITHOUT_DOCUMENT');
  // The pack may have changed since it was proposed.
  return unknownGrade(gradingOffice(ctx).pack, toGrade) ?? vetoBars(ctx, objectId, toGrade);
}

function unknownGrade({ grades }: PolicyPack, toGrade: Grade): ManualRefusal | null {
  if (grades.some(({ grade }) => grade === toGrade)) return null;
  return refuse('MANUAL_NO_SUCH_GRADE', { titles: grades.map(({ title }) => title) });
}

function vetoBars(ctx: Context, objectId: number, toGrade: Grade): ManualRefusal | null {
  const { pack, grade } = gradingOffice(ctx);
  const veto = vetoAgainst(grade(gradeInputsOf(ctx, objectId)), toGrade);
  return veto === null ? null : refuse('MANUAL_VETOED', { veto: veto.name, title: gradeTitle(pack, veto.grade) });
}

function lineOf(ctx: Context, change: ManualChange) {
  const { pack } = gradingOffice(ctx);
  const title = (grade: Grade | null) => (grade === null ? null : gradeTitle(pack, grade));
  return {
    ...change,
    fromTitle: title(change.fromGrade),
    toTitle: gradeTitle(pack, change.toGrade),
    isRaising: change.fromGrade !== null && isWorse(change.fromGrade, change.toGrade),
    isExpired: change.expiresOn < ctx.today,
    documents: ctx.attachments.countOf('grade-change', change.id),
  };
}
