import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { type RecordKind, recordKinds, recordKindTitles } from '../../../shared/features/grading/credit-records.ts';
import type { NewRecord } from '../../../shared/features/grading/schemas.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { type GradedObject, useAddRecord, useEndRecord } from './grading.queries.ts';

interface CreditRecordsProps {
  readonly objectId: number;
  readonly records: GradedObject['records'];
}

/** 投诉举报、异常名录、严重违法: what raises the frequency of inspection (制度第六条). */
export function CreditRecords({ objectId, records }: CreditRecordsProps) {
  const [dialog, setDialog] = useState<'add' | number | null>(null);
  const close = () => setDialog(null);
  return (
    <section>
      <h2 className="drawer-part">信用记录</h2>
      {records.length === 0 && <p className="quiet">没有投诉举报、异常名录或严重违法的记录。</p>}
      <ul>
        {records.map((record) => (
          <li key={record.id}>
            {record.happenedOn} {recordKindTitles[record.kind]}，{record.source}
            {record.documentNumber !== '' && `，${record.documentNumber}`}
            {record.summary !== '' && `：${record.summary}`}
            {record.endedOn !== null && `（${record.endedOn}移出）`}
            {record.kind === 'abnormal-list' && record.endedOn === null && (
              <ActionButton size="small" type="link" may={['operator']} onClick={() => setDialog(record.id)}>
                登记移出
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      <ActionButton may={['operator']} onClick={() => setDialog('add')}>
        登记信用记录
      </ActionButton>
      <Modal
        open={dialog !== null}
        onCancel={close}
        footer={null}
        destroyOnHidden
        title={dialog === 'add' ? '登记信用记录' : '登记移出异常名录'}
      >
        {dialog === 'add' && <AddForm objectId={objectId} onDone={close} />}
        {typeof dialog === 'number' && <EndForm recordId={dialog} onDone={close} />}
      </Modal>
    </section>
  );
}

interface RecordValues {
  readonly kind: RecordKind;
  readonly happenedOn: string;
  readonly source: string;
  readonly documentNumber?: string;
  readonly summary?: string;
}

function AddForm({ objectId, onDone }: { readonly objectId: number; readonly onDone: () => void }) {
  const add = useAddRecord({ quiet: true, done: '已登记，等级已重新评定。', onDone });
  const recordOf = ({ documentNumber = '', summary = '', ...values }: RecordValues): NewRecord => ({
    objectId,
    documentNumber,
    summary,
    ...values,
  });
  return (
    <CommandForm<RecordValues> submit="登记" onCancel={onDone} onSubmit={(values) => add.run(recordOf(values))}>
      <Form.Item name="kind" label="类别" rules={[{ required: true, message: '请选择类别' }]}>
        <Select options={recordKinds.map((value) => ({ value, label: recordKindTitles[value] }))} />
      </Form.Item>
      <Form.Item name="happenedOn" label="发生或列入日期" rules={[{ required: true, message: '请选择日期' }]}>
        <DayInput />
      </Form.Item>
      <Form.Item name="source" label="来源（哪个部门或平台）" rules={[{ required: true, message: '请填写来源' }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="documentNumber" label="文号">
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="summary" label="摘要">
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </CommandForm>
  );
}

function EndForm({ recordId, onDone }: { readonly recordId: number; readonly onDone: () => void }) {
  const end = useEndRecord({ quiet: true, done: '已登记移出，等级已重新评定。', onDone });
  return (
    <CommandForm<{ endedOn: string }>
      submit="登记移出"
      onCancel={onDone}
      onSubmit={({ endedOn }) => end.run({ recordId, endedOn })}
    >
      <Form.Item name="endedOn" label="移出日期" rules={[{ required: true, message: '请选择移出日期' }]}>
        <DayInput />
      </Form.Item>
    </CommandForm>
  );
}
