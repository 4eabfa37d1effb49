import { measuresOfService } from '../../../shared/features/supervision/measure-rules.ts';
import { cycleStart } from '../../../shared/kernel/coverage-cycle.ts';
import { yearOf } from '../../../shared/kernel/local-date.ts';
import type { Context } from '../../app/context.ts';
import { officePack } from '../../app/office-pack.ts';
import { articleOf } from './follow-measures.ts';

/** A 重点企业 whose visit or 增益性服务 of this year is not there yet. */
export interface UncoveredLine {
  readonly objectId: number;
  readonly name: string;
  readonly code: string;
  readonly lastOn: string | null;
  readonly needsVisit: boolean;
  /** This year's service: given, on its way, or not there; null where the pack has none. */
  readonly service: 'done' | 'open' | 'none' | null;
}

/**
 * Who still lacks a visit within the pack's cycles (重点企业一年、一般企业三年): the 重点企业 by name, with their 增益性服务 of
 * the year; the others as a count. 陈巴尔虎旗方案 第5项.
 */
export function keyCoverage(ctx: Context) {
  const pack = officePack(ctx);
  const year = yearOf(ctx.today);
  const lastOn = ctx.inspections.lastInspectedOn();
  const offered = measuresOfService(
    pack.measures,
    pack.grades.map(({ grade }) => grade),
  );
  const hasService = offered.length > 0;
  const given = ctx.supervision.measures.tasksOfYear(
    year,
    offered.map(({ id }) => id),
  );
  const roster = ctx.rosters.drawPool({}).filter(({ status }) => status === '存续');
  const cycles = pack.coverage.map((cycle) => {
    const since = cycleStart(year, cycle);
    const own = roster.filter(({ isKey }) => isKey === (cycle.objects === 'key'));
    const lacking = own.filter(({ id }) => (lastOn.get(id) ?? '') < since);
    const { objects, name, years } = cycle;
    return { objects, name, years, since, article: articleOf(cycle), total: own.length, lacking: lacking.length };
  });
  const since = cycles.find(({ objects }) => objects === 'key')?.since ?? null;
  const lines = roster.flatMap(({ id, name, code, isKey }): UncoveredLine[] => {
    if (!isKey) return [];
    const last = lastOn.get(id) ?? null;
    const needsVisit = since !== null && (last ?? '') < since;
    const service = hasService ? (given.get(id) ?? 'none') : null;
    const needsService = service === 'none' || service === 'open';
    return needsVisit || needsService ? [{ objectId: id, name, code, lastOn: last, needsVisit, service }] : [];
  });
  const services = offered.map((measure) => ({ id: measure.id, text: measure.text, article: articleOf(measure) }));
  return { year, cycles, lines, services };
}
