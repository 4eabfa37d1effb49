import { Form, Input, Skeleton } from 'antd';
import type { IssueNotice } from '../../../shared/features/inspections/schemas.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { LookupOfInspection } from '../../ui/lookup-state.tsx';
import { type InspectionDetail, useIssueNotice, useNoticeDraft } from './inspections.queries.ts';

interface NoticeFormProps {
  readonly inspection: InspectionDetail;
  readonly onEnd: () => void;
}

/** 出具检查通知书; starts with the address, contact and items known from roster and plan. */
export function NoticeForm({ inspection, onEnd }: NoticeFormProps) {
  const draft = useNoticeDraft(inspection.id);
  const issue = useIssueNotice(onEnd);
  if (draft.data === undefined) return <Skeleton active />;
  return (
    <CommandForm<Omit<IssueNotice, 'inspectionId'>>
      submit="出具通知书"
      initial={{ materials: '', ...draft.data }}
      onSubmit={(values) => issue.run({ ...values, inspectionId: inspection.id })}
      onCancel={onEnd}
    >
      <Form.Item label="信用查询">
        <LookupOfInspection
          inspectionId={inspection.id}
          objectId={inspection.objectId}
          objectName={inspection.objectName}
          subject={inspection.taskTitle}
          isOver={false}
        />
      </Form.Item>
      <Form.Item name="inspectOn" label="检查日期">
        <DayInput />
      </Form.Item>
      <Form.Item name="address" label="检查地点">
        <Input />
      </Form.Item>
      <Form.Item name="contact" label="联系人及电话">
        <Input />
      </Form.Item>
      <Form.Item name="items" label="检查内容">
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Form.Item>
      <Form.Item name="materials" label="请对方准备的材料（可不填）">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
    </CommandForm>
  );
}
