import { Alert, Button, Form, type FormInstance, Space } from 'antd';
import { type ReactNode, useState } from 'react';
import { sentenceOf } from '../api/messages.zh-CN.ts';
import type { CommandOutcome } from '../api/use-command.ts';

interface CommandFormProps<Values> {
  /** The word on the button: what happens. */
  readonly submit: string;
  /** Runs the command (made with `quiet: true`); what was typed stays when it is refused. */
  readonly onSubmit: (values: Values) => Promise<CommandOutcome<unknown>>;
  readonly initial?: Partial<Values>;
  readonly onCancel?: () => void;
  /** 取消 unless said otherwise. */
  readonly cancelText?: string;
  readonly children: ReactNode;
  readonly form?: FormInstance<Values>;
  /** The button is red. */
  readonly isDangerous?: boolean;
  readonly name?: string;
  /** Told of everything typed, however incomplete. */
  readonly onChange?: (values: Partial<Values>) => void;
}

/** A form around one command: labels above, Enter saves, the refusal beside the button and at its field. */
export function CommandForm<Values extends object>(props: CommandFormProps<Values>) {
  const [own] = Form.useForm<Values>();
  const form = props.form ?? own;
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function submit(values: Values): Promise<void> {
    setBusy(true);
    setRefusal(null);
    const outcome = await props.onSubmit(values);
    setBusy(false);
    if (outcome.ok) return;
    setRefusal(sentenceOf(outcome));
    if (outcome.code === 'BAD_INPUT') markFields(form, outcome.details);
  }

  return (
    <Form<Values>
      layout="vertical"
      requiredMark={false}
      form={form}
      name={props.name}
      initialValues={props.initial}
      onFinish={submit}
      onValuesChange={(_, values) => props.onChange?.(values)}
      scrollToFirstError
      validateTrigger="onSubmit"
      onSubmitCapture={() => setRefusal(null)}
    >
      {props.children}
      {refusal !== null && <Alert className="form-refusal" type="error" showIcon title={refusal} />}
      <Space>
        <Button type="primary" htmlType="submit" loading={isBusy} danger={props.isDangerous}>
          {props.submit}
        </Button>
        {props.onCancel !== undefined && <Button onClick={props.onCancel}>{props.cancelText ?? '取消'}</Button>}
      </Space>
    </Form>
  );
}

function markFields<Values>(form: FormInstance<Values>, details: unknown): void {
  const { problems = [] } = details as { problems?: readonly { field: string; sentence: string }[] };
  form.setFields(
    problems.map(({ field, sentence }) => ({
      name: field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)) as never,
      errors: [sentence],
    })),
  );
}
