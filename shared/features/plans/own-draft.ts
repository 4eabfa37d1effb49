import type { CheckItem } from './check-items.ts';
import { ownCells } from './own-plan.ts';
import type { PlanItem, PlanRow } from './plan-items.ts';
import type { ItemInput } from './plan-schemas.ts';

/** An item of the 随机抽查事项清单 as an item of the year's plan; the time is left to be filled in. 细则 第五条、第八条. */
export function itemFromList(item: CheckItem, agency: string): ItemInput & { readonly code: string } {
  const often = item.frequency === '' || item.quota.includes(item.frequency) ? '' : `，${item.frequency}`;
  const texts: Readonly<Record<string, string>> = {
    name: item.name,
    objects: item.objects,
    quota: `${item.quota}${often}`,
    initiators: item.agency === '' ? agency : item.agency,
    methods: item.methods.join('、'),
    content: item.content,
  };
  return {
    code: item.code,
    cells: ownCells((column) => texts[column] ?? ''),
    own: { category: '', kind: item.kind, direction: '不定向', basis: item.basis },
    estimate: null,
  };
}

/** Last year's item for a new plan: the year in its texts moves on, what was estimated is reckoned anew. */
export function rowForYear({ row, cells, own }: PlanItem, from: number, to: number): PlanRow {
  const moveOn = (text: string) => text.replaceAll(`${from}年`, `${to}年`).replaceAll(`${from}.`, `${to}.`);
  return {
    row,
    cells: { ...cells, period: moveOn(cells.period), name: moveOn(cells.name) },
    merged: [],
    own,
    estimate: null,
  };
}
