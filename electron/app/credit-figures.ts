import { publicityTermOf } from '../../shared/features/credit/publicity.ts';
import type { Figure } from '../../shared/features/registers/figures.ts';
import { deadlineOf } from '../../shared/kernel/working-days.ts';
import type { CountScope } from '../features/registers/figures.repo.ts';
import type { Context } from './context.ts';
import { officePack } from './office-pack.ts';
import { loadCalendar } from './resources.ts';

type Sourced = readonly [id: string, label: string, value: number, unit: string, list: string, path: string];

/** What a summary counts of the records, their publication, lookups, and of what followed from them. */
export function creditFigures(ctx: Context, scope: CountScope): readonly Figure[] {
  const counts = ctx.registers.workCounts(scope);
  const lines: readonly Sourced[] = [
    ...recordLines(ctx, scope),
    ...publicityLines(ctx, scope),
    ['lookups', '查询企业信用信息', counts.lookups, '次', '信用查询', '/credit/lookups'],
    ['reviews', '审核项目、资金、奖补申请', counts.reviews, '件', '信用查询', '/credit/lookups'],
    ['reviews-refused', '因信用问题不予支持', counts.reviewsRefused, '件', '信用查询', '/credit/lookups'],
    ['commitments', '签订信用承诺书', counts.commitments, '份', '信用承诺', '/supervision/commitments'],
    ['commitments-kept', '核查已践诺', counts.kept, '份', '信用承诺', '/supervision/commitments'],
    ['commitments-broken', '违诺', counts.broken, '份', '信用承诺', '/supervision/commitments'],
    ['grade-changes', '动态调整等级', counts.gradeChanges, '户次', '等级一览', '/credit'],
    ['warnings', '信用预警', counts.warnings, '条', '预警', '/supervision'],
    ['measures', '监管措施任务', counts.measures, '项', '措施任务', '/supervision/measures'],
    ['measures-done', '措施任务办结', counts.measuresDone, '项', '措施任务', '/supervision/measures'],
    ['certificates', '发放绿色通道证明', counts.certificates, '份', '绿色通道证明', '/supervision/measures'],
    ['listed', '列入名单', counts.listed, '户次', '名单', '/supervision/lists'],
    ['delisted', '移出名单', counts.delisted, '户次', '名单', '/supervision/lists'],
    ['talks', '约谈企业', counts.talks, '户次', '约谈', '/supervision/talks'],
    ['repairs-asked', '受理信用修复申请', counts.repairsAsked, '件', '信用修复', '/supervision/repairs'],
    ['repairs', '完成信用修复', counts.repairs, '件', '信用修复', '/supervision/repairs'],
    ['objections', '受理信用异议', counts.objections, '件', '信用异议', '/supervision/objections'],
    ['objections-upheld', '经核实更正或者撤销', counts.objectionsUpheld, '件', '信用异议', '/supervision/objections'],
  ];
  return lines.map(([id, label, value, unit, title, path]) => ({
    id,
    label,
    value,
    unit,
    source: { title, path },
    isInternal: false,
  }));
}

function recordLines(ctx: Context, scope: CountScope): readonly Sourced[] {
  const counts = ctx.registers.recordCounts(scope);
  const list = ['条', '信用记录', '/credit/records'] as const;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [
    ['records', '归集信用记录', all, ...list],
    ['licences', '其中行政许可', counts.get('licence') ?? 0, ...list],
    ['penalties', '行政处罚', counts.get('penalty') ?? 0, ...list],
    ['complaints', '投诉举报', counts.get('complaint') ?? 0, ...list],
    ['accidents', '事故', counts.get('accident') ?? 0, ...list],
  ];
}

/** 双公示 in its term or after it, what is still open, and what of that is past its term today. */
function publicityLines(ctx: Context, scope: CountScope): readonly Sourced[] {
  const pack = officePack(ctx);
  const calendar = loadCalendar(ctx.ports.places.resources);
  const sums = { due: 0, inTime: 0, late: 0, open: 0, overdue: 0 };
  for (const { kind, happenedOn, publishedOn, count } of ctx.registers.publicityOfPeriod(scope)) {
    const term = publicityTermOf(pack, kind);
    if (term === null) continue;
    const { on } = deadlineOf(happenedOn, term.workingDays, calendar);
    sums.due += count;
    if (publishedOn !== null) sums[publishedOn <= on ? 'inTime' : 'late'] += count;
    else {
      sums.open += count;
      if (ctx.today > on) sums.overdue += count;
    }
  }
  const list = ['条', '双公示台账', '/credit/publicity'] as const;
  return [
    ['publicity-due', '应公示行政许可、行政处罚等信息', sums.due, ...list],
    ['publicity-in-time', '按期公示', sums.inTime, ...list],
    ['publicity-late', '逾期公示', sums.late, ...list],
    ['publicity-open', '尚未公示', sums.open, ...list],
    ['publicity-overdue', '其中已过规定时限', sums.overdue, ...list],
  ];
}
