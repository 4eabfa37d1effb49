import { useState } from 'react';
import { useJobTitled } from '../../api/use-job.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { JobBar } from '../../ui/job-bar.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { RemoveForm } from '../../ui/remove-form.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { minuteText } from '../../ui/when.ts';
import { type CreditBatch, useCreditBatches, useUndoRecords } from './records.queries.ts';

/** 导入记录 of credit records; a batch is undone as a whole. */
export function CreditBatches() {
  const batches = useCreditBatches();
  const params = useListParams({ size: 20 });
  const undo = useUndoRecords({ done: ({ withdrawn }) => `已撤销${withdrawn}条。` });
  const job = useJobTitled('撤销导入的信用记录', undo.isRunning);
  const [undoing, setUndoing] = useState<CreditBatch | null>(null);
  const columns: readonly ListColumn<CreditBatch>[] = [
    { key: 'at', title: '导入时间', width: 140, value: ({ importedAt }) => minuteText(importedAt) },
    { key: 'file', title: '文件', width: 200, value: ({ fileName }) => fileName },
    {
      key: 'supplier',
      title: '提供部门',
      width: 170,
      value: ({ supplier, isMutual }) => `${supplier}${isMutual ? '（互认）' : ''}`,
    },
    { key: 'added', title: '导入', width: 72, value: ({ added }) => added },
    { key: 'leftOut', title: '未导入', width: 92, value: ({ leftOut }) => leftOut },
    { key: 'by', title: '导入人', width: 90, value: ({ importedBy }) => importedBy },
    {
      key: 'state',
      title: '状态',
      width: 180,
      value: ({ undone }) =>
        undone === null ? '有效' : `已撤销（${minuteText(undone.at)} ${undone.by}：${undone.reason}）`,
    },
    {
      key: 'undo',
      title: '操作',
      width: 100,
      isAction: true,
      value: () => null,
      render: (batch) =>
        batch.undone === null && (
          <ActionButton size="small" danger may={['operator']} onClick={() => setUndoing(batch)}>
            撤销导入
          </ActionButton>
        ),
    },
  ];
  return (
    <section className="drawer-part">
      <h2>导入记录</h2>
      {job !== null && <JobBar label="正在写入" job={job} />}
      <DataTable<CreditBatch>
        name="credit.batches"
        title="信用记录导入记录"
        rows={batches.data}
        rowKey={({ id }) => id}
        columns={columns}
        params={params}
        searchHint="文件、提供部门"
        empty="还没有导入过信用记录。"
      />
      {undoing !== null && (
        <RemoveForm
          title={`撤销导入“${undoing.fileName}”`}
          note={`这一批登记的${undoing.added}条信用记录都标为撤销，不再影响等级；记录和事由都留着。`}
          submit="撤销这一批"
          onSubmit={(reason) => undo.run({ id: undoing.id, reason })}
          onClose={() => setUndoing(null)}
        />
      )}
    </section>
  );
}
