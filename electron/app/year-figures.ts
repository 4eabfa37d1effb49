import { progressOf } from '../../shared/features/registers/campaign.ts';
import type { Figure, Figures } from '../../shared/features/registers/figures.ts';
import { lacksOfCase } from '../../shared/features/registers/own-registers.ts';
import type { SummaryKind } from '../../shared/features/registers/summary.ts';
import { groupedBy } from '../../shared/kernel/grouped.ts';
import { localDayOf, yearOf } from '../../shared/kernel/local-date.ts';
import { termOf } from '../../shared/kernel/policy-pack.ts';
import type { PoolFilter } from '../../shared/kernel/pool-filter.ts';
import { tidyPoolFilter } from '../../shared/kernel/pool-filter.ts';
import { deadlineOf } from '../../shared/kernel/working-days.ts';
import type { Context } from './context.ts';
import { creditFigures } from './credit-figures.ts';
import { officePack } from './office-pack.ts';
import { officeRegisters, ownRegisters } from './office-registers.ts';
import { reportLines } from './report-dates.ts';
import { loadCalendar } from './resources.ts';

export interface FigureScope {
  readonly kind: SummaryKind;
  readonly fromOn: string;
  readonly toOn: string;
  /** The field whose 成效案例 count; null for all. */
  readonly field: string | null;
  readonly filter: PoolFilter;
  readonly isInternal: boolean;
}

/** What is counted, with what tells a day of the period and an enterprise of the scope. */
interface Counting {
  readonly ctx: Context;
  readonly fromOn: string;
  readonly toOn: string;
  /** The period is over, or today. */
  readonly asOf: string;
  /** Null where the filter takes everybody. */
  readonly objects: ReadonlySet<number> | null;
  readonly isIn: (on: string | null | undefined) => boolean;
  readonly isOf: (objectId: number | null) => boolean;
}

/**
 * Everything a summary of a period is drafted from, counted in the lists the program holds: figures with their sources,
 * entries of the registers, complete cases, and how many enterprises have which grade (only for an internal one).
 */
export function summaryInputs(ctx: Context, scope: FigureScope) {
  const counting = countingOf(ctx, scope);
  const grades = scope.isInternal ? gradeCounts(counting) : [];
  const registers = registerCounts(counting);
  const figures: Figures = {
    fromOn: scope.fromOn,
    toOn: scope.toOn,
    asOf: counting.asOf,
    list: [
      ...rosterFigures(counting),
      ...grades.map(
        ({ grade, title, count }): Figure => ({
          ...figure(`grade-${grade}`, `${title}企业`, count, '户', ['等级一览', `/credit?l.grade=${grade}`]),
          isInternal: true,
        }),
      ),
      ...drawFigures(counting),
      ...inspectionFigures(counting),
      ...creditFigures(ctx, counting),
      ...workFigures(counting),
      ...registers
        .filter(({ count }) => count > 0)
        .map(({ id, name, count }) => figure(`register-${id}`, name, count, '条', [name, `/registers/${id}`])),
    ],
  };
  return {
    figures,
    grades: grades.map(({ title, count }) => ({ title, count })),
    registers: registers.map(({ name, about, count }) => ({ name, about, count })),
    cases: completeCases(counting, scope.field),
  };
}

function figure(
  id: string,
  label: string,
  value: number,
  unit: string,
  [title, path]: readonly [string, string],
): Figure {
  return { id, label, value, unit, source: { title, path }, isInternal: false };
}

function countingOf(ctx: Context, { fromOn, toOn, filter }: FigureScope): Counting {
  const tidy = tidyPoolFilter(filter);
  const objects = Object.keys(tidy).length === 0 ? null : new Set(ctx.rosters.drawPool(tidy).map(({ id }) => id));
  return {
    ctx,
    fromOn,
    toOn,
    asOf: toOn < ctx.today ? toOn : ctx.today,
    objects,
    isIn: (on) => on != null && on >= fromOn && on <= toOn,
    isOf: (objectId) => objects === null || (objectId !== null && objects.has(objectId)),
  };
}

function rosterFigures({ ctx, objects }: Counting): readonly Figure[] {
  const grades = ctx.grading.gradesOn();
  const scope = objects ?? new Set(ctx.rosters.drawPool({}).map(({ id }) => id));
  const graded = [...scope].filter((id) => grades.has(id));
  const national = graded.filter((id) => grades.get(id)?.nationalGrade !== null);
  return [
    figure('objects', '监管对象', scope.size, '户', ['检查对象名录', '/rosters']),
    figure('graded', '已评定信用等级', graded.length, '户', ['等级一览', '/credit']),
    figure('national-grades', '取得公共信用综合评价结果', national.length, '户', ['国家等级导入', '/credit/import']),
  ];
}

function gradeCounts({ ctx, isOf }: Counting) {
  const counts = new Map<string, number>();
  for (const [objectId, { grade }] of ctx.grading.gradesOn()) {
    if (isOf(objectId)) counts.set(grade, (counts.get(grade) ?? 0) + 1);
  }
  return officePack(ctx).grades.map(({ grade, title }) => ({ grade, title, count: counts.get(grade) ?? 0 }));
}

function drawFigures({ ctx, isIn }: Counting): readonly Figure[] {
  const draws = ctx.draws
    .list()
    .filter(({ isRehearsal, state, frozenAt }) => !isRehearsal && state === 'recorded' && isIn(localDayOf(frozenAt)));
  const drawn = draws.reduce((sum, { drawnCount }) => sum + drawnCount, 0);
  return [
    figure('draws', '随机抽取', draws.length, '次', ['抽取', '/draws']),
    figure('drawn', '抽中', drawn, '户次', ['历次抽取', '/statistics?tab=draws']),
  ];
}

function inspectionFigures({ ctx, isIn, isOf }: Counting): readonly Figure[] {
  const pack = officePack(ctx);
  const calendar = loadCalendar(ctx.ports.places.resources);
  const { workingDays } = termOf(pack, 'publish-result');
  const rows = ctx.inspections
    .list({ year: null, taskId: null })
    .filter(({ state, openedAt, objectId }) => state !== 'replaced' && isIn(localDayOf(openedAt)) && isOf(objectId));
  const published = rows.filter(({ publishedOn }) => publishedOn !== null);
  const inTime = published.filter(
    ({ completedOn, publishedOn }) =>
      completedOn !== null && publishedOn !== null && publishedOn <= deadlineOf(completedOn, workingDays, calendar).on,
  );
  const list = ['检查办理', '/inspections'] as const;
  return [
    figure('inspections', '应检查', rows.length, '户', list),
    figure('published', '公示检查结果', published.length, '户', ['公示', '/publications']),
    figure('published-in-time', `其中在${workingDays}个工作日内公示`, inTime.length, '户', ['公示', '/publications']),
    figure(
      'problems',
      '发现问题',
      published.filter(({ result }) => result === 'corrected' || result === 'pending').length,
      '户',
      list,
    ),
    figure('closed', '已完结', published.filter(({ isClosed }) => isClosed).length, '户', list),
  ];
}

function workFigures({ ctx, fromOn, toOn, isIn, isOf }: Counting): readonly Figure[] {
  const letters = ctx.registers.letters().filter(({ state, steps, objectId }) => {
    const sent = steps.find(({ step }) => step === 'dispatch');
    return state !== 'withdrawn' && isIn(sent?.onDay) && (objectId === null || isOf(objectId));
  });
  const campaigns = ctx.registers.campaigns().filter((one) => one.fromOn <= toOn && one.toOn >= fromOn);
  const members = campaigns.map(({ id }) => progressOf(ctx.registers.campaignObjects(id), ctx.today));
  const reports = reportLines(ctx, yearOf(toOn));
  const letterList = ['通报函', '/registers/reports?tab=letters'] as const;
  const campaignList = ['专项治理', '/registers/campaigns'] as const;
  return [
    figure('letters', '发出通报函', letters.length, '件', letterList),
    figure(
      'letters-answered',
      '收到答复',
      letters.filter(({ state }) => state === 'answered').length,
      '件',
      letterList,
    ),
    figure('campaigns', '专项治理', campaigns.length, '项', campaignList),
    figure(
      'campaign-objects',
      '专项治理涉及企业',
      members.reduce((sum, { total }) => sum + total, 0),
      '户次',
      campaignList,
    ),
    figure(
      'campaign-done',
      '专项治理整改到位',
      members.reduce((sum, { done }) => sum + done, 0),
      '户次',
      campaignList,
    ),
    ...(reports.length === 0
      ? []
      : [
          figure('reports', '按期应报送', reports.length, '次', ['报送日程', '/registers/reports']),
          figure('reports-sent', '已报送', reports.filter(({ sent }) => sent !== null).length, '次', [
            '报送日程',
            '/registers/reports',
          ]),
        ]),
  ];
}

function registerCounts({ ctx, isIn, isOf }: Counting) {
  const entries = groupedBy(
    ctx.registers.standingEntries().filter(({ day, objectId }) => isIn(day) && (objectId === null || isOf(objectId))),
    ({ registerId }) => registerId,
  );
  return officeRegisters(ctx).map(({ id, name, about }) => ({ id, name, about, count: entries.get(id)?.length ?? 0 }));
}

/** 成效案例 of the period whose five elements are told, the oldest first. */
function completeCases({ ctx, isIn, isOf }: Counting, field: string | null) {
  const [register] = ownRegisters(ctx);
  return ctx.registers
    .entriesOf(register.id)
    .filter(({ withdrawn, day, cells, objectId }) => {
      if (withdrawn !== null || !isIn(day) || lacksOfCase(register, cells).length > 0) return false;
      return (field === null || cells.field === field) && (objectId === null || isOf(objectId));
    })
    .toReversed()
    .map(({ cells }) => cells);
}
