import { Form, Input, Modal, Table } from 'antd';
import { useState } from 'react';
import { type BatchLine, batchStateTitles, nextBatch } from '../../../shared/features/draws/batches.ts';
import { exclusionReasons } from '../../../shared/features/draws/ceremony.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { useBatches, useHandDownBatch } from './changes.queries.ts';
import type { Draw } from './draws.queries.ts';

/** 批次 in the order drawn: how far each has come, and 下达 of the next. */
export function BatchTable({ draw }: { readonly draw: Draw }) {
  const lines = useBatches(draw.id).data ?? null;
  const [handing, setHanding] = useState<number | null>(null);
  if (lines === null) return null;
  const next = nextBatch(lines);
  const total = lines.reduce((sum, { size }) => sum + size, 0);
  const published = lines.reduce((sum, line) => sum + line.published, 0);
  const leftOut = lines.reduce((sum, line) => sum + line.leftOut.length, 0);
  return (
    <section className="drawer-part">
      <h2>批次</h2>
      <p className="quiet">
        共{lines.length}批{total}户，已公示{published}户，下达时排除{leftOut}户，覆盖
        {percent(published, total - leftOut)}。
        按顺序逐批下达（细则第五条）；下达后在“抽取”中为该批任务当众抽取检查人员。
      </p>
      <Table
        size="small"
        bordered
        pagination={lines.length > 50 ? { pageSize: 50 } : false}
        rowKey="batch"
        dataSource={lines as BatchLine[]}
        columns={[
          { title: '批次', width: 80, render: (_, { batch }) => `第${batch}批` },
          { title: '户数', dataIndex: 'size', align: 'right', width: 64 },
          { title: '状态', width: 80, render: (_, { state }) => batchStateTitles[state] },
          {
            title: '任务',
            render: (_, { task, early }) => (
              <>
                {task !== null && (
                  <PathLink path={task.drawId === null ? `/draws/new?task=${task.id}` : `/draws/${task.drawId}`}>
                    {task.number}
                  </PathLink>
                )}
                {early !== null && <div className="quiet">提前下达：{early}</div>}
              </>
            ),
          },
          { title: '已检查', dataIndex: 'inspected', align: 'right', width: 72 },
          { title: '已公示', dataIndex: 'published', align: 'right', width: 72 },
          {
            title: '下达时排除',
            render: (_, line) =>
              line.leftOut.map(({ name, reason }) => `${name}（${exclusionReasons[reason]}）`).join('、'),
          },
          {
            title: '办理',
            width: 130,
            render: (_, { batch, state }) =>
              state === 'waiting' && (
                <ActionButton
                  size="small"
                  type={batch === next ? 'primary' : 'default'}
                  may={['operator']}
                  onClick={() => setHanding(batch)}
                >
                  下达第{batch}批
                </ActionButton>
              ),
          },
        ]}
      />
      {handing !== null && (
        <HandDown
          drawId={draw.id}
          batch={handing}
          isEarly={next !== null && next < handing}
          onClose={() => setHanding(null)}
        />
      )}
    </section>
  );
}

interface HandDownProps {
  readonly drawId: number;
  readonly batch: number;
  readonly isEarly: boolean;
  readonly onClose: () => void;
}

function HandDown({ drawId, batch, isEarly, onClose }: HandDownProps) {
  const command = useHandDownBatch(onClose);
  return (
    <Modal open title={`下达第${batch}批`} footer={null} onCancel={onClose}>
      <p className="quiet">
        生成一项任务，指名该批的对象，全部必检。当日已不在存续状态或已达次数上限的，自动排除并写明原因。
      </p>
      <CommandForm<{ fromOn: string; toOn: string; early?: string }>
        submit={`下达第${batch}批`}
        onCancel={onClose}
        onSubmit={({ fromOn, toOn, early = '' }) => command.run({ drawId, batch, fromOn, toOn, early })}
      >
        <div className="paper-fields">
          <Form.Item name="fromOn" label="检查起始日期" rules={[{ required: true, message: '请填写检查起始日期' }]}>
            <DayInput />
          </Form.Item>
          <Form.Item name="toOn" label="检查截止日期" rules={[{ required: true, message: '请填写检查截止日期' }]}>
            <DayInput />
          </Form.Item>
        </div>
        {isEarly && (
          <Form.Item
            name="early"
            label="前面还有未下达的批次，提前的理由"
            rules={[{ required: true, whitespace: true, message: '请填写提前下达的理由' }]}
          >
            <Input.TextArea rows={2} maxLength={200} />
          </Form.Item>
        )}
      </CommandForm>
    </Modal>
  );
}

function percent(part: number, whole: number): string {
  return whole <= 0 ? '0%' : `${Math.floor((part * 100) / whole)}%`;
}
