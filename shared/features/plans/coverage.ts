import { type CoverageCycle, cycleStart } from '../../kernel/coverage-cycle.ts';
import type { LocalDate } from '../../kernel/local-date.ts';

/** Whether the year's plan, carried out as it stands, keeps 重点企业 and 一般企业 within their cycles of full coverage. */

export interface CoverageObject {
  readonly id: number;
  readonly isKey: boolean;
  /** The newest day it was inspected; null = none known. */
  readonly lastOn: LocalDate | null;
}

/** An item's pool of the roster and the visits it brings over the year. */
export interface CoverageItem {
  readonly ids: ReadonlySet<number>;
  /** Null where the number is not known: then the item promises nothing. */
  readonly visits: number | null;
}

/**
 * `safe`: not due, or in an item that visits its whole pool. `missed`: due and in no item's pool. `at-risk`: due and in pools whose items
 * visit fewer than are due there. `must`: due, and an item has visits enough for all that are due: 列为必检 keeps the cycle.
 */
export type CoverageOutlook = 'safe' | 'must' | 'at-risk' | 'missed';

export interface CoveredObject extends CoverageObject {
  readonly isDue: boolean;
  readonly outlook: CoverageOutlook;
}

/** The outlook of each object, in the order given. Objects no cycle is set for are never due. */
export function coverageOutlook(
  year: number,
  objects: readonly CoverageObject[],
  items: readonly CoverageItem[],
  cycles: readonly CoverageCycle[],
): readonly CoveredObject[] {
  const startOf = (isKey: boolean) => {
    const cycle = cycles.find((one) => one.objects === (isKey ? 'key' : 'ordinary'));
    return cycle === undefined ? null : cycleStart(year, cycle);
  };
  const [key, ordinary] = [startOf(true), startOf(false)];
  const isDue = ({ isKey, lastOn }: CoverageObject) => {
    const start = isKey ? key : ordinary;
    return start !== null && (lastOn === null || lastOn < start);
  };
  const whole = items.filter(({ ids, visits }) => visits !== null && visits >= ids.size);
  const open = objects.filter((object) => isDue(object) && !whole.some(({ ids }) => ids.has(object.id)));
  const enough = items.filter(
    ({ ids, visits }) => visits !== null && visits >= open.filter(({ id }) => ids.has(id)).length,
  );
  return objects.map((object) => {
    const has = ({ ids }: CoverageItem) => ids.has(object.id);
    if (!isDue(object)) return { ...object, isDue: false, outlook: 'safe' };
    const outlook = whole.some(has) ? 'safe' : enough.some(has) ? 'must' : items.some(has) ? 'at-risk' : 'missed';
    return { ...object, isDue: true, outlook };
  });
}
