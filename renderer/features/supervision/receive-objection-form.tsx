import { Drawer, Form, Input, Radio, Select } from 'antd';
import type { z } from 'zod';
import type { ReceiveObjection } from '../../../shared/features/supervision/objection-schemas.ts';
import { objectionSubjects } from '../../../shared/features/supervision/objections.ts';
import { useSession } from '../../api/session.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { EnterpriseSelect } from './enterprise-select.tsx';
import { useGrounds, useLists } from './lists.queries.ts';
import { usePublishedResults, useReceiveObjection } from './objections.queries.ts';
import { optionsOf } from './step-form.tsx';

type Values = z.input<typeof ReceiveObjection>;

interface ReceiveObjectionFormProps {
  readonly objectId: number | null;
  readonly onDone: (objectionId: number) => void;
  readonly onClose: () => void;
}

/** 受理异议: who objects to what, and on which evidence. */
export function ReceiveObjectionForm({ objectId, onDone, onClose }: ReceiveObjectionFormProps) {
  const receive = useReceiveObjection(onDone);
  const { today } = useSession();
  const [form] = Form.useForm<Values>();
  const chosen = Form.useWatch('objectId', form) ?? objectId ?? undefined;
  const subject = Form.useWatch('subject', form) ?? 'record';
  const records = (useGrounds(chosen).data?.facts ?? []).flatMap(({ id, title, happenedOn }) =>
    id.startsWith('record:') ? [{ value: Number(id.slice(7)), label: `${happenedOn} ${title}` }] : [],
  );
  const entries = (useLists().data ?? []).filter((entry) => entry.objectId === chosen);
  const results = (usePublishedResults(chosen).data ?? []).map(({ id, taskNumber, taskTitle, publishedOn, until }) => ({
    value: id,
    label: `${taskNumber} ${taskTitle}（${publishedOn}公示，${until}以前受理）`,
  }));
  return (
    <Drawer open size={760} onClose={onClose} title="受理异议">
      <CommandForm<Values>
        form={form}
        submit="受理异议"
        initial={{ objectId: objectId ?? undefined, subject: 'record', receivedOn: today }}
        onCancel={onClose}
        onSubmit={(values) => receive.run(values)}
      >
        <EnterpriseSelect />
        <Form.Item name="subject" label="对什么有异议">
          <Radio.Group options={optionsOf(objectionSubjects)} />
        </Form.Item>
        {subject === 'record' && (
          <Form.Item name="recordId" label="信用记录" rules={[{ required: true, message: '请选择有异议的信用记录' }]}>
            <Select options={records} />
          </Form.Item>
        )}
        {subject === 'list-entry' && (
          <Form.Item name="entryId" label="名单条目" rules={[{ required: true, message: '请选择有异议的名单条目' }]}>
            <Select
              options={entries.map(({ id, listName, name, stateTitle }) => ({
                value: id,
                label: `${listName}：${name}（${stateTitle}）`,
              }))}
            />
          </Form.Item>
        )}
        {subject === 'inspection' && (
          <Form.Item
            name="inspectionId"
            label="检查结果"
            rules={[{ required: true, message: '请选择有异议的检查结果' }]}
          >
            <Select options={results} notFoundContent="没有还在受理期限内的已公示检查结果" />
          </Form.Item>
        )}
        <div className="field-grid">
          <Form.Item
            name="objector"
            label="提出人"
            rules={[{ required: true, whitespace: true, message: '请填写提出人' }]}
          >
            <Input />
          </Form.Item>
          <Form.Item name="contact" label="联系方式">
            <Input />
          </Form.Item>
          <Form.Item name="receivedOn" label="收到日期" rules={[{ required: true, message: '请填写收到日期' }]}>
            <DayInput />
          </Form.Item>
        </div>
        <Form.Item
          name="claim"
          label="异议内容"
          rules={[{ required: true, whitespace: true, message: '请填写异议内容' }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
        <Form.Item name="evidence" label="提交的证据（受理后可以上传附件）">
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
        </Form.Item>
      </CommandForm>
    </Drawer>
  );
}
