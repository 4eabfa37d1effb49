import { Alert, Form, Input, Modal, Select, Space, Spin, Table } from 'antd';
import { useState } from 'react';
import { stateTitles } from '../../../shared/features/inspections/states.ts';
import { type OfficerStatus, officerStatuses } from '../../../shared/features/rosters/officer-columns.ts';
import { useSession } from '../../api/session.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { type OpenWork, useHandOver, useOpenWork } from './rosters.queries.ts';

interface Values {
  readonly status: OfficerStatus;
  readonly onDay: string;
  readonly reason: string;
}

interface HandoverFormProps {
  readonly officer: { readonly id: number; readonly name: string; readonly status: OfficerStatus };
  /** What the officer is to be afterwards, where it was chosen before. */
  readonly status?: OfficerStatus;
  readonly reason?: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** 离岗移交: everything open on one sheet, a successor for all of it or for each, the new status, the day and the reason. */
export function HandoverForm({ officer, status, reason, onDone, onClose }: HandoverFormProps) {
  const { today } = useSession();
  const work = useOpenWork(officer.id).data;
  const handOver = useHandOver();
  const [chosen, choose] = useState<Readonly<Record<number, number>>>({});
  const seats = work?.seats ?? [];
  const setAll = (successorId: number) =>
    choose(Object.fromEntries(seats.map(({ inspectionId }) => [inspectionId, successorId])));

  return (
    <Modal open title={`离岗移交：${officer.name}`} footer={null} onCancel={onClose} width={900} destroyOnHidden>
      {work === undefined ? (
        <Spin />
      ) : (
        <>
          <p>
            {seats.length === 0
              ? '没有未公示的检查，可以直接改变状态。'
              : `还有${seats.length}户未公示的检查，须一并移交。抽取结果保留不变，接替人员另行记录（细则第九条）。`}
          </p>
          {seats.length > 0 && (
            <>
              <Space size={8}>
                <span>全部移交给</span>
                <SuccessorChoice label="全部移交给" successors={work.successors} onChange={setAll} />
              </Space>
              <SeatTable work={work} chosen={chosen} choose={choose} />
            </>
          )}
          <div className="drawer-part">
            <CommandForm<Values>
              submit={seats.length === 0 ? '保存' : `移交${seats.length}户`}
              initial={{
                status: status ?? (officer.status === '在岗' ? '调离' : officer.status),
                onDay: today,
                reason: reason ?? '',
              }}
              onCancel={onClose}
              onSubmit={async (values) => {
                const named = seats.flatMap(({ inspectionId }) => {
                  const successorId = chosen[inspectionId];
                  return successorId === undefined ? [] : [{ inspectionId, successorId }];
                });
                const outcome = await handOver.run({ officerId: officer.id, ...values, seats: named });
                if (outcome.ok) onDone();
                return outcome;
              }}
            >
              <div className="field-grid">
                <Form.Item name="status" label="移交后的状态">
                  <Select options={officerStatuses.map((value) => ({ value }))} />
                </Form.Item>
                <Form.Item name="onDay" label="移交日期" rules={[{ required: true, message: '请填写移交日期' }]}>
                  <DayInput max={today} />
                </Form.Item>
              </div>
              <Form.Item
                name="reason"
                label="移交事由"
                rules={[{ required: true, whitespace: true, message: '请填写移交事由' }]}
              >
                <Input placeholder="例如：调往其他单位" />
              </Form.Item>
            </CommandForm>
          </div>
        </>
      )}
    </Modal>
  );
}

interface SeatTableProps {
  readonly work: OpenWork;
  readonly chosen: Readonly<Record<number, number>>;
  readonly choose: (chosen: Readonly<Record<number, number>>) => void;
}

type Seat = OpenWork['seats'][number];

function SeatTable({ work, chosen, choose }: SeatTableProps) {
  const barOf = ({ inspectionId }: Seat) =>
    work.successors
      .find(({ id }) => id === chosen[inspectionId])
      ?.bars.find((bar) => bar.inspectionId === inspectionId)
      ?.why.join('、') ?? null;
  const barred = work.seats.filter((seat) => barOf(seat) !== null).length;
  return (
    <>
      <Table<Seat>
        className="drawer-part"
        size="small"
        bordered
        pagination={false}
        rowKey="inspectionId"
        dataSource={[...work.seats]}
        scroll={{ y: 200 }}
        columns={[
          { title: '检查对象', dataIndex: 'objectName' },
          { title: '任务', dataIndex: 'taskNumber', width: 170 },
          { title: '席位', width: 60, render: (_: unknown, { seat }) => (seat === 0 ? '组长' : '组员') },
          { title: '状态', width: 80, render: (_: unknown, { state }) => stateTitles[state] },
          {
            title: '接替人员',
            width: 280,
            render: (_: unknown, seat) => (
              <>
                <SuccessorChoice
                  label={`${seat.objectName}的接替人员`}
                  successors={work.successors}
                  value={chosen[seat.inspectionId]}
                  onChange={(successorId) => choose({ ...chosen, [seat.inspectionId]: successorId })}
                />
                {barOf(seat) !== null && <div className="overdue">不能接替：{barOf(seat)}</div>}
              </>
            ),
          },
        ]}
      />
      {barred > 0 && (
        <Alert
          className="form-refusal"
          type="warning"
          showIcon
          title={`有${barred}户不能由所选人员接替，请在该行另选；全部可以接替后才能移交。`}
        />
      )}
    </>
  );
}

interface SuccessorChoiceProps {
  readonly label: string;
  readonly successors: OpenWork['successors'];
  readonly value?: number | undefined;
  readonly onChange: (successorId: number) => void;
}

function SuccessorChoice({ label, successors, value, onChange }: SuccessorChoiceProps) {
  return (
    <Select
      aria-label={label}
      style={{ width: 240 }}
      placeholder="选择接替人员"
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      onChange={onChange}
      notFoundContent="同一部门没有其他人员。"
      options={successors.map(({ id, name, bars }) => ({
        value: id,
        label: bars.length === 0 ? name : `${name}（${bars.length}户不能接替）`,
      }))}
    />
  );
}
