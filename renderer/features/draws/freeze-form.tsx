import { Alert, Button, Form, Input, InputNumber } from 'antd';
import { FEWEST_DIGITS } from '../../../shared/features/draws/digits.ts';
import type { DrawSetting, Witness } from '../../../shared/features/draws/schemas.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { useFreeze } from './draws.queries.ts';

interface Values {
  readonly witnesses: readonly Witness[];
  readonly supervisor: string;
  readonly place: string;
}

interface FreezeFormProps {
  readonly setting: DrawSetting;
  readonly onBack: () => void;
  readonly onDone: (drawId: number) => void;
}

const blank = { name: '', unit: '', identity: '', digitCount: 7 };
const required = (what: string) => [{ required: true, whitespace: true, message: `请填写${what}` }];

/** 冻结: who will give how many digits is fixed with the list; after this there is no way back. */
export function FreezeForm({ setting, onBack, onDone }: FreezeFormProps) {
  const freeze = useFreeze(onDone);
  return (
    <CommandForm<Values>
      name="freeze"
      submit="冻结名单"
      cancelText="回到名录"
      onCancel={onBack}
      onSubmit={({ witnesses, supervisor = '', place = '' }) =>
        freeze.run({ setting, witnesses: [...witnesses], supervisor, place })
      }
      initial={{ witnesses: [blank, blank, blank], supervisor: '', place: '' }}
    >
      <Alert
        className="form-refusal"
        type="info"
        showIcon
        title={`见证人按下列顺序公布数字，最后一位掷骰，至少两名、合计不少于${FEWEST_DIGITS}位。操作人不能作见证人。冻结后名单、人员、方案和位数都不能再改。`}
      />
      <Form.List name="witnesses">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <fieldset key={key} className="witness-row">
                <legend>
                  第{name + 1}位{name === fields.length - 1 ? '（掷骰）' : ''}
                </legend>
                <Form.Item name={[name, 'name']} label="姓名" rules={required('见证人姓名')}>
                  <Input maxLength={30} />
                </Form.Item>
                <Form.Item name={[name, 'unit']} label="单位" rules={required('见证人单位')}>
                  <Input maxLength={60} />
                </Form.Item>
                <Form.Item name={[name, 'identity']} label="身份（纪检、企业代表等）" rules={required('见证人身份')}>
                  <Input maxLength={30} />
                </Form.Item>
                <Form.Item
                  name={[name, 'digitCount']}
                  label="数字位数"
                  rules={[{ required: true, message: '请填写位数' }]}
                >
                  <InputNumber min={1} max={40} precision={0} />
                </Form.Item>
                <Button disabled={fields.length <= 2} onClick={() => remove(name)}>
                  移除
                </Button>
              </fieldset>
            ))}
            <Button className="form-refusal" disabled={fields.length >= 12} onClick={() => add(blank)}>
              增加一位见证人
            </Button>
          </>
        )}
      </Form.List>
      <div className="field-grid">
        <Form.Item name="place" label="抽取地点">
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="supervisor" label="监督人">
          <Input maxLength={30} />
        </Form.Item>
      </div>
    </CommandForm>
  );
}
