import { createHash } from 'node:crypto';
import { publicationText } from '../../../shared/features/inspections/publication-list.document.ts';
import { problemsOf, type ResultFacts } from '../../../shared/features/inspections/results.ts';
import {
  Publish,
  Review,
  SignCorrection,
  SubmitCorrection,
  SubmitResult,
} from '../../../shared/features/inspections/schemas.ts';
import { type ResultState, statesAllowing } from '../../../shared/features/inspections/states.ts';
import { holdingVersion, type InspectionView, openVersion } from '../../../shared/features/inspections/views.ts';
import { localDayOf } from '../../../shared/kernel/local-date.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import type { Context } from '../../app/context.ts';
import { finishIfDone } from '../../app/finish-task.ts';
import { command, query } from '../../app/procedures.ts';
import { regradeObjects } from '../../app/regrade.ts';
import { noted } from '../../app/run-command.ts';
import { subjectOf } from '../../app/targets.ts';
import { found } from './inspection-context.ts';

/** Results from entry to publication, and corrections of published ones (细则 第十条、第十三条). */
export const resultsRouter = {
  publications: query().query(({ ctx }) => ctx.inspections.publications()),

  /** 录入并送审: the first version, or the returned one entered again. */
  submitResult: command('inspection.submit-result', { may: ['operator'] })
    .input(SubmitResult)
    .mutation(({ ctx, input: { inspectionId, facts } }) => {
      const inspection = found(ctx, inspectionId);
      if (!inspection.ok) return inspection;
      const { state, objectName, notice } = inspection.value;
      const wanted = statesAllowing('enter');
      if (!wanted.includes(state)) return refuse('WRONG_RESULT_STATE', { objectName, state, wanted });
      if (notice === null) return refuse('NOTICE_MISSING', { objectName });
      const incomplete = incompleteness(ctx, inspection.value, facts);
      if (incomplete !== null) return incomplete;
      const given = { reason: null, enteredBy: accountId(ctx), enteredAt: ctx.now };
      const returned = openVersion(inspection.value);
      if (returned === null) ctx.inspections.insertVersion(inspectionId, facts, { ...given, version: 1 });
      else ctx.inspections.resubmitVersion(returned.id, facts, given);
      return noted(null, subjectOf(inspection.value), factsForLedger(facts));
    }),

  /** 更正: a version beside the published one, with its reason. */
  submitCorrection: command('inspection.submit-correction', { may: ['operator'] })
    .input(SubmitCorrection)
    .mutation(({ ctx, input: { inspectionId, facts, reason } }) => {
      const inspection = found(ctx, inspectionId);
      if (!inspection.ok) return inspection;
      const { state, objectName, versions } = inspection.value;
      if (state !== 'published') return refuse('WRONG_RESULT_STATE', { objectName, state, wanted: ['published'] });
      const open = openVersion(inspection.value);
      if (open !== null && open.state !== 'returned') return refuse('CORRECTION_PENDING', { objectName });
      const incomplete = incompleteness(ctx, inspection.value, facts);
      if (incomplete !== null) return incomplete;
      const holding = holdingVersion(inspection.value);
      if (holding !== null && saysTheSame(holding, facts)) return refuse('NOTHING_CORRECTED');
      const given = { reason, enteredBy: accountId(ctx), enteredAt: ctx.now };
      if (open === null) ctx.inspections.insertVersion(inspectionId, facts, { ...given, version: versions.length + 1 });
      else ctx.inspections.resubmitVersion(open.id, facts, given);
      return noted(null, subjectOf(inspection.value), { ...factsForLedger(facts), reason });
    }),

  /** 审核, of a first result and of a correction alike; never of one's own entry. */
  reviewResult: command('inspection.review-result', { may: ['reviewer'] })
    .input(Review)
    .mutation(({ ctx, input: { inspectionId, decision, opinion } }) => {
      const inspection = found(ctx, inspectionId);
      if (!inspection.ok) return inspection;
      const version = openVersion(inspection.value);
      const refusal = stepRefusal(ctx, inspection.value, 'review', decision, opinion);
      if (refusal !== null) return refusal;
      if (version === null || version.enteredById === accountId(ctx)) return ownEntry(ctx, inspection.value);
      ctx.inspections.insertReview(version.id, {
        step: 'review',
        decision,
        opinion,
        byId: accountId(ctx),
        at: ctx.now,
      });
      ctx.inspections.setReviewed(
        version.id,
        decision === 'approve' ? 'approved' : 'returned',
        accountId(ctx),
        ctx.now,
      );
      return noted(null, subjectOf(inspection.value), { decision, opinion, version: version.version });
    }),

  /** 公示: several reviewed results at once. Who reviewed one of them does not publish it. */
  publish: command('inspection.publish', { may: ['operator'], backup: 'publication' })
    .input(Publish)
    .mutation(({ ctx, input: { inspectionIds } }) => {
      const versions: number[] = [];
      const objectIds: number[] = [];
      for (const id of new Set(inspectionIds)) {
        const inspection = found(ctx, id);
        if (!inspection.ok) return inspection;
        const { state, objectName } = inspection.value;
        const wanted = statesAllowing('publish');
        const version = openVersion(inspection.value);
        if (!wanted.includes(state) || version === null)
          return refuse('WRONG_RESULT_STATE', { objectName, state, wanted });
        if (version.reviewedById === accountId(ctx)) return ownEntry(ctx, inspection.value);
        versions.push(version.id);
        objectIds.push(inspection.value.objectId);
      }
      const publicationId = publishVersions(ctx, versions, null);
      const lines = ctx.inspections.publishedLines(publicationId);
      finishTasks(ctx, inspectionIds);
      regradeObjects(ctx, objectIds, 'inspection.publish');
      return noted({ publicationId }, `${lines.length}条检查结果`, {
        objects: lines.map(({ objectName }) => objectName),
      });
    }),

  /** 局主要领导签字 (细则 第十条): publishes the correction at once, beside the old version. */
  signCorrection: command('inspection.sign-correction', { may: ['principal'], backup: 'publication' })
    .input(SignCorrection)
    .mutation(({ ctx, input: { inspectionId, decision, opinion } }) => {
      const inspection = found(ctx, inspectionId);
      if (!inspection.ok) return inspection;
      const { objectName } = inspection.value;
      const version = openVersion(inspection.value);
      if (version === null || version.version === 1 || version.state !== 'approved') {
        const state: ResultState = version?.state ?? inspection.value.state;
        return refuse('WRONG_RESULT_STATE', { objectName, state, wanted: ['approved'] });
      }
      if (decision === 'return' && opinion === '') return refuse('OPINION_MISSING');
      const me = accountId(ctx);
      if (version.enteredById === me || version.reviewedById === me) return ownEntry(ctx, inspection.value);
      ctx.inspections.insertReview(version.id, { step: 'sign', decision, opinion, byId: me, at: ctx.now });
      if (decision === 'return') ctx.inspections.setReturned(version.id);
      else {
        publishVersions(ctx, [version.id], { by: me, at: ctx.now });
        regradeObjects(ctx, [inspection.value.objectId], 'inspection.sign-correction');
      }
      return noted(null, subjectOf(inspection.value), {
        decision,
        opinion,
        version: version.version,
        reason: version.reason,
      });
    }),
};

/** Sets the versions published under one publication; its list's hash is what the printed sheet can be held against. */
function publishVersions(ctx: Context, versions: readonly number[], signed: { by: number; at: string } | null): number {
  const bureau = ctx.office.bureau()?.name ?? '';
  const text = publicationText(ctx.inspections.linesOfVersions(versions), bureau, ctx.today);
  const publicationId = ctx.inspections.insertPublication({
    publishedOn: ctx.today,
    at: ctx.now,
    by: accountId(ctx),
    isCorrection: signed !== null,
    listSha256: createHash('sha256').update(text).digest('hex'),
  });
  for (const id of versions) ctx.inspections.setPublished(id, publicationId, signed);
  return publicationId;
}

function finishTasks(ctx: Context, inspectionIds: readonly number[]): void {
  const tasks = new Set(inspectionIds.flatMap((id) => ctx.inspections.inspectionById(id)?.taskId ?? []));
  for (const taskId of tasks) finishIfDone(ctx, taskId);
}

function stepRefusal(ctx: Context, inspection: InspectionView, step: 'review', decision: string, opinion: string) {
  const version = openVersion(inspection);
  const wanted = statesAllowing(step);
  const state: ResultState = version?.state ?? inspection.state;
  if (!wanted.includes(state))
    return refuse('WRONG_RESULT_STATE', { objectName: inspection.objectName, state, wanted });
  if (version?.enteredById === accountId(ctx)) return ownEntry(ctx, inspection);
  return decision === 'return' && opinion === '' ? refuse('OPINION_MISSING') : null;
}

function incompleteness(ctx: Context, inspection: InspectionView, facts: ResultFacts) {
  const problems = problemsOf(facts, { today: ctx.today, openedOn: localDayOf(inspection.openedAt) });
  return problems.length > 0 ? refuse('RESULT_INCOMPLETE', { problems }) : null;
}

function ownEntry(ctx: Context, { objectName }: InspectionView) {
  return refuse('OWN_ENTRY', { objectName, name: ctx.account?.name ?? '' });
}

function saysTheSame(version: ResultFacts, facts: ResultFacts): boolean {
  return (Object.keys(facts) as (keyof ResultFacts)[]).every(
    (field) => JSON.stringify(version[field]) === JSON.stringify(facts[field]),
  );
}

function accountId(ctx: Context): number {
  if (ctx.account === null) throw new Error('a command without an account');
  return ctx.account.id;
}

/** What the ledger keeps of a result: the findings may name people and stay in the inspection, by their hash here. */
function factsForLedger(facts: ResultFacts) {
  const { result, problems, disposal, inspectedOn, completedOn } = facts;
  const sha256 = createHash('sha256').update(JSON.stringify(facts)).digest('hex');
  return { result, problems, disposal, inspectedOn, completedOn, factsSha256: sha256 };
}
