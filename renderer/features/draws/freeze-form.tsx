import { Alert, AutoComplete, Form, Input } from 'antd';
import { FEWEST_DIGITS } from '../../../shared/features/draws/digits.ts';
import type { DrawSetting, Freeze, SaveDraft } from '../../../shared/features/draws/schemas.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { useFreeze, useKnownAttendants } from './draws.queries.ts';
import { blankWitness, type WitnessRow, WitnessRows } from './witness-rows.tsx';

interface Values extends Omit<Freeze, 'setting' | 'witnesses'> {
  readonly witnesses: readonly WitnessRow[];
}

interface FreezeFormProps {
  readonly setting: DrawSetting;
  /** What was typed before, however incomplete. */
  readonly typed: SaveDraft['form'];
  readonly onType: (typed: SaveDraft['form']) => void;
  readonly onBack: () => void;
  readonly onDone: (drawId: number) => void;
}

const required = (what: string) => [{ required: true, whitespace: true, message: `请填写${what}` }];

/** 冻结: who will give how many digits is fixed with the list; after this there is no way back. */
export function FreezeForm({ setting, typed, onType, onBack, onDone }: FreezeFormProps) {
  const freeze = useFreeze(onDone);
  return (
    <CommandForm<Values>
      name="freeze"
      submit="冻结名单"
      cancelText="回到名录"
      onCancel={onBack}
      onSubmit={({ witnesses, ...rest }) =>
        freeze.run({ ...rest, setting, witnesses: [...witnesses] as Freeze['witnesses'] })
      }
      initial={{
        witnesses: [blankWitness(true), blankWitness(true), blankWitness(true)],
        supervisor: '',
        supervisorUnit: '',
        place: '',
        ...typed,
      }}
      onChange={(values) => onType(values as SaveDraft['form'])}
    >
      <Alert
        className="form-refusal"
        type="info"
        showIcon
        title={`见证人按下列顺序公布数字，最后一位掷骰，至少两名、合计不少于${FEWEST_DIGITS}位。操作人和批准任务（计划）的人不能作见证人，监督人须另有其人。冻结后名单、人员、方案和位数都不能再改。`}
      />
      <WitnessRows isCeremony />
      <Surroundings />
    </CommandForm>
  );
}

/** Where, and who supervises; those of earlier draws can be chosen. */
function Surroundings() {
  const form = Form.useFormInstance();
  const { supervisors = [], places = [] } = useKnownAttendants().data ?? {};
  return (
    <div className="field-grid">
      <Form.Item name="supervisor" label="监督人" rules={required('监督人')}>
        <AutoComplete
          maxLength={30}
          popupMatchSelectWidth={false}
          options={supervisors.map(({ name, unit }, index) => ({
            key: index,
            value: name,
            label: `${name}　${unit}`,
            unit,
          }))}
          onSelect={(_, { unit }) => form.setFieldValue('supervisorUnit', unit)}
        />
      </Form.Item>
      <Form.Item name="supervisorUnit" label="监督人单位" rules={required('监督人单位')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="place" label="抽取地点" rules={required('抽取地点')}>
        <AutoComplete maxLength={60} options={places.map((value) => ({ value }))} />
      </Form.Item>
    </div>
  );
}
