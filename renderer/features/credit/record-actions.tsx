import { Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { fieldsOf } from '../../../shared/features/credit/kind-fields.ts';
import { useSession } from '../../api/session.ts';
import type { CommandOutcome } from '../../api/use-command.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { RemoveForm } from '../../ui/remove-form.tsx';
import { recordTitle } from './record-text.tsx';
import {
  type OpenRecord,
  useEndRecord,
  usePublish,
  useRepairRecord,
  useStopPublicity,
  useWithdrawRecord,
} from './records.queries.ts';

interface ActionProps {
  readonly record: Pick<OpenRecord, 'id' | 'objectName' | 'kind' | 'documentNumber'>;
  readonly onClose: () => void;
}

export function EndForm({ record, onClose }: ActionProps) {
  const end = useEndRecord({ quiet: true, done: '已登记，等级已重新评定。', onDone: onClose });
  const label = fieldsOf(record.kind).end ?? '失效日期';
  return (
    <DayForm
      title={`登记${label}：${recordTitle(record)}`}
      day={label}
      submit="登记"
      onSubmit={({ on }) => end.run({ id: record.id, endedOn: on })}
      onClose={onClose}
    />
  );
}

export function RepairForm({ record, onClose }: ActionProps) {
  const repair = useRepairRecord({ quiet: true, done: '已登记修复，等级已重新评定。', onDone: onClose });
  return (
    <DayForm
      title={`登记修复：${recordTitle(record)}`}
      note={
        <>
          只登记其他机关认定、已经办结的修复。本机关认定的，请在
          <PathLink path="/supervision/repairs">信用监管—信用修复</PathLink>中办理。正在公示的，修复后请停止公示。
        </>
      }
      day="修复日期"
      reason="修复的依据（哪个机关、什么文书）"
      submit="登记修复"
      onSubmit={({ on, reason = '' }) => repair.run({ id: record.id, on, reason })}
      onClose={onClose}
    />
  );
}

export function WithdrawForm({ record, onClose }: ActionProps) {
  const withdraw = useWithdrawRecord({ quiet: true, done: '已撤销，等级已重新评定。' });
  return (
    <RemoveForm
      title={`撤销“${recordTitle(record)}”？`}
      note="撤销后这条记录不再影响等级和监管，也不再对外提供；记录和撤销的事由都留着，不能恢复。"
      submit="撤销记录"
      onSubmit={(reason) => withdraw.run({ id: record.id, reason })}
      onClose={onClose}
    />
  );
}

/** Published on a day, at a place; one record or several. */
export function PublishForm({
  ids,
  title,
  onDone,
  onClose,
}: {
  readonly ids: readonly number[];
  readonly title: string;
  readonly onDone?: () => void;
  readonly onClose: () => void;
}) {
  const publish = usePublish({
    quiet: true,
    done: ({ published }) => `已登记${published}条的公示。`,
    onDone: () => {
      onDone?.();
      onClose();
    },
  });
  return (
    <DayForm
      title={title}
      day="公示日期"
      reason="公示的网址或地点"
      submit="登记公示"
      onSubmit={({ on, reason = '' }) => publish.run({ ids: [...ids], on, where: reason })}
      onClose={onClose}
    />
  );
}

export function StopForm({ record, onClose }: ActionProps) {
  const stop = useStopPublicity({ quiet: true, done: '已登记停止公示。', onDone: onClose });
  return (
    <DayForm
      title={`停止公示：${recordTitle(record)}`}
      note="停止后不再列入对外提供的信息；曾经公示的时间和地址留在台账中。"
      day="停止日期"
      reason="停止公示的事由"
      submit="停止公示"
      onSubmit={({ on, reason = '' }) => stop.run({ id: record.id, on, reason })}
      onClose={onClose}
    />
  );
}

interface DayValues {
  readonly on: string;
  readonly reason?: string;
}

interface DayFormProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly day: string;
  /** Asked beside the day, where it is. */
  readonly reason?: string;
  readonly submit: string;
  readonly onSubmit: (values: DayValues) => Promise<CommandOutcome<unknown>>;
  readonly onClose: () => void;
}

/** A day, today unless said otherwise, and what belongs to it. */
export function DayForm({ title, note, day, reason, submit, onSubmit, onClose }: DayFormProps) {
  const { today } = useSession();
  return (
    <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden>
      {note !== undefined && <p className="quiet">{note}</p>}
      <CommandForm<DayValues> submit={submit} initial={{ on: today }} onCancel={onClose} onSubmit={onSubmit}>
        <Form.Item name="on" label={day} rules={[{ required: true, message: `请填写${day}` }]}>
          <DayInput />
        </Form.Item>
        {reason !== undefined && (
          <Form.Item
            name="reason"
            label={reason}
            rules={[{ required: true, whitespace: true, message: `请填写${reason}` }]}
          >
            <Input maxLength={300} />
          </Form.Item>
        )}
      </CommandForm>
    </Modal>
  );
}
