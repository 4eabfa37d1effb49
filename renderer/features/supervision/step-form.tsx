import { Form, Input, Modal, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { CommandOutcome } from '../../api/use-command.ts';
import { amountRule } from '../../ui/amount-rule.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';

type Values = Record<string, unknown>;

/** One field of a step's form. */
export interface StepField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'amount' | 'long' | 'day' | 'choice' | 'several';
  readonly options?: readonly { readonly value: string | number | boolean; readonly label: string }[];
  readonly isOptional?: boolean;
  readonly hint?: string;
  /** Shown only where what was chosen asks for it. */
  readonly when?: (values: Values) => boolean;
}

interface StepFormProps<V> {
  readonly title: string;
  /** What happens, and the article it rests on. */
  readonly note?: ReactNode;
  readonly submit: string;
  readonly fields: readonly StepField[];
  readonly initial?: Values;
  readonly isDangerous?: boolean;
  readonly onSubmit: (values: V) => Promise<CommandOutcome<unknown>>;
  readonly onClose: () => void;
}

/** The form of one step, made of its fields; what was typed stays when it is refused. */
export function StepForm<V extends object>(props: StepFormProps<V>) {
  const { title, note, submit, fields, initial, onSubmit, onClose } = props;
  const [form] = Form.useForm<Values>();
  const values = (Form.useWatch([], form) ?? initial ?? {}) as Values;
  return (
    <Modal open title={title} width={640} footer={null} onCancel={onClose} destroyOnHidden>
      {note !== undefined && <p className="form-refusal">{note}</p>}
      <CommandForm<Values>
        form={form}
        submit={submit}
        initial={initial}
        isDangerous={props.isDangerous}
        onCancel={onClose}
        onSubmit={async (typed) => {
          const outcome = await onSubmit(typed as V);
          if (outcome.ok) onClose();
          return outcome;
        }}
      >
        {fields
          .filter(({ when }) => when?.(values) ?? true)
          .map((field) => (
            <Form.Item key={field.name} name={field.name} label={field.label} extra={field.hint} rules={rulesOf(field)}>
              {inputOf(field)}
            </Form.Item>
          ))}
      </CommandForm>
    </Modal>
  );
}

function rulesOf({ kind, label, isOptional }: StepField) {
  const required = { required: true, message: `请填写${bare(label)}` };
  return [...(isOptional === true ? [] : [required]), ...(kind === 'amount' ? [amountRule] : [])];
}

function inputOf({ kind, options = [] }: StepField): ReactNode {
  if (kind === 'day') return <DayInput style={{ width: 180 }} />;
  if (kind === 'long') return <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />;
  if (kind === 'several') return <Select mode="multiple" options={[...options]} />;
  if (kind === 'text') return <Input />;
  if (kind === 'amount') return <Input suffix="元" inputMode="decimal" placeholder="如 12345.60 或 1.5万" />;
  return options.length <= 5 ? (
    <Radio.Group options={[...options]} />
  ) : (
    <Select options={options.map(({ value, label }) => ({ value: String(value), label }))} />
  );
}

/** The label without what stands in brackets. */
function bare(label: string): string {
  return label.replace(/（.*?）/g, '');
}

/** Titles as options. */
export function optionsOf<K extends string>(titles: Readonly<Record<K, string>>) {
  return (Object.entries(titles) as [K, string][]).map(([value, label]) => ({ value, label }));
}
