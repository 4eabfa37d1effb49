import { Button, Table } from 'antd';
import { type ManualChange, useManualChanges } from './grading.queries.ts';
import { ManualActions, manualState } from './manual-changes.tsx';

/** 人工调整 that wait for review, and those in force. */
export function ManualReview({ onShow }: { readonly onShow: (objectId: number) => void }) {
  const changes = useManualChanges().data ?? [];
  const open = changes.filter(({ state, isExpired }) => state === 'proposed' || (state === 'approved' && !isExpired));
  if (open.length === 0) return null;
  return (
    <section className="manual-review">
      <h2>人工调整</h2>
      <Table<ManualChange>
        size="small"
        bordered
        pagination={open.length > 10 ? { pageSize: 10 } : false}
        rowKey={({ id }) => id}
        dataSource={[...open]}
        scroll={{ x: 1040 }}
        columns={[
          {
            title: '企业',
            width: 190,
            render: (_, { name, code, objectId }) => (
              <Button type="link" size="small" onClick={() => onShow(objectId)}>
                {name ?? code}
              </Button>
            ),
          },
          { title: '调整', width: 150, render: (_, { fromTitle, toTitle }) => `${fromTitle ?? '未评定'}→${toTitle}` },
          { title: '理由', width: 240, dataIndex: 'reason' },
          { title: '有效期至', width: 110, dataIndex: 'expiresOn' },
          { title: '材料', width: 70, render: (_, { documents }) => `${documents}份` },
          {
            title: '状态',
            width: 170,
            render: (_, change) => `${manualState(change)}（${change.decidedBy ?? change.proposedBy}）`,
          },
          {
            title: '操作',
            width: 200,
            fixed: 'right' as const,
            render: (_, change) => <ManualActions change={change} />,
          },
        ]}
      />
    </section>
  );
}
