import type { DueLine } from '../../shared/features/home/summary.ts';
import { entryName, type ListEntry, listStateOf, listSteps } from '../../shared/features/supervision/lists.ts';
import { type ObjectionMatter, objectionSteps } from '../../shared/features/supervision/objections.ts';
import { dueStep, type Step } from '../../shared/features/supervision/steps.ts';
import { type TalkMatter, talkSteps } from '../../shared/features/supervision/talks.ts';
import { addDays, type LocalDate } from '../../shared/kernel/local-date.ts';
import { citeArticle } from '../../shared/kernel/pack-basis.ts';
import { termOf } from '../../shared/kernel/policy-pack.ts';
import { deadlineOf } from '../../shared/kernel/working-days.ts';
import type { Context } from './context.ts';
import { officePack } from './office-pack.ts';
import { loadCalendar } from './resources.ts';

/** A list's term is told of this many days before it ends. */
const noticeDays = 30;

/** The steps of 名单, 约谈 and 信用异议 that a date waits for, with the article behind each. */
export function supervisionDues(ctx: Context): readonly DueLine[] {
  const { lists, talks, objections } = ctx.supervision;
  const last = addDays(ctx.today, noticeDays);
  return [
    ...lists.entries().flatMap((entry) => {
      const isEnding = dueStep(listSteps(entry))?.id === 'remove';
      return listDues(ctx, entry).filter(({ on }) => !isEnding || on <= last);
    }),
    ...talks.talks().flatMap((talk) => talkDues(ctx, talk)),
    ...objections.objections().flatMap((objection) => objectionDues(ctx, objection)),
  ];
}

/** The same of one enterprise; a list's term is told however far away it ends. */
export function supervisionDuesOf(ctx: Context, objectId: number): readonly DueLine[] {
  const { lists, talks, objections } = ctx.supervision;
  return [
    ...lists.entriesOf(objectId).flatMap((entry) => ofMatter(entry.listName, listDues(ctx, entry))),
    ...talks.talksOf(objectId).flatMap((talk) => ofMatter(talk.kind.name, talkDues(ctx, talk))),
    ...objections.objectionsOf(objectId).flatMap((objection) => ofMatter('信用异议', objectionDues(ctx, objection))),
  ];
}

/** Told apart on the page of the enterprise, whose name says nothing there. */
function ofMatter(matter: string, dues: readonly DueLine[]): readonly DueLine[] {
  return dues.map((due) => ({ ...due, what: `${due.what}（${matter}）` }));
}

function listDues(ctx: Context, entry: ListEntry): readonly DueLine[] {
  const due = dueStep(listSteps(entry));
  const subject = `${entryName(entry)}（${entry.listName}）`;
  const path = `/supervision/lists?id=${entry.id}`;
  if (listStateOf(entry) === 'listed') return [publishDue(ctx, entry.decision?.decidedOn ?? '', subject, path)];
  return lineOf(ctx, due, due?.id === 'remove' ? '名单期满移出' : '陈述申辩期满', subject, path);
}

function talkDues(ctx: Context, talk: TalkMatter): readonly DueLine[] {
  const subject = `${talk.objectName}（${talk.kind.name}）`;
  return lineOf(ctx, dueStep(talkSteps(talk)), null, subject, `/supervision/talks?id=${talk.id}`);
}

function objectionDues(ctx: Context, objection: ObjectionMatter): readonly DueLine[] {
  const pack = officePack(ctx);
  const verify = citeArticle(termOf(pack, 'recheck').source);
  const answer = citeArticle(termOf(pack, 'answer-recheck').source);
  const due = dueStep(objectionSteps(objection, { verify, answer }));
  const path = `/supervision/objections?id=${objection.id}`;
  const subject = `${objection.objectName}（${objection.subject === 'inspection' ? '检查结果异议' : '信用异议'}）`;
  return [...lineOf(ctx, due, null, subject, path), ...correctionDue(ctx, objection, verify)];
}

/** 经复查确有错误的，及时更正 (细则第十条): until the corrected version is published. */
function correctionDue(ctx: Context, objection: ObjectionMatter, article: string): readonly DueLine[] {
  const { inspectionId, decision, objectName } = objection;
  if (inspectionId === null || decision?.outcome !== 'correct') return [];
  const versions = ctx.inspections.inspectionById(inspectionId)?.versions ?? [];
  if (versions.some(({ version, publishedOn }) => version > 1 && (publishedOn ?? '') >= decision.decidedOn)) return [];
  const { answerBy: on } = decision;
  const path = `/inspections?open=${inspectionId}`;
  return [
    { what: '更正检查结果', subject: objectName, on, article, isOverdue: on < ctx.today, isEstimate: false, path },
  ];
}

/** 公示 has no term of its own in the documents; that of 双公示 is kept, and said so. */
function publishDue(ctx: Context, decidedOn: LocalDate, subject: string, path: string): DueLine {
  const term = termOf(officePack(ctx), 'double-publicity');
  const { on, estimated } = deadlineOf(decidedOn, term.workingDays, loadCalendar(ctx.ports.places.resources));
  const article = `参照${citeArticle(term.source)}`;
  return { what: '公示名单', subject, on, article, isOverdue: on < ctx.today, isEstimate: estimated, path };
}

function lineOf(
  ctx: Context,
  due: Step | null,
  what: string | null,
  subject: string,
  path: string,
): readonly DueLine[] {
  if (due === null || due.dueOn === null) return [];
  const { dueOn: on, article, isEstimate } = due;
  return [
    { what: what ?? due.title, subject, on, article: article ?? '', isOverdue: on < ctx.today, isEstimate, path },
  ];
}
