import { Alert, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useDeferredValue } from 'react';
import { directions } from '../../../shared/features/plans/own-plan.ts';
import type { PlanKind } from '../../../shared/features/plans/plan.ts';
import { PLAN_COLUMN_KEYS, PLAN_COLUMNS, type PlanColumn } from '../../../shared/features/plans/plan-columns.ts';
import type { ItemInput } from '../../../shared/features/plans/plan-schemas.ts';
import { itemKinds, itemKindTitles } from '../../../shared/features/plans/task.ts';
import type { CommandOutcome } from '../../api/use-command.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { estimateText, ItemFigures } from './item-figures.tsx';
import { useListItems, useTypedReading } from './plan-work.queries.ts';

interface ItemFormProps {
  readonly planId: number;
  readonly kind: PlanKind;
  /** What the form begins with; null for a new item. */
  readonly item: ItemInput | null;
  readonly submit: string;
  readonly onSubmit: (item: ItemInput) => Promise<CommandOutcome<unknown>>;
  readonly onCancel: () => void;
}

const emptyCells = Object.fromEntries(PLAN_COLUMN_KEYS.map((column) => [column, ''])) as Record<PlanColumn, string>;
const emptyOwn = { category: '', kind: null, direction: '不定向', basis: '' } as const;
const LONG: readonly PlanColumn[] = ['initiatorItems', 'participantItems', 'focus'];

/** An item of a plan, cell by cell, with the reading of its quota shown as one types. */
export function ItemForm({ planId, kind, item, submit, onSubmit, onCancel }: ItemFormProps) {
  const [form] = Form.useForm<ItemInput>();
  const empty: ItemInput = { cells: emptyCells, own: kind === 'own' ? emptyOwn : null, estimate: null };
  return (
    <CommandForm<ItemInput>
      form={form}
      name="plan-item"
      submit={submit}
      onCancel={onCancel}
      initial={item ?? empty}
      onSubmit={(values) => onSubmit(wholeOf(values, kind))}
    >
      {kind === 'own' ? <OwnFields isNew={item === null} planId={planId} /> : <JointFields planId={planId} />}
    </CommandForm>
  );
}

function OwnFields({ isNew, planId }: { readonly isNew: boolean; readonly planId: number }) {
  return (
    <>
      {isNew && <FromList />}
      <CellField column="name" label="抽查事项" isRequired />
      <div className="field-grid">
        <Form.Item name={['own', 'category']} label="抽查类别">
          <Input maxLength={60} placeholder="例如：安全生产" />
        </Form.Item>
        <CellField column="objects" label="检查对象" />
        <Form.Item name={['own', 'kind']} label="事项类别（细则第五条）">
          <Radio.Group options={itemKinds.map((value) => ({ value, label: itemKindTitles[value] }))} />
        </Form.Item>
        <Form.Item name={['own', 'direction']} label="定向或不定向">
          <Radio.Group options={directions.map((value) => ({ value, label: value }))} />
        </Form.Item>
        <CellField column="initiators" label="检查主体" />
        <CellField column="methods" label="检查方式" hint="实地核查、书面检查" />
        <CellField column="quota" label="抽查比例及频次" hint="5%、2家、每季度抽查2户" />
        <CellField column="period" label="检查时间" hint="3月至11月" />
      </div>
      <TypedReading planId={planId} kind="own" />
      <CellField column="initiatorItems" label="检查内容" />
      <Form.Item name={['own', 'basis']} label="检查依据">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1_000} />
      </Form.Item>
      <Estimate />
      <CellField column="remark" label="备注" />
    </>
  );
}

function JointFields({ planId }: { readonly planId: number }) {
  const short = PLAN_COLUMN_KEYS.filter((column) => column !== 'name' && !LONG.includes(column));
  return (
    <>
      <CellField column="name" label={PLAN_COLUMNS.name} />
      <div className="field-grid">
        {short.map((column) => (
          <CellField key={column} column={column} label={PLAN_COLUMNS[column]} />
        ))}
      </div>
      <TypedReading planId={planId} kind="joint" />
      {LONG.map((column) => (
        <CellField key={column} column={column} label={PLAN_COLUMNS[column]} />
      ))}
      <Estimate />
    </>
  );
}

interface CellFieldProps {
  readonly column: PlanColumn;
  readonly label: string;
  readonly hint?: string;
  readonly isRequired?: boolean;
}

function CellField({ column, label, hint, isRequired = false }: CellFieldProps) {
  const rules = isRequired ? [{ required: true, whitespace: true, message: `请填写${label}` }] : [];
  return (
    <Form.Item name={['cells', column]} label={label} rules={rules}>
      <Input.TextArea
        autoSize={{ minRows: LONG.includes(column) ? 2 : 1, maxRows: 8 }}
        maxLength={4_000}
        placeholder={hint}
      />
    </Form.Item>
  );
}

function Estimate() {
  return (
    <Form.Item name="estimate" label="预估抽查对象数（不填的，按名录推算）">
      <InputNumber min={0} max={999_999} precision={0} suffix="户" style={{ width: 150 }} />
    </Form.Item>
  );
}

/** Fills the form from an item of the list in force. */
function FromList() {
  const form = Form.useFormInstance<ItemInput>();
  const items = useListItems().data ?? [];
  if (items.length === 0) return null;
  return (
    <Form.Item label="从随机抽查事项清单选取（细则第五条；也可以直接填写）">
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="选取后可以再改"
        options={items.map(({ code, cells }) => ({ value: code, label: `${code} ${cells.name}` }))}
        onChange={(code: string) => {
          const { code: _, ...item } = items.find((one) => one.code === code) ?? {};
          form.setFieldsValue(item);
        }}
      />
    </Form.Item>
  );
}

/** The reading in words, what it asks of today's roster, or the part it stumbled on. */
function TypedReading({ planId, kind }: { readonly planId: number; readonly kind: PlanKind }) {
  const values = Form.useWatch<Partial<ItemInput>>([]) ?? {};
  const typed = useDeferredValue(wholeOf(values, kind));
  const read = useTypedReading({ planId, item: typed }).data;
  if (read == null || (typed.cells.quota.trim() === '' && typed.cells.period.trim() === '')) return null;
  const { reading, period, figures, problems } = read;
  const said = reading === null ? '' : `比例或数量读作“${reading}”，${estimateText({ ...figures, written: null })}。`;
  const when = period === null ? '' : `起止读作${period.fromOn} 至 ${period.toOn}。`;
  return (
    <>
      <Alert
        className="form-refusal"
        type={problems.length > 0 ? 'warning' : 'info'}
        showIcon
        title={`${said}${when}`}
        description={problems.length > 0 ? problems.join('') : undefined}
      />
      <ItemFigures figures={figures} />
    </>
  );
}

/** Fields that were not shown yet, or emptied, as the program takes them. */
function wholeOf({ cells, own, estimate }: Partial<ItemInput>, kind: PlanKind): ItemInput {
  return {
    cells: { ...emptyCells, ...definedOf(cells) },
    own: kind === 'own' ? { ...emptyOwn, ...definedOf(own ?? {}) } : null,
    estimate: estimate ?? null,
  };
}

function definedOf<T extends object>(fields: T | undefined): Partial<T> {
  return Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => value !== undefined)) as Partial<T>;
}
