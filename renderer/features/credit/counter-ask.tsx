import { Alert, Form, Input } from 'antd';
import { useState } from 'react';
import type { AskCounter } from '../../../shared/features/credit/counter.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { type CounterAnswer, useAskCounter } from './lookups.queries.ts';

/** The start of the 查询区: the code, and the 负责人 as a check that the enterprise asks for itself. */
export function CounterAsk({ onAnswer }: { readonly onAnswer: (answer: CounterAnswer) => void }) {
  const [form] = Form.useForm<AskCounter>();
  const [isMissed, setMissed] = useState(false);
  const ask = useAskCounter({
    quiet: true,
    onDone: (answer) => {
      setMissed(answer === null);
      if (answer !== null) onAnswer(answer);
    },
  });
  return (
    <section className="counter-card">
      <h2>查询本企业的公开信用信息</h2>
      <CommandForm<AskCounter>
        form={form}
        name="counter"
        submit="查询"
        cancelText="清空"
        onCancel={() => {
          form.resetFields();
          setMissed(false);
        }}
        onSubmit={(values) => ask.run(values)}
      >
        <Form.Item
          name="code"
          label="统一社会信用代码（18位）"
          rules={[{ required: true, whitespace: true, message: '请填写统一社会信用代码' }]}
        >
          <Input autoFocus autoComplete="off" maxLength={40} />
        </Form.Item>
        <Form.Item
          name="person"
          label="法定代表人（负责人）姓名"
          rules={[{ required: true, whitespace: true, message: '请填写法定代表人（负责人）姓名' }]}
        >
          <Input autoComplete="off" maxLength={40} />
        </Form.Item>
        {isMissed && (
          <Alert
            className="form-refusal"
            type="warning"
            showIcon
            title="代码与法定代表人（负责人）姓名不相符，没有显示。请核对营业执照，或到窗口由工作人员办理。"
          />
        )}
      </CommandForm>
      <p className="counter-note">只能查询本企业可以公开的信用信息。每次查询都有登记；离开后一分钟自动清除。</p>
    </section>
  );
}
