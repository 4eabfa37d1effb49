import { useNavigate } from '@tanstack/react-router';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { type RegisterLine, useRegisters } from './registers.queries.ts';

/** 工作台账 → 台账: the registers of the office's rules with what is in them and what is due. */
export function RegistersPage() {
  const registers = useRegisters();
  const params = useListParams();
  const navigate = useNavigate();
  const count = (value: number) => (value === 0 ? '' : <span className="overdue">{value}</span>);
  return (
    <>
      <PageHead title="台账目录" note="本局规则包规定的台账。点一行打开，逐条登记、更正、打印。" />
      <DataTable<RegisterLine>
        name="registers.registers"
        title="工作台账"
        rows={registers.data}
        rowKey={({ id }) => id}
        params={params}
        searchHint="台账名称、用途"
        onRow={({ id }) => void navigate({ to: '/registers/$registerId', params: { registerId: id } })}
        empty={
          <EmptyState
            text="规则包没有规定台账。由局领导在规则包中增加台账后，这里就可以登记。"
            action={<PathLink path="/settings/policies">到规则包</PathLink>}
          />
        }
        columns={[
          {
            key: 'name',
            title: '台账',
            width: 150,
            value: ({ name, isClosed }) => (isClosed ? `${name}（已停用）` : name),
          },
          { key: 'purpose', title: '用途', width: 168, value: ({ purpose }) => purpose },
          { key: 'article', title: '依据', width: 112, value: ({ article }) => article },
          { key: 'isPublic', title: '公开', width: 68, value: ({ isPublic }) => (isPublic ? '公示' : '内部') },
          { key: 'thisYear', title: '本年', width: 72, value: ({ thisYear }) => thisYear },
          { key: 'total', title: '累计', width: 72, value: ({ total }) => total },
          { key: 'due', title: '到期', width: 72, value: ({ due }) => due, render: ({ due }) => count(due) },
          {
            key: 'withoutFile',
            title: '缺附件',
            width: 86,
            value: ({ withoutFile }) => withoutFile,
            render: ({ withoutFile }) => count(withoutFile),
          },
          {
            key: 'unpublished',
            title: '未公示',
            width: 86,
            value: ({ unpublished }) => unpublished,
            render: ({ unpublished }) => count(unpublished),
          },
        ]}
      />
    </>
  );
}
