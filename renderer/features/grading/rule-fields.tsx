import { Form, Radio, Select } from 'antd';
import { type Severity, severityTitles } from '../../../shared/kernel/credit-facts.ts';
import {
  type Decay,
  type FactIndicator,
  type IndicatorRule,
  ruleKindTitles,
} from '../../../shared/kernel/indicator-model.ts';
import { ChoiceFields, EntryList, NumberField, PercentField } from './model-fields.tsx';

type RuleKind = IndicatorRule['kind'];

/** What each kind of rule starts from when it is chosen. */
const blankRules: Readonly<Record<RuleKind, IndicatorRule>> = {
  boolean: { kind: 'boolean' },
  threshold: { kind: 'threshold', measure: 'count', atLeast: 1 },
  interval: {
    kind: 'interval',
    measure: 'count',
    bands: [
      { from: 1, degree: 500 },
      { from: 3, degree: 1000 },
    ],
  },
  linear: { kind: 'linear', measure: 'count', from: 0, to: 5 },
  ratio: { kind: 'ratio', of: { kinds: ['inspection'] }, wholeAt: 1000, whenNone: 0 },
  cumulative: { kind: 'cumulative', each: 200 },
};

const ruleHints: Readonly<Record<RuleKind, string>> = {
  boolean: '有一件即全部计入，没有不计。',
  threshold: '达到规定的件数或金额才计入。',
  interval: '按件数或金额所在的区间计入不同程度。',
  linear: '从起点到终点按比例计入。',
  ratio: '读取的记录占另一类记录的比例。',
  cumulative: '每件计入一定程度，逐件累计，到100%为止。',
};

/** 规则: one of the six kinds with its figures. */
export function RuleFields({
  id,
  value,
  onChange,
}: {
  readonly id: string;
  readonly value: IndicatorRule;
  readonly onChange: (rule: IndicatorRule) => void;
}) {
  return (
    <fieldset className="model-part">
      <legend>怎样计分</legend>
      <Form.Item label="规则" extra={ruleHints[value.kind]}>
        <Radio.Group
          value={value.kind}
          onChange={(event) => onChange(blankRules[event.target.value as RuleKind])}
          options={(Object.keys(ruleKindTitles) as RuleKind[]).map((kind) => ({
            value: kind,
            label: ruleKindTitles[kind],
          }))}
        />
      </Form.Item>
      {'measure' in value && (
        <Form.Item label="按什么数">
          <Radio.Group
            value={value.measure}
            onChange={(event) => onChange({ ...value, measure: event.target.value })}
            options={[
              { value: 'count', label: '件数' },
              { value: 'amount', label: '金额（元）' },
            ]}
          />
        </Form.Item>
      )}
      <RuleFigures id={id} value={value} onChange={onChange} />
    </fieldset>
  );
}

const most = 1_000_000_000;

function RuleFigures({ id, value, onChange }: Parameters<typeof RuleFields>[0]) {
  const unit = 'measure' in value && value.measure === 'amount' ? '元' : '件';
  switch (value.kind) {
    case 'boolean':
      return null;
    case 'threshold':
      return (
        <NumberField
          id={`${id}-at-least`}
          label="达到"
          unit={unit}
          min={1}
          max={most}
          value={value.atLeast}
          onChange={(atLeast) => onChange({ ...value, atLeast })}
        />
      );
    case 'linear':
      return (
        <div className="field-grid">
          <NumberField
            id={`${id}-from`}
            label="起点（计0%）"
            unit={unit}
            max={most}
            value={value.from}
            onChange={(from) => onChange({ ...value, from })}
          />
          <NumberField
            id={`${id}-to`}
            label="终点（计100%）"
            unit={unit}
            min={1}
            max={most}
            value={value.to}
            onChange={(to) => onChange({ ...value, to })}
          />
        </div>
      );
    case 'interval':
      return (
        <EntryList
          entries={value.bands}
          keyOf={(_, index) => `${index}`}
          addText="增加一段"
          onAdd={() => {
            const last = value.bands.at(-1) ?? { from: 0, degree: 0 };
            const band = { from: last.from + 1, degree: Math.min(1000, last.degree + 100) };
            onChange({ ...value, bands: [...value.bands, band] });
          }}
          onRemove={(index) => onChange({ ...value, bands: value.bands.toSpliced(index, 1) })}
        >
          {(band, index) => (
            <>
              <NumberField
                id={`${id}-band-${index}`}
                label="从"
                unit={`${unit}起`}
                min={1}
                max={most}
                value={band.from}
                onChange={(from) => onChange({ ...value, bands: value.bands.with(index, { ...band, from }) })}
              />
              <PercentField
                id={`${id}-degree-${index}`}
                label="计入"
                value={band.degree}
                onChange={(degree) => onChange({ ...value, bands: value.bands.with(index, { ...band, degree }) })}
              />
            </>
          )}
        </EntryList>
      );
    case 'ratio':
      return (
        <>
          <ChoiceFields
            id={`${id}-of`}
            legend="占哪些记录（分母）"
            value={value.of}
            onChange={(of) => onChange({ ...value, of })}
          />
          <div className="field-grid">
            <PercentField
              id={`${id}-whole`}
              label="比例达到此数计100%"
              value={value.wholeAt}
              onChange={(wholeAt) => onChange({ ...value, wholeAt: Math.max(1, wholeAt) })}
            />
            <PercentField
              id={`${id}-none`}
              label="一件记录也没有时计"
              value={value.whenNone}
              onChange={(whenNone) => onChange({ ...value, whenNone })}
            />
          </div>
        </>
      );
    case 'cumulative':
      return (
        <div className="field-grid">
          <PercentField
            id={`${id}-each`}
            label="每件计入"
            value={value.each}
            onChange={(each) => onChange({ ...value, each })}
          />
          {(Object.keys(severityTitles) as Severity[]).map((severity) => (
            <PercentField
              key={severity}
              id={`${id}-each-${severity}`}
              label={`${severityTitles[severity]}的每件`}
              value={value.bySeverity?.[severity] ?? value.each}
              onChange={(degree) => onChange({ ...value, bySeverity: { ...value.bySeverity, [severity]: degree } })}
            />
          ))}
        </div>
      );
  }
}

/** 时间衰减: none, by the month, or in steps. */
export function DecayFields({
  id,
  value,
  onChange,
}: {
  readonly id: string;
  readonly value: Decay | null;
  readonly onChange: (decay: FactIndicator['decay']) => void;
}) {
  const kinds: Readonly<Record<'none' | Decay['kind'], Decay | null>> = {
    none: null,
    linear: { kind: 'linear', wholeMonths: 12, zeroMonths: 36 },
    steps: { kind: 'steps', steps: [{ untilMonths: 12, share: 1000 }] },
  };
  return (
    <fieldset className="model-part">
      <legend>时间衰减</legend>
      <Form.Item label="怎样减少" htmlFor={`${id}-decay`}>
        <Select
          id={`${id}-decay`}
          value={value?.kind ?? 'none'}
          onChange={(kind: keyof typeof kinds) => onChange(kinds[kind])}
          options={[
            { value: 'none', label: '不随时间减少' },
            { value: 'linear', label: '逐月减少' },
            { value: 'steps', label: '分段减少' },
          ]}
        />
      </Form.Item>
      {value?.kind === 'linear' && (
        <div className="field-grid">
          <NumberField
            id={`${id}-whole-months`}
            label="多少个月内全部计入"
            unit="个月"
            max={239}
            value={value.wholeMonths}
            onChange={(wholeMonths) => onChange({ ...value, wholeMonths })}
          />
          <NumberField
            id={`${id}-zero-months`}
            label="满多少个月不再计入"
            unit="个月"
            min={1}
            max={240}
            value={value.zeroMonths}
            onChange={(zeroMonths) => onChange({ ...value, zeroMonths })}
          />
        </div>
      )}
      {value?.kind === 'steps' && (
        <EntryList
          entries={value.steps}
          keyOf={(_, index) => `${index}`}
          addText="增加一段"
          onAdd={() => {
            const last = value.steps.at(-1) ?? { untilMonths: 0, share: 1000 };
            const step = { untilMonths: last.untilMonths + 12, share: Math.max(1, last.share - 300) };
            onChange({ ...value, steps: [...value.steps, step] });
          }}
          onRemove={(index) => onChange({ ...value, steps: value.steps.toSpliced(index, 1) })}
        >
          {(step, index) => (
            <>
              <NumberField
                id={`${id}-until-${index}`}
                label="未满"
                unit="个月"
                min={1}
                max={240}
                value={step.untilMonths}
                onChange={(untilMonths) =>
                  onChange({ ...value, steps: value.steps.with(index, { ...step, untilMonths }) })
                }
              />
              <PercentField
                id={`${id}-share-${index}`}
                label="计入"
                value={step.share}
                onChange={(share) =>
                  onChange({ ...value, steps: value.steps.with(index, { ...step, share: Math.max(1, share) }) })
                }
              />
            </>
          )}
        </EntryList>
      )}
    </fieldset>
  );
}
