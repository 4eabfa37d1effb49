import {
  type CheckItemField,
  checkItemFields,
  checkItemText,
  checkItemTitles,
} from '../../../shared/features/plans/check-items.ts';
import { Facts } from '../../ui/facts.tsx';
import type { CheckItemLine } from './check-items.queries.ts';

/** One item of a version, every field of 细则 第五条, with the reading of its quota and today's objects. */
export function CheckItemFacts({ item }: { readonly item: CheckItemLine }) {
  const shown = checkItemFields.filter((field) => field !== 'name' && (field !== 'inBatches' || item.inBatches));
  return (
    <Facts
      columns={1}
      facts={[
        ['事项编码', item.code],
        ...shown.map((field) => [checkItemTitles[field], shownText(item, field)] as const),
        ['比例频次读作', item.reading ?? '读不懂，下达任务时填写数量'],
      ]}
    />
  );
}

function shownText(item: CheckItemLine, field: CheckItemField): string {
  if (field !== 'filter') return checkItemText(item, field);
  if (item.filter === null) return '没有与名录对应';
  return `${checkItemText(item, 'filter')}（名录中现有${item.poolSize ?? 0}户）`;
}
