import type { ReactNode } from 'react';
import { checkItemText, checkItemTitles } from '../../../shared/features/plans/check-items.ts';
import { itemKinds, itemKindTitles } from '../../../shared/features/plans/task.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { useListParams } from '../../ui/use-list-params.ts';
import type { CheckItemLine } from './check-items.queries.ts';

interface CheckItemTableProps {
  readonly title: string;
  readonly items: readonly CheckItemLine[] | undefined;
  readonly onItem: (code: string) => void;
  readonly empty?: ReactNode;
  readonly extra?: ReactNode;
  /** Behind the others: what can be done with an item. */
  readonly action?: ListColumn<CheckItemLine>;
}

/** The items of one version in the order of publication; a row opens the item. */
export function CheckItemTable({ title, items, onItem, empty, extra, action }: CheckItemTableProps) {
  const params = useListParams({ size: 200 });
  const texts = (field: 'objects' | 'section' | 'agency' | 'methods' | 'basis' | 'content', width: number) =>
    ({
      key: field,
      title: checkItemTitles[field],
      width,
      value: (item: CheckItemLine) => checkItemText(item, field),
    }) as const;
  return (
    <DataTable<CheckItemLine>
      name="plans.check-items"
      title={title}
      rows={items}
      rowKey={(item) => item.code}
      params={params}
      searchHint="编码、名称、对象、股室"
      onRow={(item) => onItem(item.code)}
      empty={empty}
      extra={extra}
      filters={[
        {
          key: 'kind',
          label: checkItemTitles.kind,
          options: itemKinds.map((value) => ({ value, label: itemKindTitles[value] })),
          of: (item) => item.kind,
        },
      ]}
      columns={[
        { key: 'code', title: '编码', width: 78, value: (item) => item.code },
        { key: 'name', title: checkItemTitles.name, width: 160, value: (item) => item.name },
        { key: 'kind', title: '类别', width: 72, value: (item) => itemKindTitles[item.kind].slice(0, 2) },
        texts('objects', 120),
        {
          key: 'quota',
          title: '比例和频次',
          width: 160,
          value: (item) => [item.quota, item.frequency].filter((text) => text !== '').join('；'),
        },
        { key: 'pool', title: '户数', width: 72, align: 'right', value: (item) => item.poolSize },
        texts('section', 100),
        { ...texts('methods', 130), isOptional: true },
        { ...texts('content', 200), isOptional: true },
        { ...texts('basis', 200), isOptional: true },
        { ...texts('agency', 180), isOptional: true },
        { key: 'reading', title: '比例读作', width: 150, isOptional: true, value: (item) => item.reading },
        ...(action === undefined ? [] : [action]),
      ]}
    />
  );
}
