import { Button, Checkbox, Pagination, Segmented, Select, Space, Spin, Table } from 'antd';
import { useState } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type UpdateLine, useImportCommands, useImportUpdates } from './rosters.queries.ts';

const sides = [
  { value: 'file', label: '用文件' },
  { value: 'roster', label: '保留名录' },
] as const;
type Side = (typeof sides)[number]['value'];

/** 更新与冲突: every entry the file would change, field by field, and whose value is to stand. */
export function ImportUpdates({ id }: { readonly id: number }) {
  const [{ page, size }, setPage] = useState({ page: 1, size: 20 });
  const updates = useImportUpdates({ id, offset: (page - 1) * size, limit: size });
  const { chooseSide, chooseBlanks } = useImportCommands();
  const [field, setField] = useState<string | null>(null);
  if (updates.data === undefined) return <Spin />;
  const { total, lines, fields, blankErases } = updates.data;
  const choose = (side: Side, row: number | null, key: string | null) =>
    void chooseSide.run({ id, side, row, field: key });

  return (
    <>
      <div className="import-choices">
        <span>{field === null ? '所有户的所有项：' : '所有户的'}</span>
        <Select
          allowClear
          aria-label="哪一项"
          placeholder="所有项"
          style={{ width: 200 }}
          value={field}
          options={fields.map(({ key, label }) => ({ value: key, label }))}
          onChange={(next?: string) => setField(next ?? null)}
        />
        <Button onClick={() => choose('file', null, field)}>都用文件</Button>
        <Button onClick={() => choose('roster', null, field)}>都保留名录</Button>
        <Checkbox
          checked={blankErases}
          onChange={(event) => void chooseBlanks.run({ id, blankErases: event.target.checked })}
        >
          空白也覆盖
        </Checkbox>
      </div>
      {total === 0 ? (
        <EmptyState text="文件没有改动名录中已有的对象。文件里空白的格子不覆盖名录；要清空的，勾选“空白也覆盖”。" />
      ) : (
        <>
          <Table<UpdateLine>
            size="small"
            bordered
            rowKey="row"
            pagination={false}
            dataSource={[...lines]}
            scroll={{ y: 'max(220px, calc(100vh - 350px))' }}
            columns={[
              { title: '行', width: 60, dataIndex: 'row' },
              {
                title: '检查对象',
                width: 220,
                render: (_, { name, code, isMerge }) => (
                  <>
                    <div>{name}</div>
                    <div className="quiet">{code}</div>
                    {isMerge && <div>合并到名录中的这一户</div>}
                  </>
                ),
              },
              { title: '名录 → 文件', render: (_, line) => <Fields line={line} choose={choose} /> },
              {
                title: '整行',
                width: 110,
                render: (_, { row }) => (
                  <Space orientation="vertical" size={4}>
                    <Button size="small" onClick={() => choose('file', row, null)}>
                      都用文件
                    </Button>
                    <Button size="small" onClick={() => choose('roster', row, null)}>
                      都保留名录
                    </Button>
                  </Space>
                ),
              },
            ]}
          />
          <Pagination
            style={{ marginTop: 10 }}
            size="small"
            align="end"
            current={page}
            pageSize={size}
            total={total}
            showSizeChanger
            pageSizeOptions={[20, 50, 100, 200]}
            showTotal={(all) => `共 ${all} 户有变动`}
            onChange={(next, nextSize) => setPage({ page: nextSize === size ? next : 1, size: nextSize })}
          />
        </>
      )}
    </>
  );
}

interface FieldsProps {
  readonly line: UpdateLine;
  readonly choose: (side: Side, row: number, field: string) => void;
}

function Fields({ line: { row, conflicts }, choose }: FieldsProps) {
  return (
    <div className="import-sides">
      {conflicts.flatMap(({ field, label, roster, file, side }) => [
        <b key={`${field} label`}>{label}</b>,
        <span key={`${field} roster`} className={side === 'file' ? 'not-taken' : undefined}>
          {roster || '（空）'}
        </span>,
        <span key={`${field} file`} className={side === 'roster' ? 'not-taken' : undefined}>
          {file || '（空）'}
        </span>,
        <Segmented
          key={`${field} side`}
          aria-label={`第${row}行“${label}”`}
          size="small"
          value={side}
          options={[...sides]}
          onChange={(next) => choose(next, row, field)}
        />,
      ])}
    </div>
  );
}
