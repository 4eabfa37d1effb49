import { z } from 'zod';
import { entryName } from '../../../shared/features/supervision/lists.ts';
import {
  AnswerObjection,
  CheckObjection,
  ClearObjection,
  DecideObjection,
  HearFeedback,
  ObjectionId,
  ReceiveObjection,
} from '../../../shared/features/supervision/objection-schemas.ts';
import {
  fittingOutcomes,
  type ObjectionMatter,
  type ObjectionOutcome,
  type ObjectionStepId,
  objectionOutcomes,
  objectionReactions,
  objectionStateOf,
  objectionStateTitles,
  objectionSteps,
  objectionSubjects,
  titlesOf,
} from '../../../shared/features/supervision/objections.ts';
import { creditKindTitles } from '../../../shared/kernel/credit-facts.ts';
import { factTitle } from '../../../shared/kernel/credit-records.ts';
import { citeArticle } from '../../../shared/kernel/pack-basis.ts';
import { termOf } from '../../../shared/kernel/policy-pack.ts';
import { done, refuse } from '../../../shared/kernel/result.ts';
import { deadlineOf } from '../../../shared/kernel/working-days.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { command, notFound, query, router } from '../../app/procedures.ts';
import { regradeObjects } from '../../app/regrade.ts';
import { loadCalendar } from '../../app/resources.ts';
import { noted } from '../../app/run-command.ts';
import { carryOutObjection, correctedContent } from './carry-out-objection.ts';
import { byOf, dayRefusal, dueRefusal, ownRefusal, takeNumber, toldRefusal } from './taken.ts';

const operator = ['operator'] as const;

/** 异议 against credit information and published 检查结果: received, verified, corrected, withdrawn or kept, answered, and what the objector said to it. */
export const objectionsRouter = router({
  list: query().query(({ ctx }) => {
    const articles = objectionArticles(ctx);
    return ctx.supervision.objections.objections().map((objection) => objectionView(objection, articles));
  }),

  objection: query()
    .input(ObjectionId)
    .query(({ ctx, input }) =>
      objectionView(
        ctx.supervision.objections.objectionById(input.objectionId) ?? notFound('信用异议'),
        objectionArticles(ctx),
      ),
    ),

  /** 检查结果 of an enterprise that objections are still taken to, and until when. */
  results: query()
    .input(z.object({ objectId: z.int() }))
    .query(({ ctx, input }) =>
      ctx.inspections.listOfObject(input.objectId).flatMap(({ id, taskNumber, taskTitle, publishedOn }) => {
        if (publishedOn === null) return [];
        const until = objectedUntil(ctx, publishedOn);
        return until < ctx.today ? [] : [{ id, taskNumber, taskTitle, publishedOn, until }];
      }),
    ),

  receive: command('supervision.receive-objection', { may: operator })
    .input(ReceiveObjection)
    .mutation(({ ctx, input }) => {
      const object = ctx.rosters.objectById(input.objectId);
      if (object === null) return refuse('NOT_FOUND', { what: '检查对象' });
      const day = dayRefusal(ctx, '收到日期', input.receivedOn);
      if (day !== null) return day;
      const titled = titleOf(ctx, input);
      if (!titled.ok) return titled;
      const pack = officePack(ctx);
      const calendar = loadCalendar(ctx.ports.places.resources);
      const { on, estimated } = deadlineOf(input.receivedOn, termOf(pack, 'recheck').workingDays, calendar);
      const number = takeNumber(ctx, 'objection');
      const objectionId = ctx.supervision.objections.insertObjection(
        {
          ...input,
          recordId: input.subject === 'record' ? input.recordId : null,
          entryId: input.subject === 'list-entry' ? input.entryId : null,
          inspectionId: input.subject === 'inspection' ? input.inspectionId : null,
          number,
          title: titled.value,
          objectCode: object.code,
          objectName: object.name,
          verifyBy: on,
          isEstimate: estimated,
          packId: pack.id,
          packVersion: pack.version,
        },
        byOf(ctx),
      );
      return noted({ objectionId, number, verifyBy: on }, `${object.name} ${number}`, {
        title: titled.value,
        claim: input.claim,
      });
    }),

  check: command('supervision.check-objection', { may: operator })
    .input(CheckObjection)
    .mutation(({ ctx, input }) => {
      const at = atStep(ctx, input.objectionId, 'check');
      if (!at.ok) return at;
      const objection = at.value;
      const day = dayRefusal(ctx, '核实日期', input.checkedOn, { what: '收到日期', on: objection.receivedOn });
      if (day !== null) return day;
      const told = [input.finding, input.correction.summary ?? ''].join('\n');
      const unfit = proposalRefusal(objection, input.proposal) ?? toldRefusal(ctx, told);
      if (unfit !== null) return unfit;
      const record = objection.recordId === null ? null : ctx.credit.recordById(objection.recordId);
      const isChange = record !== null && input.proposal === 'correct';
      if (isChange) {
        const kept = correctedContent(ctx, objection, record, input.correction);
        if (!kept.ok) return kept;
        // What its kind of record does not have corrects nothing.
        const now = correctedContent(ctx, objection, record, {});
        const isSame = now.ok && JSON.stringify(kept.value.content) === JSON.stringify(now.value.content);
        if (isSame) return refuse('OBJECTION_CORRECTION_EMPTY');
      }
      ctx.supervision.objections.insertCheck({ ...input, correction: isChange ? input.correction : {} }, byOf(ctx));
      const { supplier, proposal } = input;
      return noted(null, subjectOf(objection), { supplier, proposal: objectionOutcomes[proposal] });
    }),

  /** By a 局领导 who did not verify it. What is found right is done in this one transaction. */
  decide: command('supervision.decide-objection', { may: ['leader'] })
    .input(DecideObjection)
    .mutation(({ ctx, input }) => {
      const at = atStep(ctx, input.objectionId, 'decide');
      if (!at.ok) return at;
      const objection = at.value;
      const checkers = objection.check === null ? [] : [objection.check.byId];
      const own = ownRefusal(ctx, `${objection.number}的核实`, checkers) ?? toldRefusal(ctx, input.opinion);
      if (own !== null) return own;
      const { outcome, opinion } = input;
      if (outcome !== 'keep' && outcome !== objection.check?.proposal) {
        const proposal = objectionOutcomes[objection.check?.proposal ?? 'keep'];
        const subject = objectionSubjects[objection.subject];
        return refuse('OBJECTION_PROPOSAL', { subject, proposal: objectionOutcomes[outcome], instead: proposal });
      }
      const gone = outcome === 'keep' ? null : withdrawnRefusal(ctx, objection);
      if (gone !== null) return gone;
      const isWrongful = outcome !== 'keep' && (input.isWrongful || objection.subject === 'list-entry');
      const term = termOf(officePack(ctx), 'answer-recheck').workingDays;
      const answerBy = deadlineOf(ctx.today, term, loadCalendar(ctx.ports.places.resources)).on;
      const decision = { ...input, isWrongful, decidedOn: ctx.today, answerBy };
      ctx.supervision.objections.insertDecision(decision, byOf(ctx));
      const carried = outcome === 'keep' ? done([]) : carryOutObjection(ctx, objection, opinion);
      if (!carried.ok) return carried;
      const effects = carried.value;
      if (outcome !== 'keep') regradeObjects(ctx, [objection.objectId], 'supervision.decide-objection');
      return noted({ effects, answerBy }, subjectOf(objection), { outcome: objectionOutcomes[outcome], effects });
    }),

  answer: command('supervision.answer-objection', { may: operator })
    .input(AnswerObjection)
    .mutation(({ ctx, input }) => {
      const at = atStep(ctx, input.objectionId, 'answer');
      if (!at.ok) return at;
      const { decision } = at.value;
      const after = decision && { what: '决定日期', on: decision.decidedOn };
      const day = dayRefusal(ctx, '答复日期', input.answeredOn, after);
      if (day !== null) return day;
      ctx.supervision.objections.insertAnswer(input, byOf(ctx));
      return noted(null, subjectOf(at.value), { answeredOn: input.answeredOn, receiver: input.receiver });
    }),

  clear: command('supervision.clear-effects', { may: operator })
    .input(ClearObjection)
    .mutation(({ ctx, input }) => {
      const at = atStep(ctx, input.objectionId, 'clear');
      if (!at.ok) return at;
      const { decision } = at.value;
      const after = decision && { what: '决定日期', on: decision.decidedOn };
      const day = dayRefusal(ctx, '消除影响的日期', input.clearedOn, after);
      if (day !== null) return day;
      ctx.supervision.clearings.insertClearing({ ...input, removalId: null }, byOf(ctx));
      return noted(null, subjectOf(at.value), { what: input.what, told: input.told });
    }),

  feedback: command('supervision.hear-feedback', { may: operator })
    .input(HearFeedback)
    .mutation(({ ctx, input }) => {
      const at = atStep(ctx, input.objectionId, 'feedback');
      if (!at.ok) return at;
      const after = at.value.answer && { what: '答复日期', on: at.value.answer.answeredOn };
      const day = dayRefusal(ctx, '反馈日期', input.heardOn, after);
      if (day !== null) return day;
      ctx.supervision.objections.insertFeedback(input, byOf(ctx));
      return noted(null, subjectOf(at.value), { reaction: objectionReactions[input.reaction], note: input.note });
    }),
});

export type ObjectionView = ReturnType<typeof objectionView>;

function objectionView(objection: ObjectionMatter, articles: ReturnType<typeof objectionArticles>) {
  const state = objectionStateOf(objection);
  const subjectTitle = objectionSubjects[objection.subject];
  const steps = objectionSteps(objection, articles);
  return { ...objection, state, stateTitle: objectionStateTitles[state], subjectTitle, steps };
}

export function objectionArticles(ctx: Context) {
  const pack = officePack(ctx);
  const cite = (id: 'recheck' | 'answer-recheck') => citeArticle(termOf(pack, id).source);
  return { verify: cite('recheck'), answer: cite('answer-recheck') };
}

function subjectOf({ objectName, number }: ObjectionMatter): string {
  return `${objectName} ${number}`;
}

function atStep(ctx: Context, objectionId: number, step: ObjectionStepId) {
  const objection = ctx.supervision.objections.objectionById(objectionId);
  if (objection === null) return refuse('NOT_FOUND', { what: '信用异议' });
  const steps = objectionSteps(objection, objectionArticles(ctx));
  return dueRefusal(steps, step, titlesOf(objection)[step]) ?? done(objection);
}

/** What is objected to, as it stands. A grade is not named: it is internal. */
function titleOf(ctx: Context, { subject, objectId, recordId, entryId, inspectionId, receivedOn }: ReceiveObjection) {
  if (subject === 'inspection') return titleOfResult(ctx, { objectId, inspectionId: inspectionId ?? 0, receivedOn });
  if (subject === 'grade') return done('信用评价结果');
  if (subject === 'record') {
    const record = ctx.credit.recordById(recordId ?? 0);
    if (record?.objectId !== objectId) return refuse('NOT_FOUND', { what: '信用记录' });
    const title = factTitle(creditKindTitles[record.kind], record);
    const listed = ctx.supervision.lists.entryWithRecord(record.id);
    if (listed !== null) return refuse('OBJECTION_OF_ENTRY', { title, list: listed.listName });
    return record.withdrawn === null ? done(title) : refuse('OBJECTION_RECORD_WITHDRAWN', { title });
  }
  const entry = ctx.supervision.lists.entryById(entryId ?? 0);
  if (entry?.objectId !== objectId) return refuse('NOT_FOUND', { what: '名单条目' });
  return done(`${entryName(entry)}列入${entry.listName}`);
}

/** A published 检查结果, as long as objections to it are taken (细则第十条). */
function titleOfResult(
  ctx: Context,
  { objectId, inspectionId, receivedOn }: { objectId: number; inspectionId: number; receivedOn: string },
) {
  const inspection = ctx.inspections.inspectionById(inspectionId);
  if (inspection?.objectId !== objectId || inspection.publishedOn === null) {
    return refuse('NOT_FOUND', { what: '已公示的检查结果' });
  }
  const { publishedOn, taskNumber } = inspection;
  const until = objectedUntil(ctx, publishedOn);
  if (receivedOn < publishedOn || receivedOn > until) {
    const { workingDays, source } = termOf(officePack(ctx), 'accept-objection');
    return refuse('OBJECTION_OUT_OF_TERM', { publishedOn, until, workingDays, article: citeArticle(source) });
  }
  return done(`${taskNumber}检查结果（${publishedOn}公示）`);
}

/** The last day on which an objection to a result published on that day is taken. */
function objectedUntil(ctx: Context, publishedOn: string): string {
  const { workingDays } = termOf(officePack(ctx), 'accept-objection');
  return deadlineOf(publishedOn, workingDays, loadCalendar(ctx.ports.places.resources)).on;
}

function proposalRefusal({ subject }: ObjectionMatter, proposal: ObjectionOutcome) {
  if (fittingOutcomes[subject].includes(proposal)) return null;
  const instead = { record: '更正', 'list-entry': '撤销', grade: '更正（重新评定）', inspection: '更正' }[subject];
  return refuse('OBJECTION_PROPOSAL', {
    subject: objectionSubjects[subject],
    proposal: objectionOutcomes[proposal],
    instead,
  });
}

function withdrawnRefusal(ctx: Context, { recordId, title }: ObjectionMatter) {
  const record = recordId === null ? null : ctx.credit.recordById(recordId);
  return record?.withdrawn == null ? null : refuse('OBJECTION_RECORD_WITHDRAWN', { title });
}
