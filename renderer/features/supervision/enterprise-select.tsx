import { Form } from 'antd';
import { EnterprisePicker } from '../../ui/enterprise-picker.tsx';

/** 检查对象 of a form: the field `objectId`. */
export function EnterpriseSelect() {
  return (
    <Form.Item name="objectId" label="检查对象" rules={[{ required: true, message: '请选择检查对象' }]}>
      <EnterprisePicker />
    </Form.Item>
  );
}
