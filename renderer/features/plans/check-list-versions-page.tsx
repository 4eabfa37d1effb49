import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type CheckList, sayListState } from '../../../shared/features/plans/check-items.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { useListVersions } from './check-items.queries.ts';

/** 随机抽查事项清单 → 历次版本: every version and draft, newest first. */
export function CheckListVersionsPage() {
  const versions = useListVersions();
  const params = useListParams();
  const navigate = useNavigate();
  const [newest, before] = (versions.data ?? []).filter(({ state }) => state !== 'dropped');
  const compare = () =>
    navigate({ to: '/plans/items/compare', search: { from: String(before?.id), to: String(newest?.id) } });
  return (
    <>
      <PageHead
        title="清单历次版本"
        note="批准的版本不再改动，一直保留；任意两版可以对比。"
        actions={
          <>
            <Button onClick={() => void navigate({ to: '/plans/items' })}>现行清单</Button>
            <Button type="primary" disabled={before === undefined} onClick={() => void compare()}>
              对比两版
            </Button>
          </>
        }
      />
      <DataTable<CheckList>
        name="plans.check-lists"
        title="随机抽查事项清单历次版本"
        rows={versions.data}
        rowKey={({ id }) => id}
        params={params}
        searchHint="名称、文号、姓名"
        onRow={({ id }) => void navigate({ to: '/plans/items/$listId', params: { listId: String(id) } })}
        empty="还没有清单。在“随机抽查事项清单”中起草。"
        columns={[
          {
            key: 'version',
            title: '版次',
            width: 80,
            value: ({ version }) => (version === null ? '—' : `第${version}版`),
          },
          { key: 'title', title: '名称', width: 270, ellipsis: false, value: ({ title }) => title },
          { key: 'state', title: '状态', width: 110, value: (list) => sayListState(list) },
          { key: 'items', title: '事项', width: 64, value: ({ items }) => items },
          { key: 'approvedOn', title: '批准日期', width: 110, value: ({ approvedOn }) => approvedOn },
          { key: 'publishedOn', title: '公布日期', width: 110, value: ({ publishedOn }) => publishedOn },
          { key: 'supersededOn', title: '有效至', width: 110, value: ({ supersededOn }) => supersededOn },
          { key: 'draftedBy', title: '起草人', width: 90, isOptional: true, value: ({ draftedBy }) => draftedBy },
          { key: 'approvedBy', title: '批准人', width: 90, isOptional: true, value: ({ approvedBy }) => approvedBy },
          {
            key: 'number',
            title: '批准文号',
            width: 160,
            isOptional: true,
            value: ({ approvalNumber }) => approvalNumber,
          },
        ]}
      />
    </>
  );
}
