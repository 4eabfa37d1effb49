import { AutoComplete, Drawer, Form, Input, Radio, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { results, resultTitles } from '../../../shared/features/inspections/results.ts';
import type { PastForm as Values } from '../../../shared/features/inspections/schemas.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { useAddPast, useObjectsFound, usePastChoices } from './inspections.queries.ts';

/** 登记一次检查, for the few that are in no workbook. */
export function PastForm({ onClose }: { readonly onClose: () => void }) {
  const add = useAddPast(onClose);
  const { officers = [], itemNames = [], departments = [], ownDepartment = '' } = usePastChoices().data ?? {};
  const [typed, setTyped] = useState('');
  const objects = useObjectsFound(useDeferredValue(typed)).data?.lines ?? [];
  return (
    <Drawer open size={760} onClose={onClose} title="登记以往检查">
      <CommandForm<Values & { readonly departments: string[] }>
        submit="登记"
        initial={{ departments: [], officerIds: [], otherPeople: [], isPublished: true }}
        onSubmit={({ departments: chosen, ...values }) => add.run({ ...values, department: chosen.join('、') })}
        onCancel={onClose}
      >
        <Form.Item name="objectId" label="检查对象" rules={[{ required: true, message: '请选择检查对象' }]}>
          <Select
            showSearch={{ filterOption: false, onSearch: setTyped }}
            placeholder="输入名称、代码或拼音首字母查找"
            options={objects.map(({ id, name, code }) => ({ value: id, label: `${name} ${code}` }))}
          />
        </Form.Item>
        <Form.Item
          name="itemName"
          label="抽查事项（与计划中的名称一致，才计入同一事项的次数）"
          rules={[{ required: true, whitespace: true, message: '请填写抽查事项' }]}
        >
          <AutoComplete
            options={itemNames.map((value) => ({ value }))}
            showSearch={{ filterOption: (text, option) => option?.value.includes(text) ?? false }}
          />
        </Form.Item>
        <div className="field-grid">
          <Form.Item name="inspectedOn" label="检查日期" rules={[{ required: true, message: '请填写检查日期' }]}>
            <DayInput />
          </Form.Item>
          <Form.Item name="result" label="检查结果" rules={[{ required: true, message: '请选择检查结果' }]}>
            <Select options={results.map((value) => ({ value, label: resultTitles[value] }))} placeholder="请选择" />
          </Form.Item>
          <Form.Item name="departments" label="检查部门（不选为本机关）">
            <Select mode="tags" placeholder={ownDepartment} options={departments.map((value) => ({ value }))} />
          </Form.Item>
          <Form.Item name="documentNumber" label="文书号">
            <Input />
          </Form.Item>
          <Form.Item name="officerIds" label="检查人员（名录中的）">
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              options={officers.map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit}）` }))}
            />
          </Form.Item>
          <Form.Item name="otherPeople" label="名录以外的人员（输入姓名后按回车）">
            <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',', ' ']} />
          </Form.Item>
        </div>
        <Form.Item name="isPublished" label="是否公示（未公示的计入频次，不计入覆盖，细则第十三条）">
          <Radio.Group
            options={[
              { value: true, label: '是' },
              { value: false, label: '否' },
            ]}
          />
        </Form.Item>
        <Form.Item name="note" label="备注">
          <Input.TextArea autoSize={{ minRows: 2 }} />
        </Form.Item>
      </CommandForm>
    </Drawer>
  );
}
