import { Table } from 'antd';
import { minuteText } from '../../ui/when.ts';
import { type NationalEntry, useNationalHistory } from './grading.queries.ts';

/** 国家信用等级 of one enterprise, batch by batch. */
export function NationalHistory({ objectId }: { readonly objectId: number }) {
  const entries = useNationalHistory(objectId).data;
  if (entries === undefined) return null;
  const holding = entries.find(({ isUndone }) => !isUndone)?.importId;
  return (
    <section>
      <h2 className="drawer-part">国家信用等级</h2>
      {entries.length === 0 ? (
        <p className="quiet">还没有导入过这户企业的国家信用等级。</p>
      ) : (
        <Table<NationalEntry>
          size="small"
          bordered
          pagination={false}
          rowKey={({ importId }) => importId}
          dataSource={[...entries]}
          columns={[
            { title: '等级', width: 70, dataIndex: 'grade' },
            { title: '评价日期', width: 110, render: (_, { evaluatedOn }) => evaluatedOn ?? '—' },
            {
              title: '导入批次',
              render: (_, { fileName, importedAt, importedBy }) =>
                `${minuteText(importedAt)} ${importedBy}，${fileName}`,
            },
            {
              title: '状态',
              width: 130,
              render: (_, { importId, isUndone }) => (isUndone ? '批次已撤销' : importId === holding ? '现行' : '历史'),
            },
          ]}
        />
      )}
    </section>
  );
}
