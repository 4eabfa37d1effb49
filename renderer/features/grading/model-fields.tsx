import { Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import {
  accidentClassTitles,
  creditKinds,
  creditKindTitles,
  severityTitles,
} from '../../../shared/kernel/credit-facts.ts';
import type { FactChoice } from '../../../shared/kernel/indicator-model.ts';
import { type PackSource, STANDING_WORDS, type Standing } from '../../../shared/kernel/pack-basis.ts';

/** Fields of a model's editor: each shows a value and tells its change; the page keeps the whole. */

interface FieldProps<T> {
  readonly value: T;
  readonly onChange: (value: T) => void;
}

interface NumberProps extends FieldProps<number> {
  readonly id: string;
  readonly label: string;
  readonly unit?: string;
  readonly min?: number;
  readonly max: number;
  readonly extra?: string;
}

/** A whole number. An empty field keeps the number it had. */
export function NumberField({ id, label, unit, min = 0, max, extra, value, onChange }: NumberProps) {
  return (
    <Form.Item label={label} htmlFor={id} extra={extra}>
      <InputNumber
        id={id}
        min={min}
        max={max}
        precision={0}
        suffix={unit}
        value={value}
        onChange={(typed) => typed !== null && onChange(typed)}
      />
    </Form.Item>
  );
}

/** Thousandths shown as per cent with one decimal. */
export function PercentField({ id, label, extra, value, onChange }: Omit<NumberProps, 'max' | 'unit'>) {
  return (
    <Form.Item label={label} htmlFor={id} extra={extra}>
      <InputNumber
        id={id}
        min={0}
        max={100}
        precision={1}
        suffix="%"
        value={value / 10}
        onChange={(typed) => typed !== null && onChange(Math.round(typed * 10))}
      />
    </Form.Item>
  );
}

/** Points with up to three decimals, kept in thousandths. */
export function PointsField({ id, label, value, onChange, max }: Omit<NumberProps, 'unit'>) {
  return (
    <Form.Item label={label} htmlFor={id}>
      <InputNumber
        id={id}
        min={0}
        max={max}
        precision={3}
        suffix="分"
        value={value / 1000}
        onChange={(typed) => typed !== null && onChange(Math.round(typed * 1000))}
      />
    </Form.Item>
  );
}

export function TextField({
  id,
  label,
  value,
  onChange,
}: FieldProps<string> & { readonly id: string; readonly label: string }) {
  return (
    <Form.Item label={label} htmlFor={id}>
      <Input id={id} maxLength={100} value={value} onChange={(event) => onChange(event.target.value)} />
    </Form.Item>
  );
}

const kindOptions = creditKinds.map((value) => ({ value, label: creditKindTitles[value] }));
const severityOptions = optionsOf(severityTitles);
const accidentOptions = optionsOf(accidentClassTitles);

function optionsOf<K extends string>(titles: Readonly<Record<K, string>>) {
  return (Object.keys(titles) as K[]).map((value) => ({ value, label: titles[value] }));
}

/** Which records are read: kinds, how they came out, how grave, how far back. */
export function ChoiceFields({
  id,
  legend,
  value,
  onChange,
}: FieldProps<FactChoice> & { readonly id: string; readonly legend: string }) {
  const change = (part: Partial<Record<keyof FactChoice, unknown>>) => onChange(withoutBlanks({ ...value, ...part }));
  return (
    <fieldset className="model-part">
      <legend>{legend}</legend>
      <Form.Item label="记录类别" htmlFor={`${id}-kinds`}>
        <Select
          id={`${id}-kinds`}
          mode="multiple"
          optionFilterProp="label"
          options={kindOptions}
          value={value.kinds}
          onChange={(kinds) => change({ kinds })}
        />
      </Form.Item>
      <div className="field-grid">
        <Form.Item label="结果">
          <Radio.Group
            value={value.outcome ?? ''}
            onChange={(event) => change({ outcome: event.target.value || undefined })}
            options={[
              { value: '', label: '不限' },
              { value: 'good', label: '良好（践诺、未发现问题）' },
              { value: 'bad', label: '不良（违诺、发现问题）' },
            ]}
          />
        </Form.Item>
        <Form.Item label="只看近几个月（不填为全部）" htmlFor={`${id}-months`}>
          <InputNumber
            id={`${id}-months`}
            min={1}
            max={240}
            precision={0}
            suffix="个月"
            value={value.withinMonths ?? null}
            onChange={(months) => change({ withinMonths: months ?? undefined })}
          />
        </Form.Item>
        <Form.Item label="失信程度（不选为不限）" htmlFor={`${id}-severity`}>
          <Select
            id={`${id}-severity`}
            mode="multiple"
            options={severityOptions}
            value={value.severity ?? []}
            onChange={(severity) => change({ severity })}
          />
        </Form.Item>
        {value.kinds.includes('accident') && (
          <Form.Item label="事故等级（不选为不限）" htmlFor={`${id}-accident`}>
            <Select
              id={`${id}-accident`}
              mode="multiple"
              options={accidentOptions}
              value={value.accidentClass ?? []}
              onChange={(accidentClass) => change({ accidentClass })}
            />
          </Form.Item>
        )}
      </div>
    </fieldset>
  );
}

/** What is left open is not in the choice at all. */
function withoutBlanks(choice: Partial<Record<keyof FactChoice, unknown>>): FactChoice {
  const kept = Object.entries(choice).filter(
    ([key, part]) => key === 'kinds' || (part !== undefined && !(Array.isArray(part) && part.length === 0)),
  );
  return Object.fromEntries(kept) as FactChoice;
}

interface Based {
  readonly source: PackSource;
  readonly standing: Standing;
}

/** Document and article an entry rests on, and whether that was checked. */
export function BasisFields({ id, value, onChange }: FieldProps<Based> & { readonly id: string }) {
  const { source, standing } = value;
  const change = (part: Partial<PackSource>) => onChange({ source: { ...source, ...part }, standing });
  return (
    <fieldset className="model-part">
      <legend>依据</legend>
      <div className="field-grid">
        <TextField
          id={`${id}-document`}
          label="文件"
          value={source.document}
          onChange={(document) => change({ document })}
        />
        <TextField
          id={`${id}-article`}
          label="条款"
          value={source.article}
          onChange={(article) => change({ article })}
        />
        <Form.Item label="性质">
          <Radio.Group
            value={standing}
            onChange={(event) => onChange({ source, standing: event.target.value })}
            options={(Object.keys(STANDING_WORDS) as Standing[]).map((one) => ({
              value: one,
              label: STANDING_WORDS[one],
            }))}
          />
        </Form.Item>
      </div>
    </fieldset>
  );
}

/** A list of like entries with a button to add one and one at each to take it out. */
export function EntryList<T>({
  entries,
  keyOf,
  addText,
  onAdd,
  onRemove,
  empty,
  children,
}: {
  readonly entries: readonly T[];
  readonly keyOf: (entry: T, index: number) => string;
  readonly addText: string;
  readonly onAdd: () => void;
  readonly onRemove: (index: number) => void;
  readonly empty?: string;
  readonly children: (entry: T, index: number) => ReactNode;
}) {
  return (
    <>
      {entries.length === 0 && empty !== undefined && <p className="quiet">{empty}</p>}
      {entries.map((entry, index) => (
        <div className="model-entry" key={keyOf(entry, index)}>
          <div className="model-entry-fields">{children(entry, index)}</div>
          <Button type="link" danger onClick={() => onRemove(index)}>
            删除
          </Button>
        </div>
      ))}
      <Button onClick={onAdd}>{addText}</Button>
    </>
  );
}
