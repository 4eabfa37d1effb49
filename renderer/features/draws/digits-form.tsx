import { Form, Input, Radio, Space } from 'antd';
import { useState } from 'react';
import { type TakingWay, takingWays } from '../../../shared/features/draws/digits.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import type { Draw } from './draws.queries.ts';
import { useConfirmDigits, useEchoDigits } from './hall.queries.ts';

type Witness = Draw['witnesses'][number];

interface Values {
  readonly way: TakingWay;
  readonly typed: string;
  readonly rolledBy?: string;
}

/** 见证取数: the digits of the witness whose turn it is go on the large screen; once he has confirmed them they stand. */
export function DigitsForm({ draw }: { readonly draw: Draw }) {
  const [way, setWay] = useState<TakingWay>(draw.witnesses.findLast((one) => one.way !== null)?.way ?? 'own');
  const [isMending, setMending] = useState(false);
  const next = draw.witnesses.find(({ digits }) => digits === null);
  if (next === undefined) return null;
  const echo = draw.echo?.position === next.position ? draw.echo : null;
  return (
    <>
      <Given witnesses={draw.witnesses} />
      {echo !== null && !isMending ? (
        <Echo key={echo.digits} drawId={draw.id} witness={next} digits={echo.digits} onMend={() => setMending(true)} />
      ) : (
        <Typing
          key={next.position}
          drawId={draw.id}
          witness={next}
          initial={{ way: echo?.way ?? way, rolledBy: echo?.rolledBy ?? next.name }}
          onEchoed={(chosen) => {
            setWay(chosen);
            setMending(false);
          }}
        />
      )}
    </>
  );
}

function Given({ witnesses }: { readonly witnesses: readonly Witness[] }) {
  const given = witnesses.filter(({ digits }) => digits !== null);
  if (given.length === 0) return null;
  return (
    <ul className="digit-lines">
      {given.map(({ position, name, digits, way, rolledBy }) => (
        <li key={position}>
          {position} {name} <code>{digits}</code>
          <span className="quiet">
            {way !== null && `　${takingWays[way]}`}
            {rolledBy !== null && `　掷骰 ${rolledBy}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface TypingProps {
  readonly drawId: number;
  readonly witness: Witness;
  readonly initial: Pick<Values, 'way' | 'rolledBy'>;
  readonly onEchoed: (way: TakingWay) => void;
}

function Typing({ drawId, witness, initial, onEchoed }: TypingProps) {
  const [form] = Form.useForm<Values>();
  const echo = useEchoDigits(() => onEchoed(form.getFieldValue('way')));
  const typed = Form.useWatch('typed', form) ?? '';
  const { position, name, identity, digitCount, isDice } = witness;
  return (
    <CommandForm<Values>
      form={form}
      initial={initial}
      submit="送大屏幕核对"
      onSubmit={({ way, typed: text, rolledBy = '' }) => echo.run({ drawId, position, typed: text, way, rolledBy })}
    >
      <Form.Item
        name="typed"
        label={`第${position}位 ${name}（${identity}${isDice ? '，掷骰' : ''}）公布的${digitCount}位数字`}
        rules={[{ required: true, message: '请填写数字' }]}
      >
        <Input autoFocus className="digit-input" autoComplete="off" inputMode="numeric" maxLength={80} />
      </Form.Item>
      <p className="digit-echo" aria-live="polite">
        {typed === '' ? '　' : `${[...typed].join(' ')}　（${[...typed].length}/${digitCount}位）`}
      </p>
      <div className="digit-way">
        <Form.Item name="way" label="录入方式">
          <Radio.Group
            options={[
              { value: 'own', label: `${takingWays.own}（见证人自己在键盘上输入）` },
              { value: 'read', label: `${takingWays.read}（照卡片宣读）` },
            ]}
          />
        </Form.Item>
        {isDice && (
          <Form.Item name="rolledBy" label="掷骰人（不能是操作人）">
            <Input maxLength={30} />
          </Form.Item>
        )}
      </div>
    </CommandForm>
  );
}

interface EchoProps {
  readonly drawId: number;
  readonly witness: Witness;
  readonly digits: string;
  readonly onMend: () => void;
}

function Echo({ drawId, witness: { position, name }, digits, onMend }: EchoProps) {
  const confirm = useConfirmDigits();
  return (
    <>
      <p>请{name}核对大屏幕上的数字。确认后记入，不能再改。</p>
      <p className="digit-echo">{[...digits].join(' ')}</p>
      <Space>
        <ActionButton
          autoFocus
          may={['operator']}
          type="primary"
          loading={confirm.isRunning}
          onClick={() => void confirm.run({ drawId, position, digits })}
        >
          {name}核对无误
        </ActionButton>
        <ActionButton may={['operator']} onClick={onMend}>
          数字有误，重新录入
        </ActionButton>
      </Space>
    </>
  );
}
