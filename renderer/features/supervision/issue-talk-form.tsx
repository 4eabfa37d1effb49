import { Alert, Drawer, Form, Input, Select } from 'antd';
import type { z } from 'zod';
import type { IssueTalk } from '../../../shared/features/supervision/talk-schemas.ts';
import { useSession } from '../../api/session.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { EnterpriseSelect } from './enterprise-select.tsx';
import { useGrounds } from './lists.queries.ts';
import { type TalkLine, useIssueTalk, useTalkKinds } from './talks.queries.ts';

type Values = z.input<typeof IssueTalk>;

interface IssueTalkFormProps {
  readonly objectId: number | null;
  /** The 约谈 this one follows: held again, or after what was demanded was not done. */
  readonly follows: TalkLine | null;
  readonly onDone: (talkId: number) => void;
  readonly onClose: () => void;
}

/** 通知约谈: kind, reason, the record it is about, when and where, who is to come. */
export function IssueTalkForm({ objectId, follows, onDone, onClose }: IssueTalkFormProps) {
  const issue = useIssueTalk(onDone);
  const { bureau } = useSession();
  const [form] = Form.useForm<Values>();
  const kinds = useTalkKinds().data?.kinds ?? [];
  const kindId = Form.useWatch('kindId', form);
  const kind = kinds.find(({ id }) => id === kindId);
  const chosen = Form.useWatch('objectId', form) ?? objectId ?? undefined;
  const facts = useGrounds(chosen).data?.facts ?? [];
  const records = facts.flatMap(({ id, title, happenedOn }) =>
    id.startsWith('record:') ? [{ value: Number(id.slice(7)), label: `${happenedOn} ${title}` }] : [],
  );
  return (
    <Drawer open size={760} onClose={onClose} title={follows === null ? '通知约谈' : `接${follows.number}，再次约谈`}>
      <CommandForm<Values>
        form={form}
        submit="制作约谈通知书"
        initial={{
          objectId: objectId ?? undefined,
          followsId: follows?.id ?? null,
          kindId: follows?.state === 'absent' ? follows.kind.id : undefined,
          recordId: follows?.recordId ?? null,
          reason: follows?.reason,
          attendees: follows?.attendees ?? '法定代表人或者主要负责人',
          place: follows?.place ?? (bureau === null ? undefined : `${bureau.name}会议室`),
          meetAt: '09:30',
          contact: follows?.contact,
          materials: follows?.materials ?? '',
        }}
        onCancel={onClose}
        onSubmit={(values) => issue.run({ ...values, followsId: follows?.id ?? null })}
      >
        <EnterpriseSelect />
        <Form.Item name="kindId" label="约谈种类" rules={[{ required: true, message: '请选择约谈种类' }]}>
          <Select options={kinds.map(({ id, name, article }) => ({ value: id, label: `${name}（${article}）` }))} />
        </Form.Item>
        {kind !== undefined && (
          <Alert
            className="form-refusal"
            type="info"
            showIcon
            title={`适用：${kind.when}。约谈部门：${kind.by}。（${kind.article}，${kind.standing}）`}
          />
        )}
        <Form.Item
          name="recordId"
          label="有关的信用记录"
          extra={kind?.byWhoDetermined === true ? '谁认定、谁约谈：由其他部门认定的，由其约谈。' : undefined}
        >
          <Select allowClear options={records} placeholder="没有的可以不选" />
        </Form.Item>
        <Form.Item
          name="reason"
          label="约谈事由（写入通知书，写明行为，不写信用等级）"
          rules={[{ required: true, whitespace: true, message: '请填写约谈事由' }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
        <div className="field-grid">
          <Form.Item name="meetOn" label="约谈日期" rules={[{ required: true, message: '请填写约谈日期' }]}>
            <DayInput />
          </Form.Item>
          <Form.Item name="meetAt" label="时间" rules={[{ required: true, message: '请填写时间' }]}>
            <Input type="time" />
          </Form.Item>
          <Form.Item name="place" label="地点" rules={[{ required: true, message: '请填写约谈地点' }]}>
            <Input />
          </Form.Item>
          <Form.Item
            name="attendees"
            label="参加约谈的人员"
            rules={[{ required: true, message: '请填写参加约谈的人员' }]}
          >
            <Input />
          </Form.Item>
          <Form.Item name="contact" label="联系人和电话" rules={[{ required: true, message: '请填写联系人和电话' }]}>
            <Input />
          </Form.Item>
          <Form.Item name="materials" label="请携带的材料">
            <Input />
          </Form.Item>
        </div>
      </CommandForm>
    </Drawer>
  );
}
