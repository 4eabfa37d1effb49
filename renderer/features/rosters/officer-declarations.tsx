import { Button, Form, Input, Select, Space } from 'antd';
import { relations } from '../../../shared/features/rosters/officer-facts.ts';
import { DayInput } from '../../ui/day-input.tsx';

type Rows = Parameters<typeof Form.List>[0]['children'];

const needed = (label: string) => [{ required: true, whitespace: true, message: `请填写${label}` }];

/** 曾任职单位, one a line. */
export const formerRows: Rows = (fields, { add, remove }) => (
  <>
    {fields.map(({ key, name }) => (
      <Space key={key} align="start" size={8}>
        <Form.Item name={[name, 'employer']} rules={needed('曾任职单位')}>
          <Input aria-label="曾任职单位" placeholder="单位全称" style={{ width: 240 }} />
        </Form.Item>
        <Form.Item name={[name, 'fromOn']}>
          <DayInput aria-label="任职开始" title="任职开始，不清楚的可不填" />
        </Form.Item>
        <Form.Item name={[name, 'toOn']}>
          <DayInput aria-label="任职结束" title="任职结束，不清楚的可不填" />
        </Form.Item>
        <Button onClick={() => remove(name)}>删去</Button>
      </Space>
    ))}
    <Button onClick={() => add({ employer: '' })}>增加曾任职单位</Button>
  </>
);

/** 亲属, one a line. */
export const relativeRows: Rows = (fields, { add, remove }) => (
  <>
    {fields.map(({ key, name }) => (
      <Space key={key} align="start" size={8}>
        <Form.Item name={[name, 'relation']} rules={[{ required: true, message: '请选择关系' }]}>
          <Select
            aria-label="亲属关系"
            placeholder="关系"
            style={{ width: 140 }}
            options={relations.map((value) => ({ value }))}
          />
        </Form.Item>
        <Form.Item name={[name, 'name']} rules={needed('亲属姓名')}>
          <Input aria-label="亲属姓名" placeholder="姓名" style={{ width: 120 }} />
        </Form.Item>
        <Form.Item name={[name, 'company']}>
          <Input aria-label="亲属所在单位" placeholder="任职或经营的单位，可不填" style={{ width: 240 }} />
        </Form.Item>
        <Button onClick={() => remove(name)}>删去</Button>
      </Space>
    ))}
    <Button onClick={() => add({ name: '' })}>增加亲属</Button>
  </>
);
