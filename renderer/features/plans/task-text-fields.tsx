import { Form, Input, Radio, Select } from 'antd';
import { itemKinds, itemKindTitles } from '../../../shared/features/plans/task.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { usePlanDepartments } from './plans.queries.ts';

const methods = ['实地核查', '书面检查', '行政部门结果或专业意见', '检验检测', '网络监测', '委托专业机构'];

const needed = (message: string) => [{ required: true, message }];

/** 任务名称、类别、联合部门; with the dates, unless each round has its own. */
export function TaskHeadFields({ isDated = true }: { readonly isDated?: boolean }) {
  const departments = usePlanDepartments();
  return (
    <>
      <Form.Item name="title" label="任务名称" rules={needed('请填写任务名称')}>
        <Input maxLength={120} />
      </Form.Item>
      <div className="field-grid">
        <Form.Item name="itemKind" label="事项类别（细则第五条）">
          <Radio.Group options={itemKinds.map((value) => ({ value, label: itemKindTitles[value] }))} />
        </Form.Item>
        <Form.Item name="jointDepartments" label="联合部门">
          <Select
            mode="multiple"
            options={(departments.data ?? []).map(({ name, short }) => ({
              value: short,
              label: `${short}（${name}）`,
            }))}
          />
        </Form.Item>
        {isDated && (
          <>
            <Form.Item name="fromOn" label="开始日期" rules={needed('请选择开始日期')}>
              <DayInput />
            </Form.Item>
            <Form.Item name="toOn" label="结束日期" rules={needed('请选择结束日期')}>
              <DayInput />
            </Form.Item>
          </>
        )}
      </div>
    </>
  );
}

/** What is inspected and how, as the notice prints it. */
export function TaskTextFields() {
  return (
    <>
      <Form.Item name="methods" label="检查方式" rules={needed('请选择检查方式')}>
        <Select mode="tags" options={methods.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name="checkItems" label="抽查事项（印在通知书上）" rules={needed('请填写抽查事项')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2_000} />
      </Form.Item>
      <Form.Item name="checkFocus" label="检查重点">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4_000} />
      </Form.Item>
      <Form.Item name="basis" label="执法依据（印在通知书上）" rules={needed('请填写执法依据')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1_000} />
      </Form.Item>
    </>
  );
}
