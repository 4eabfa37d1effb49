import { Button, Form, Input, InputNumber, Radio, Select, Space } from 'antd';
import type { Rule } from 'antd/es/form';
import type { Entry, Field } from '../../../shared/features/policies/fields.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { MonthDayInput } from './month-day-input.tsx';
import type { VersionDetail } from './policies.queries.ts';
import { RatiosInput } from './ratios-input.tsx';
import { TestInput } from './test-input.tsx';

type Path = readonly (string | number)[];

interface EntryFieldProps {
  readonly field: Field;
  readonly path: Path;
  readonly pack: VersionDetail['pack'];
}

/** One field of an entry's form, after its description. */
export function EntryField({ field, path, pack }: EntryFieldProps) {
  const { form, title, help } = field;
  if (form.kind === 'rows') return <RowsField field={field} path={path} pack={pack} />;
  const orNone = 'orNone' in form ? form.orNone : undefined;
  const isFree = orNone !== undefined || form.kind === 'words' || form.kind === 'level';
  const rules: Rule[] = isFree ? [] : [{ required: true, message: `请填写${title}` }];
  return (
    <Form.Item
      name={[...path]}
      label={orNone === undefined ? title : `${title}（不填：${orNone}）`}
      rules={rules}
      {...(help === undefined ? {} : { extra: help })}
    >
      {controlOf(field, pack)}
    </Form.Item>
  );
}

/** The control itself; the form hands it its value. */
function controlOf({ form, title }: Field, pack: VersionDetail['pack']) {
  switch (form.kind) {
    case 'text':
      return <Input maxLength={form.most} />;
    case 'long':
      return <Input.TextArea maxLength={form.most} autoSize={{ minRows: 2, maxRows: 12 }} />;
    case 'count':
      return <InputNumber min={form.least} max={form.most} precision={0} suffix={form.unit} style={{ width: 260 }} />;
    case 'choice':
      return (
        <Select
          allowClear={form.orNone !== undefined}
          options={optionsOf(form.options)}
          showSearch={{ optionFilterProp: 'label' }}
        />
      );
    case 'choices':
      return <Select mode="multiple" options={optionsOf(form.options)} />;
    case 'yes':
      return (
        <Radio.Group
          options={[
            { value: true, label: form.yes },
            { value: false, label: form.no },
          ]}
        />
      );
    case 'grade':
      return <Select options={gradesOf(pack)} />;
    case 'grades':
      return <Select mode="multiple" options={gradesOf(pack)} />;
    case 'month-day':
      return <MonthDayInput />;
    case 'day':
      return <DayInput />;
    case 'words':
      return (
        <Select
          mode="tags"
          open={false}
          tokenSeparators={['；', ';', '\n']}
          placeholder="填一个，按回车再填下一个"
          aria-label={title}
        />
      );
    case 'ratios':
      return <RatiosInput pack={pack} />;
    case 'test':
      return <TestInput pack={pack} isFree={form.orNone !== undefined} />;
    case 'entry-of':
      return <Select allowClear={form.orNone !== undefined} options={entriesIn(pack, form.chapter)} />;
    case 'level':
      return <LevelSelect />;
    case 'rows':
      return null;
  }
}

/** Entries within an entry, each in a frame of its own. */
function RowsField({ field: { form, title }, path, pack }: EntryFieldProps) {
  if (form.kind !== 'rows') return null;
  return (
    <Form.Item label={title}>
      <Form.List name={[...path]}>
        {(rows, { add, remove, move }) => (
          <>
            {rows.map(({ key, name }, index) => (
              <div key={key} className="pack-row">
                <div className="pack-row-head">
                  <span className="quiet">第{index + 1}条</span>
                  <Space size={0}>
                    <Button type="link" size="small" disabled={index === 0} onClick={() => move(index, index - 1)}>
                      上移
                    </Button>
                    <Button type="link" size="small" danger onClick={() => remove(name)}>
                      删除
                    </Button>
                  </Space>
                </div>
                <Form.Item name={[name, 'id']} hidden>
                  <Input />
                </Form.Item>
                {form.fields.map((within) => (
                  <EntryField key={within.key} field={within} path={[name, within.key]} pack={pack} />
                ))}
              </div>
            ))}
            <Button size="small" onClick={() => add(blankRow(form.fields))}>
              新增{form.unit}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

function blankRow(fields: readonly Field[]): Entry {
  return Object.fromEntries(fields.flatMap(({ key, form }) => (form.kind === 'yes' ? [[key, false]] : [])));
}

/** The levels of the list as they are typed; one just added can be chosen after it was saved. */
function LevelSelect(given: { readonly value?: string; readonly onChange?: (id: string) => void }) {
  const levels = (Form.useWatch('levels') ?? []) as readonly { id?: string; name?: string }[];
  const options = levels.flatMap(({ id, name }) => (id === undefined ? [] : [{ value: id, label: name }]));
  return <Select {...given} allowClear options={options} placeholder="不分级别；新级别保存后可选" />;
}

function optionsOf(options: Readonly<Record<string, string>>) {
  return Object.entries(options).map(([value, label]) => ({ value, label }));
}

function gradesOf({ grades }: VersionDetail['pack']) {
  return grades.map(({ grade, title }) => ({ value: grade, label: title }));
}

function entriesIn(pack: VersionDetail['pack'], chapter: 'models' | 'ratioPresets') {
  return chapter === 'models'
    ? pack.models.map(({ id, title }) => ({ value: id, label: title }))
    : pack.ratioPresets.map(({ id, name }) => ({ value: id, label: name }));
}
