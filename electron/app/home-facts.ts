import type { Action } from '../../shared/features/actions.ts';
import { drawStateTitles } from '../../shared/features/draws/ceremony.ts';
import { signedPaperTitles } from '../../shared/features/draws/scan.ts';
import type { DrawLine } from '../../shared/features/draws/views.ts';
import { usesNationalGrades } from '../../shared/features/grading/national-grades.ts';
import type {
  CheckListFacts,
  DueLine,
  HomeFacts,
  InspectionCounts,
  OpenTask,
} from '../../shared/features/home/summary.ts';
import type { InspectionRow } from '../../shared/features/inspections/views.ts';
import type { Task } from '../../shared/features/plans/task.ts';
import { certificateNoticeDays } from '../../shared/features/rosters/officer-facts.ts';
import { addDays, localDayOf, yearOf } from '../../shared/kernel/local-date.ts';
import { STANDING_WORDS } from '../../shared/kernel/pack-basis.ts';
import type { Plan } from '../features/plans/plans.repo.ts';
import { applicationCounts, applicationDues } from './application-dues.ts';
import { catalogueDues } from './catalogue-dues.ts';
import type { Context } from './context.ts';
import { decisionCounts } from './decision-counts.ts';
import { followUpCounts, followUpDues } from './follow-up-dues.ts';
import { inspectionDues } from './inspection-dues.ts';
import { lookupDues } from './lookup-gaps.ts';
import { officePack } from './office-pack.ts';
import { publicityDues } from './publicity-dues.ts';
import { registerDues } from './register-dues.ts';
import { supervisionDues } from './supervision-dues.ts';
import { drawsHiddenFrom, inspectionsFor } from './targets.ts';

/** Counts and dates over all features, for the home page of the asker. */
export function homeFacts(ctx: Context): HomeFacts {
  const year = yearOf(ctx.today);
  const rows = inspectionsFor(ctx, ctx.inspections.list({ year, taskId: null }));
  const draws = ctx.draws.list().filter((draw) => !draw.isRehearsal && draw.state !== 'void');
  const undrawn = ctx.plans.openTasks().flatMap((task) => openTask(task, draws));
  const plans = ctx.plans.plans();
  const drafts = plans.filter((plan) => plan.state !== 'approved');
  const tasks = ctx.plans.tasks();
  const thisYear = tasks.filter((task) => yearOf(task.toOn) === year && task.state !== 'cancelled');
  const lastDayOf = (action: Action) => {
    const [line] = ctx.ledger.lines({ action, text: '', offset: 0, limit: 1 });
    return line === undefined ? null : localDayOf(line.at);
  };
  return {
    today: ctx.today,
    backupKeptOn: lastDayOf('office.fetch-backup'),
    headPrintedOn: lastDayOf('ledger.print-head'),
    objects: ctx.rosters.countObjects(),
    officers: ctx.rosters.countOfficers(),
    leaversWithWork: leaversWithWork(ctx),
    graded: ctx.grading.countGraded(),
    usesNational: usesNationalGrades(officePack(ctx)),
    pastInspections: ctx.inspections.past.count(),
    draftPlans: drafts.length,
    approvablePlans: drafts.filter((plan) => plan.madeById !== ctx.account?.id).length,
    approvableTasks: tasks.filter((task) => task.state === 'proposed' && task.createdById !== ctx.account?.id).length,
    approvableChanges: approvableChanges(ctx),
    approvedPlans: plans.length - drafts.length,
    checkList: checkListFacts(ctx),
    tasks: {
      ever: tasks.length,
      recorded: draws.filter((draw) => draw.state === 'recorded').length,
      thisYear: thisYear.length,
      finished: thisYear.filter((task) => task.state === 'finished').length,
    },
    undrawn,
    unsigned: ctx.draws.unsignedDraws().map((draw) => ({ ...draw, paper: signedPaperTitles[draw.paper] })),
    inspections: countsOf(rows),
    covered: ctx.inspections.objectsCovered(year),
    followUp: followUpCounts(ctx),
    decisions: decisionCounts(ctx),
    applications: applicationCounts(ctx),
    dues: [
      ...planDues(ctx, plans),
      ...taskDues(undrawn, ctx.today),
      ...inspectionDues(ctx, rows),
      ...certificateDues(ctx),
      ...supervisionDues(ctx),
      ...registerDues(ctx),
      ...followUpDues(ctx),
      ...applicationDues(ctx),
      ...publicityDues(ctx),
      ...catalogueDues(ctx),
      ...lookupDues(ctx),
    ].sort((a, b) => (a.on < b.on ? -1 : 1)),
  };
}

/** Officers no longer 在岗 who still sit in inspections that are not published. */
function leaversWithWork(ctx: Context): number {
  const counts = ctx.inspections.openSeatCounts();
  return ctx.rosters.drawOfficers().filter(({ id, status }) => status !== '在岗' && counts.has(id)).length;
}

/** A draw whose objects the asker may not know is not his to decide on. */
function approvableChanges(ctx: Context) {
  const hidden = drawsHiddenFrom(ctx);
  return ctx.draws.approvableChanges(ctx.account?.id ?? 0).filter(({ drawId }) => !hidden.has(drawId));
}

function checkListFacts(ctx: Context): CheckListFacts {
  const repo = ctx.plans.checkItems;
  const inForce = repo.inForceOn(ctx.today);
  const open = repo.openList();
  const isOwn = open !== null && repo.drafters(open.id).some(({ id }) => id === ctx.account?.id);
  return {
    isInForce: inForce !== null,
    isUnpublished: inForce !== null && inForce.publishedOn === null,
    open:
      open === null
        ? null
        : {
            id: open.id,
            isApprovable: open.state === 'submitted' && !isOwn,
            isReturned: open.state === 'draft' && repo.reviews(open.id).at(-1)?.decision === 'return',
          },
  };
}

function openTask(task: Task, draws: readonly DrawLine[]): readonly OpenTask[] {
  const own = draws.filter((draw) => draw.taskId === task.id);
  if (own.some((draw) => draw.state === 'recorded')) return [];
  const { number, title, toOn } = task;
  const draw = own[0];
  const underWay = draw === undefined ? null : { id: draw.id, number: draw.number, state: drawStateTitles[draw.state] };
  return [{ number, title, toOn, draw: underWay }];
}

function countsOf(all: readonly InspectionRow[]): InspectionCounts {
  const rows = all.filter(({ state }) => state !== 'replaced');
  const count = (test: (row: InspectionRow) => boolean) => rows.filter(test).length;
  return {
    total: rows.length,
    withoutNotice: count(({ state, noticeNumber }) => state === 'open' && noticeNumber === null),
    withoutResult: count(({ state, noticeNumber }) => state === 'open' && noticeNumber !== null),
    waitingForReview: count(({ state, correction }) => state === 'submitted' || correction === 'submitted'),
    returned: count(({ state, correction }) => state === 'returned' || correction === 'returned'),
    waitingForPublication: count(({ state }) => state === 'approved'),
    waitingForSignature: count(({ correction }) => correction === 'approved'),
    published: count(({ state }) => state === 'published'),
    closed: count(({ isClosed }) => isClosed),
    filed: count(({ archiveNumber }) => archiveNumber !== null),
  };
}

/** The year's plan is public by the end of March. */
function planDues(ctx: Context, plans: readonly Plan[]): readonly DueLine[] {
  const { planPublicBy } = officePack(ctx);
  const on = `${yearOf(ctx.today)}-${planPublicBy.monthDay}`;
  const article = `${planPublicBy.source.document}（${STANDING_WORDS[planPublicBy.standing]}）`;
  return plans.flatMap(({ id, year, title, publishedOn }) => {
    if (year !== yearOf(ctx.today) || publishedOn !== null) return [];
    const isOverdue = on < ctx.today;
    return [
      { what: '公布年度抽查计划', subject: title, on, article, isOverdue, isEstimate: false, path: `/plans/${id}` },
    ];
  });
}

/** The plan's span binds the draw too (细则 第八条). */
function taskDues(undrawn: readonly OpenTask[], today: string): readonly DueLine[] {
  return undrawn.map(({ number, toOn, draw }) => ({
    what: '抽取并完成检查',
    subject: number,
    on: toOn,
    article: '细则第八条',
    isOverdue: toOn < today,
    isEstimate: false,
    path: draw === null ? '/draws' : `/draws/${draw.id}`,
  }));
}

/** Only a valid certificate seats an officer (细则 第七条). */
function certificateDues(ctx: Context): readonly DueLine[] {
  const until = addDays(ctx.today, certificateNoticeDays);
  return ctx.rosters.drawOfficers().flatMap(({ id, name, status, certificateExpiresOn }) => {
    if (certificateExpiresOn === null || certificateExpiresOn > until) return [];
    if (status === '调离' || status === '退休') return [];
    return [
      {
        what: '执法证到期',
        subject: name,
        on: certificateExpiresOn,
        article: '细则第七条',
        isOverdue: certificateExpiresOn < ctx.today,
        isEstimate: false,
        path: `/rosters/officers?id=${id}`,
      },
    ];
  });
}
