import { Checkbox, Form, Select, Spin } from 'antd';
import { tidyPoolFilter } from '../../../shared/kernel/pool-filter.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { PoolCount } from './pool-count.tsx';
import { PoolFilterFields } from './pool-filter-fields.tsx';
import { QuotaFields } from './quota-fields.tsx';
import { RoundsField } from './rounds-field.tsx';
import { TaskHeadFields, TaskTextFields } from './task-text-fields.tsx';
import { type PoolValues, poolQuestion, poolValues, quotaOf, type TaskTexts, textsOf } from './task-values.ts';
import { type NewTaskInput, type TaskDraft, useCreateTasks, useFurtherItems, useTaskDraft } from './tasks.queries.ts';
import { useTellNumbers } from './use-tell-numbers.tsx';

interface Values extends TaskTexts {
  /** One a clause of the quota, in the plan's order. */
  readonly classes: readonly (PoolValues & { readonly isWanted: boolean })[];
  readonly rounds: readonly string[];
  readonly furtherItemIds: readonly number[];
}

interface TaskFormProps {
  readonly itemId: number;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** 下达任务: filled in from the plan's item, clause by clause; the count of objects is shown before anything is frozen. */
export function TaskForm({ itemId, onDone, onCancel }: TaskFormProps) {
  const found = useTaskDraft(itemId);
  const [form] = Form.useForm<Values>();
  const tell = useTellNumbers();
  const create = useCreateTasks({
    quiet: true,
    onDone: (tasks) => {
      onDone();
      tell('已下达任务', tasks);
    },
  });
  if (found.data === undefined) return <Spin />;
  const { draft, texts, reading } = found.data;
  const clauses = draft.quotas.length === 0 ? [null] : draft.quotas;
  const hasRounds = draft.rounds.length > 0;
  return (
    <CommandForm<Values>
      form={form}
      name="task"
      submit="下达任务"
      onCancel={onCancel}
      onSubmit={async (values) => create.run({ tasks: tasksOf(values, itemId, draft) })}
      initial={startOf(draft)}
    >
      <p className="quiet">
        计划原文：检查对象“{texts.objects}”，比例或数量“{texts.quota}”{reading !== null && `，读作“${reading}”`}。
        {clauses.length > 1 && '按类分列，每类一个任务，可以一次全部下达。'}
      </p>
      <TaskHeadFields isDated={!hasRounds} />
      {hasRounds && <RoundsField rounds={draft.rounds} />}
      <FurtherItemsField itemId={itemId} />
      {clauses.map((clause, index) => (
        <ClassFields
          key={clause?.of ?? ''}
          index={index}
          itemId={itemId}
          of={clauses.length > 1 ? (clause?.of ?? '') : ''}
          madeNumbers={clauses.length > 1 ? (clause?.madeNumbers ?? []) : []}
        />
      ))}
      <TaskTextFields />
    </CommandForm>
  );
}

interface ClassFieldsProps {
  readonly index: number;
  readonly itemId: number;
  /** The clause's words; empty where the item has but one. */
  readonly of: string;
  readonly madeNumbers: readonly string[];
}

function ClassFields({ index, itemId, of, madeNumbers }: ClassFieldsProps) {
  const form = Form.useFormInstance();
  const values: Partial<Values['classes'][number]> = Form.useWatch(['classes', index], form) ?? {};
  const jointDepartments: readonly string[] = Form.useWatch('jointDepartments', form) ?? [];
  const further: readonly number[] = Form.useWatch('furtherItemIds', form) ?? [];
  const isOpen = of === '' || values.isWanted === true;
  const planItemIds = [itemId, ...further];
  return (
    <>
      {of !== '' && (
        <Form.Item
          name={['classes', index, 'isWanted']}
          valuePropName="checked"
          extra={madeNumbers.length > 0 ? `已下达${madeNumbers.join('、')}` : undefined}
        >
          <Checkbox disabled={madeNumbers.length > 0}>下达“{of}”的任务</Checkbox>
        </Form.Item>
      )}
      {isOpen && (
        <>
          <PoolFilterFields
            name={['classes', index, 'poolFilter']}
            legend={of === '' ? '从名录中抽取的范围' : `“${of}”在名录中的范围`}
          />
          <QuotaFields base={['classes', index]} />
          <PoolCount of={poolQuestion(values, { jointDepartments, planItemIds })} />
        </>
      )}
    </>
  );
}

/** 综合查一次: items visited for in the same visit; their departments join. */
function FurtherItemsField({ itemId }: { readonly itemId: number }) {
  const items = useFurtherItems().data ?? [];
  const form = Form.useFormInstance<Values>();
  const join = (ids: readonly number[]) => {
    const departments = items.filter(({ id }) => ids.includes(id)).flatMap((item) => item.departments);
    const joined = [...new Set([...form.getFieldValue('jointDepartments'), ...departments])];
    form.setFieldValue('jointDepartments', joined);
  };
  return (
    <Form.Item
      name="furtherItemIds"
      label="同时检查的其他事项（综合查一次，不选为只查本项）"
      extra="通知书和记录表印出每一项；每一项都计入当年同一事项的检查次数；联合部门随之合并。"
    >
      <Select
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        onChange={join}
        options={items
          .filter(({ id }) => id !== itemId)
          .map(({ id, number, name, plan }) => ({ value: id, label: `第${number ?? '—'}项 ${name}（${plan}）` }))}
      />
    </Form.Item>
  );
}

function startOf(draft: TaskDraft): Partial<Values> {
  const classes = draft.quotas.map(({ quota, poolFilter, madeNumbers }) => ({
    ...poolValues(poolFilter ?? draft.poolFilter, quota),
    isWanted: madeNumbers.length === 0,
  }));
  return {
    title: draft.title,
    itemKind: draft.itemKind,
    jointDepartments: draft.jointDepartments,
    fromOn: draft.fromOn ?? '',
    toOn: draft.toOn ?? '',
    checkItems: draft.checkItems,
    checkFocus: draft.checkFocus,
    methods: draft.methods,
    basis: draft.basis,
    classes: classes.length === 0 ? [{ ...poolValues(draft.poolFilter, undefined), isWanted: true }] : classes,
    rounds: draft.rounds.filter(({ isDue, isPast }) => isDue && !isPast).map(({ title }) => title),
    furtherItemIds: [],
  };
}

/** One task a wanted class and chosen round; the title says which. */
function tasksOf(values: Values, planItemId: number, draft: TaskDraft): NewTaskInput[] {
  const { furtherItemIds } = values;
  const days = { fromOn: values.fromOn, toOn: values.toOn };
  const once = [{ title: '', ...days }];
  const chosen = draft.rounds.filter(({ title }) => values.rounds.includes(title));
  return (draft.rounds.length === 0 ? once : chosen).flatMap((round) =>
    values.classes.flatMap((pool, index) => {
      const several = draft.quotas.length > 1;
      if (several && !pool.isWanted) return [];
      const clause = draft.quotas[index]?.of;
      const which = [round.title, several ? (clause ?? '') : ''].filter((part) => part !== '').join('，');
      return [
        {
          ...textsOf(values),
          planItemId,
          title: which === '' ? values.title : `${values.title}（${which}）`.slice(0, 120),
          clause,
          round: round.title,
          fromOn: round.fromOn ?? '',
          toOn: round.toOn ?? '',
          poolFilter: tidyPoolFilter(pool.poolFilter),
          quota: quotaOf(pool) ?? { kind: 'count', count: 0 },
          furtherItemIds,
        },
      ];
    }),
  );
}
