import { Alert, Checkbox, Form, Input, InputNumber, Radio, Select, Spin } from 'antd';
import { itemKinds, itemKindTitles, type PoolFilter, type TaskQuota } from '../../../shared/features/plans/task.ts';
import { tidyPoolFilter } from '../../../shared/kernel/pool-filter.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { useCreateTask, usePlanDepartments, useTaskDraft, useTaskPool } from './plans.queries.ts';
import { PoolFilterFields } from './pool-filter-fields.tsx';

interface Values {
  readonly title: string;
  readonly itemKind: (typeof itemKinds)[number];
  readonly poolFilter: PoolFilter;
  readonly quotaKind: TaskQuota['kind'];
  readonly count: number | null;
  /** Per cent, at most two decimals. */
  readonly percent: number | null;
  readonly atLeast: boolean;
  readonly jointDepartments: readonly string[];
  readonly fromOn: string;
  readonly toOn: string;
  readonly checkItems: string;
  readonly checkFocus: string;
  readonly methods: readonly string[];
  readonly basis: string;
}

const methods = ['实地核查', '书面检查', '行政部门结果或专业意见', '检验检测', '网络监测', '委托专业机构'];

interface TaskFormProps {
  readonly itemId: number;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** 下达任务: filled in from the plan's item; the count of objects is shown before anything is frozen. */
export function TaskForm({ itemId, onDone, onCancel }: TaskFormProps) {
  const found = useTaskDraft(itemId);
  const departments = usePlanDepartments();
  const [form] = Form.useForm<Values>();
  const create = useCreateTask({ quiet: true, done: ({ number }) => `已下达任务 ${number}`, onDone });
  if (found.data === undefined) return <Spin />;
  const { draft, texts, reading } = found.data;
  const first = draft.quotas[0]?.quota;
  return (
    <CommandForm<Values>
      form={form}
      name="task"
      submit="下达任务"
      onCancel={onCancel}
      onSubmit={async (values) => create.run({ planItemId: itemId, ...taskOf(values) })}
      initial={{
        title: draft.title,
        itemKind: draft.itemKind,
        poolFilter: draft.poolFilter,
        quotaKind: first?.kind ?? 'count',
        count: first?.kind === 'count' ? first.count : null,
        percent: first?.kind === 'ratio' ? first.bp / 100 : null,
        atLeast: first?.kind === 'ratio' && first.atLeast,
        jointDepartments: draft.jointDepartments,
        fromOn: draft.fromOn ?? '',
        toOn: draft.toOn ?? '',
        checkItems: draft.checkItems,
        checkFocus: draft.checkFocus,
        methods: draft.methods,
        basis: draft.basis,
      }}
    >
      <p className="quiet">
        计划原文：检查对象“{texts.objects}”，比例或数量“{texts.quota}”{reading !== null && `，读作“${reading}”`}。
        {draft.quotas.length > 1 && `按类分列，请分别下达任务：${draft.quotas.map(({ of }) => of).join('；')}。`}
      </p>
      <Form.Item name="title" label="任务名称" rules={[{ required: true, message: '请填写任务名称' }]}>
        <Input maxLength={120} />
      </Form.Item>
      <div className="field-grid">
        <Form.Item name="itemKind" label="事项类别（细则第五条）">
          <Radio.Group options={itemKinds.map((value) => ({ value, label: itemKindTitles[value] }))} />
        </Form.Item>
        <Form.Item name="jointDepartments" label="联合部门">
          <Select
            mode="multiple"
            options={(departments.data ?? []).map(({ name, short }) => ({
              value: short,
              label: `${short}（${name}）`,
            }))}
          />
        </Form.Item>
        <Form.Item name="fromOn" label="开始日期" rules={[{ required: true, message: '请选择开始日期' }]}>
          <DayInput />
        </Form.Item>
        <Form.Item name="toOn" label="结束日期" rules={[{ required: true, message: '请选择结束日期' }]}>
          <DayInput />
        </Form.Item>
      </div>
      <PoolFilterFields name="poolFilter" legend="从名录中抽取的范围" />
      <QuotaFields />
      <PoolCount itemId={itemId} />
      <Form.Item name="methods" label="检查方式" rules={[{ required: true, message: '请选择检查方式' }]}>
        <Select mode="tags" options={methods.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item
        name="checkItems"
        label="抽查事项（印在通知书上）"
        rules={[{ required: true, message: '请填写抽查事项' }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2_000} />
      </Form.Item>
      <Form.Item name="checkFocus" label="检查重点">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4_000} />
      </Form.Item>
      <Form.Item name="basis" label="执法依据（印在通知书上）" rules={[{ required: true, message: '请填写执法依据' }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1_000} />
      </Form.Item>
    </CommandForm>
  );
}

function QuotaFields() {
  const kind = Form.useWatch<TaskQuota['kind']>('quotaKind');
  return (
    <div className="quota-fields">
      <Form.Item name="quotaKind" label="抽查数量">
        <Radio.Group
          options={[
            { value: 'count', label: '按户数' },
            { value: 'ratio', label: '按比例' },
          ]}
        />
      </Form.Item>
      {kind === 'ratio' ? (
        <>
          <Form.Item name="percent" label="比例" rules={[{ required: true, message: '请填写比例' }]}>
            <InputNumber min={0.01} max={100} precision={2} suffix="%" style={{ width: 130 }} />
          </Form.Item>
          <Form.Item name="atLeast" label=" " valuePropName="checked">
            <Checkbox>不少于（各等级合计不得低于此数）</Checkbox>
          </Form.Item>
        </>
      ) : (
        <Form.Item name="count" label="户数" rules={[{ required: true, message: '请填写户数' }]}>
          <InputNumber min={1} max={999_999} precision={0} suffix="户" style={{ width: 130 }} />
        </Form.Item>
      )}
    </div>
  );
}

/** How many objects the range holds, and how many the quota asks of them: small pools round up. */
function PoolCount({ itemId }: { readonly itemId: number }) {
  const values = Form.useWatch<Partial<Values>>([]) ?? {};
  const preview = useTaskPool({
    of: {
      poolFilter: tidyPoolFilter(values.poolFilter ?? {}),
      quota: quotaOf(values),
      jointDepartments: values.jointDepartments ?? [],
      planItemIds: [itemId],
      objectIds: [],
    },
  }).data;
  if (preview === undefined) return null;
  const asked = preview.asked === null ? '' : `，抽取${preview.asked}户`;
  const text = `名录中在此范围内的有${preview.size}户${asked}（比例向上取整；因次数上限等原因排除的，冻结名单时再扣除）。`;
  return <Alert className="form-refusal" type={preview.size === 0 ? 'warning' : 'info'} showIcon title={text} />;
}

function taskOf(values: Values) {
  const { title, itemKind, jointDepartments, fromOn, toOn, checkItems, checkFocus, basis } = values;
  const quota = quotaOf(values) ?? { kind: 'count' as const, count: 0 };
  return {
    ...{ title, itemKind, jointDepartments, fromOn, toOn, checkItems, checkFocus, basis, quota },
    methods: values.methods,
    poolFilter: tidyPoolFilter(values.poolFilter),
  };
}

function quotaOf({ quotaKind, count, percent, atLeast }: Partial<Values>): TaskQuota | null {
  if (quotaKind === 'count') return count == null || count < 1 ? null : { kind: 'count', count: Math.floor(count) };
  if (percent == null || percent <= 0 || percent > 100) return null;
  return { kind: 'ratio', bp: Math.round(percent * 100), atLeast: atLeast === true };
}
