import { Form, Input, Select, Typography } from 'antd';
import { usePacks } from './office.queries.ts';

/** The bureau's own facts, and the rules it works by. */
export function BureauFields() {
  const packs = usePacks().data ?? [];
  return (
    <div className="field-grid">
      <Form.Item name="name" label="单位全称" rules={[{ required: true, message: '请填写单位全称' }]}>
        <Input autoFocus maxLength={60} placeholder="例：额尔古纳市工业和信息化局" />
      </Form.Item>
      <Form.Item
        name="shortName"
        label="机关简称"
        extra="用于任务编号和文号，例：额工信抽查〔2026〕1号"
        rules={[{ required: true, message: '请填写机关简称' }]}
      >
        <Input maxLength={20} placeholder="例：额工信" />
      </Form.Item>
      <Form.Item
        name="department"
        label="部门简称"
        extra="联合抽查时与名录中执法人员的“部门”一致"
        rules={[{ required: true, message: '请填写部门简称' }]}
      >
        <Input maxLength={20} placeholder="例：工信" />
      </Form.Item>
      <Form.Item
        name="sections"
        label="股室"
        extra="输入名称后回车，可填多个"
        rules={[{ required: true, type: 'array', min: 1, message: '至少填写一个股室' }]}
      >
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={['、', '，', ',', ' ']}
          placeholder="例：安全生产股"
        />
      </Form.Item>
      <Form.Item
        name="packId"
        label="规则包"
        extra="等级、比例、期限等规则的出处，选与本单位最接近的一份；之后可在“设置—规则包”中改成本单位的版本"
        rules={[{ required: true, message: '请选择规则包' }]}
      >
        <Select
          placeholder="请选择"
          options={packs.map(({ id, office, purpose }) => ({ value: id, label: office, purpose }))}
          optionRender={({ data }) => (
            <>
              <div>{data.label}</div>
              <Typography.Text type="secondary">{data.purpose}</Typography.Text>
            </>
          )}
          listHeight={340}
          popupMatchSelectWidth={660}
        />
      </Form.Item>
    </div>
  );
}
