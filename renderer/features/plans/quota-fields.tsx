import { Checkbox, Form, InputNumber, Radio } from 'antd';
import type { TaskQuota } from '../../../shared/features/plans/task.ts';

/** 抽查数量, by count or ratio; `base` is where the form holds it. */
export function QuotaFields({ base }: { readonly base: readonly (string | number)[] }) {
  const form = Form.useFormInstance();
  const kind: TaskQuota['kind'] | undefined = Form.useWatch([...base, 'quotaKind'], form);
  return (
    <div className="quota-fields">
      <Form.Item name={[...base, 'quotaKind']} label="抽查数量">
        <Radio.Group
          options={[
            { value: 'count', label: '按户数' },
            { value: 'ratio', label: '按比例' },
          ]}
        />
      </Form.Item>
      {kind === 'ratio' ? (
        <>
          <Form.Item name={[...base, 'percent']} label="比例" rules={[{ required: true, message: '请填写比例' }]}>
            <InputNumber min={0.01} max={100} precision={2} suffix="%" style={{ width: 130 }} />
          </Form.Item>
          <Form.Item name={[...base, 'atLeast']} label=" " valuePropName="checked">
            <Checkbox>不少于（各等级合计不得低于此数）</Checkbox>
          </Form.Item>
        </>
      ) : (
        <Form.Item name={[...base, 'count']} label="户数" rules={[{ required: true, message: '请填写户数' }]}>
          <InputNumber min={1} max={999_999} precision={0} suffix="户" style={{ width: 130 }} />
        </Form.Item>
      )}
    </div>
  );
}
