import { Button, Form, Input, Modal, Pagination, Radio, Space, Spin, Table } from 'antd';
import { useState } from 'react';
import { CommandForm } from '../../ui/command-form.tsx';
import { type TwinLine, useImportCommands, useImportTwins } from './rosters.queries.ts';

const decisions = [
  { value: 'merge', label: '合并' },
  { value: 'own', label: '另立一户' },
  { value: 'leave', label: '不导入' },
] as const;
type Decision = (typeof decisions)[number]['value'];

const whys = { name: '名称相同（括号、间隔点写法不计）', place: '地址和负责人都相同' } as const;

/** What is to be decided: a row, or all of them. */
interface Asked {
  readonly decision: Decision;
  readonly lines: readonly TwinLine[] | 'all';
}

/** 疑似重复: rows with a code of their own that may be an enterprise of the roster. */
export function ImportTwins({ id }: { readonly id: number }) {
  const [{ page, size }, setPage] = useState({ page: 1, size: 20 });
  const [asked, setAsked] = useState<Asked | null>(null);
  const twins = useImportTwins({ id, offset: (page - 1) * size, limit: size });
  if (twins.data === undefined) return <Spin />;
  return (
    <>
      <div className="import-choices">
        <span>没有选择的按“另立一户”导入。全部：</span>
        {decisions.map(({ value, label }) => (
          <Button key={value} onClick={() => setAsked({ decision: value, lines: 'all' })}>
            都{label}
          </Button>
        ))}
      </div>
      <Table<TwinLine>
        size="small"
        bordered
        rowKey="row"
        pagination={false}
        dataSource={[...twins.data.lines]}
        scroll={{ y: 'max(220px, calc(100vh - 350px))' }}
        columns={[
          { title: '行', width: 60, dataIndex: 'row' },
          { title: '文件', render: (_, line) => <Side {...line} /> },
          { title: '名录', render: (_, { existing }) => <Side {...existing} /> },
          {
            title: '处理',
            width: 290,
            render: (_, line) => (
              <>
                <div className="quiet">{whys[line.why]}</div>
                <Radio.Group
                  aria-label={`第${line.row}行`}
                  value={line.decision}
                  options={[...decisions]}
                  onChange={(event) => setAsked({ decision: event.target.value as Decision, lines: [line] })}
                />
                {line.reason !== '' && <div className="quiet">理由：{line.reason}</div>}
              </>
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
        total={twins.data.total}
        showSizeChanger
        pageSizeOptions={[20, 50, 100, 200]}
        showTotal={(all) => `共 ${all} 行`}
        onChange={(next, nextSize) => setPage({ page: nextSize === size ? next : 1, size: nextSize })}
      />
      {asked !== null && <ReasonForm id={id} asked={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function Side({ name, code, address, principal }: Pick<TwinLine, 'name' | 'code' | 'address' | 'principal'>) {
  return (
    <Space orientation="vertical" size={0}>
      <b>{name}</b>
      <span>{code}</span>
      <span className="quiet">{[address, principal].filter((text) => text !== '').join('，')}</span>
    </Space>
  );
}

interface ReasonFormProps {
  readonly id: number;
  readonly asked: Asked;
  readonly onClose: () => void;
}

function ReasonForm({ id, asked: { decision, lines }, onClose }: ReasonFormProps) {
  const { chooseTwins } = useImportCommands();
  const word = decisions.find(({ value }) => value === decision)?.label ?? '';
  const [line] = lines === 'all' ? [] : lines;
  const title = line === undefined ? `全部${word}` : `第${line.row}行“${line.name}”：${word}`;
  const initial = { reason: line === undefined ? '' : whys[line.why] };

  async function submit({ reason }: { reason: string }) {
    const rows = lines === 'all' ? [] : lines.map(({ row }) => row);
    const outcome = await chooseTwins.run({ id, rows, decision, reason });
    if (outcome.ok) onClose();
    return outcome;
  }

  return (
    <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden>
      <CommandForm<{ reason: string }> submit={word} initial={initial} onSubmit={submit} onCancel={onClose}>
        <Form.Item
          name="reason"
          label="理由"
          extra="导入时记入变更记录。"
          rules={[{ required: true, message: '请填写理由' }]}
        >
          <Input.TextArea autoFocus rows={2} maxLength={300} />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}
