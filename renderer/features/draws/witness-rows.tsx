import { AutoComplete, Button, Form, Input, InputNumber, Select } from 'antd';
import { witnessKinds, witnessKindTitles } from '../../../shared/features/draws/attendance.ts';
import type { VoidWitness, Witness } from '../../../shared/features/draws/schemas.ts';
import { useKnownAttendants } from './draws.queries.ts';

/** A row as it stands in the form: empty, or half filled in. */
export type WitnessRow = Partial<Witness & VoidWitness>;

interface WitnessRowsProps {
  /** At a ceremony: how many digits each gives, and the last one rolls dice. */
  readonly isCeremony?: boolean;
}

const DIGITS_EACH = 7;
const MOST = 12;
const required = (what: string) => [{ required: true, whitespace: true, message: `请填写${what}` }];

/** A new row; seven digits each make 21 of three. */
export function blankWitness(isCeremony = false): WitnessRow {
  return { name: '', unit: '', identity: '', ...(isCeremony ? { digitCount: DIGITS_EACH } : {}) };
}

/** Witnesses one by one, under `witnesses` of the form; those of earlier draws can be chosen. At least two. */
export function WitnessRows({ isCeremony = false }: WitnessRowsProps) {
  return (
    <Form.List name="witnesses">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className={isCeremony ? 'witness-row' : 'witness-row without-digits'}>
              <legend>
                第{name + 1}位{isCeremony && name === fields.length - 1 ? '（掷骰）' : ''}
              </legend>
              <KnownName row={name} />
              <Form.Item name={[name, 'unit']} label="单位" rules={required('见证人单位')}>
                <Input maxLength={60} />
              </Form.Item>
              <Identity row={name} />
              {isCeremony && (
                <Form.Item
                  name={[name, 'digitCount']}
                  label="数字位数"
                  rules={[{ required: true, message: '请填写位数' }]}
                >
                  <InputNumber min={1} max={40} precision={0} />
                </Form.Item>
              )}
              <Button disabled={fields.length <= 2} onClick={() => remove(name)}>
                移除
              </Button>
            </fieldset>
          ))}
          <p>
            <Button disabled={fields.length >= MOST} onClick={() => add(blankWitness(isCeremony))}>
              增加一位见证人
            </Button>
          </p>
        </>
      )}
    </Form.List>
  );
}

/** The name; choosing somebody of an earlier draw fills in unit and capacity too. */
function KnownName({ row }: { readonly row: number }) {
  const form = Form.useFormInstance();
  const known = useKnownAttendants().data?.witnesses ?? [];
  return (
    <Form.Item name={[row, 'name']} label="姓名" rules={required('见证人姓名')}>
      <AutoComplete
        maxLength={30}
        popupMatchSelectWidth={false}
        showSearch={{ filterOption: (typed, option) => String(option?.label ?? '').includes(typed) }}
        options={known.map(({ name, unit, words }, index) => ({
          key: index,
          value: name,
          label: `${name}　${unit}　${words}`,
          index,
        }))}
        onSelect={(_, { index }) => {
          const chosen = known[index];
          if (chosen === undefined) return;
          const { name, unit, kind, identity } = chosen;
          const before = form.getFieldValue(['witnesses', row]);
          form.setFieldValue(['witnesses', row], { ...before, name, unit, kind: kind ?? undefined, identity });
        }}
      />
    </Form.Item>
  );
}

/** The capacity from the list; 其他 asks for words. */
function Identity({ row }: { readonly row: number }) {
  const isOther = Form.useWatch(['witnesses', row, 'kind']) === 'other';
  return (
    <div className="identity">
      <Form.Item name={[row, 'kind']} label="身份" rules={[{ required: true, message: '请选择见证人身份' }]}>
        <Select
          options={witnessKinds.map((value) => ({ value, label: witnessKindTitles[value] }))}
          popupMatchSelectWidth={false}
        />
      </Form.Item>
      {isOther && (
        <Form.Item name={[row, 'identity']} label="身份说明" rules={required('身份说明')}>
          <Input maxLength={30} />
        </Form.Item>
      )}
    </div>
  );
}
