import { Form, Input } from 'antd';
import { CommandForm } from '../../ui/command-form.tsx';
import { type Draw, useEnterDigits } from './draws.queries.ts';

/** Takes the digits of the next witness, and echoes them large. */
export function DigitsForm({ draw }: { readonly draw: Draw }) {
  const [form] = Form.useForm<{ typed: string }>();
  const enter = useEnterDigits(() => form.resetFields());
  const next = draw.witnesses.find(({ digits }) => digits === null);
  const typed = Form.useWatch('typed', form) ?? '';
  if (next === undefined) return null;
  const { position, name, identity, digitCount, isDice } = next;
  return (
    <>
      <ul className="digit-lines">
        {draw.witnesses
          .filter(({ digits }) => digits !== null)
          .map((witness) => (
            <li key={witness.position}>
              {witness.name} <code>{witness.digits}</code>
            </li>
          ))}
      </ul>
      <CommandForm<{ typed: string }>
        form={form}
        submit="录入"
        onSubmit={(values) => enter.run({ drawId: draw.id, position, typed: values.typed })}
      >
        <Form.Item
          name="typed"
          label={`第${position}位 ${name}（${identity}${isDice ? '，掷骰' : ''}）公布的${digitCount}位数字`}
          rules={[{ required: true, message: '请填写数字' }]}
        >
          <Input className="digit-input" autoComplete="off" inputMode="numeric" maxLength={80} />
        </Form.Item>
        <p className="digit-echo" aria-live="polite">
          {typed === '' ? '　' : `${[...typed].join(' ')}　（${[...typed].length}/${digitCount}位）`}
        </p>
      </CommandForm>
    </>
  );
}
