import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, Input, Modal, Popconfirm, Space } from 'antd';
import { type PoolFilter, tidyPoolFilter } from '../../../shared/kernel/pool-filter.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { type Classes, useBindClass, useClasses, useClassSuggestions, useUnbindClass } from './plan-work.queries.ts';
import { PoolFilterFields } from './pool-filter-fields.tsx';

const operator = ['operator'] as const;

interface ClassLine {
  readonly name: string;
  readonly bound: Classes['bound'][number] | null;
  readonly usedIn: readonly string[];
}

/** 事项与计划 → 对象类别: what plans call 医疗机构、药店、获证企业, as filters of the roster. `bind` in the address opens one. */
export function ClassesPage() {
  const classes = useClasses().data;
  const params = useListParams({ size: 100 });
  const [open, show] = useOpenClass();
  const lines = classes === undefined ? undefined : linesOf(classes);
  const line = lines?.find(({ name }) => name === open);
  const addButton = (
    <ActionButton type="primary" may={operator} onClick={() => show('')}>
      增加类别
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title="对象类别"
        note="计划中写的医疗机构、药店、获证企业等，各对应名录中的哪些对象。绑定一次，各年计划都按它计算户数（细则第八条）。"
        actions={addButton}
      />
      <DataTable<ClassLine>
        name="plans.classes"
        title="对象类别"
        rows={lines}
        rowKey={({ name }) => name}
        params={params}
        searchHint="类别、名录范围"
        onRow={({ name }) => show(name)}
        empty={
          <EmptyState text="还没有类别。导入或编制计划后，计划中写到的类别列在这里，逐个绑定。" action={addButton} />
        }
        filters={[
          {
            key: 'bound',
            label: '绑定',
            options: [
              { value: 'no', label: '未绑定' },
              { value: 'yes', label: '已绑定' },
            ],
            of: ({ bound }) => (bound === null ? 'no' : 'yes'),
          },
        ]}
        columns={[
          { key: 'name', title: '类别', width: 240, value: ({ name }) => name },
          {
            key: 'filter',
            title: '名录范围',
            width: 320,
            value: ({ bound }) => bound?.words ?? '未绑定',
            render: ({ bound }) => (bound === null ? <span className="overdue">未绑定</span> : bound.words),
          },
          { key: 'size', title: '名录中户数', width: 100, align: 'right', value: ({ bound }) => bound?.size ?? null },
          { key: 'used', title: '出现在', width: 240, value: ({ usedIn }) => usedIn.join('、') },
          { key: 'by', title: '绑定人', width: 100, isOptional: true, value: ({ bound }) => bound?.boundBy ?? '' },
        ]}
      />
      <Modal
        open={open !== null}
        title={line?.bound == null ? '绑定对象类别' : '改绑对象类别'}
        width={760}
        footer={null}
        onCancel={() => show(null)}
        destroyOnHidden
      >
        {open !== null && <BindForm key={open} name={open} bound={line?.bound ?? null} onDone={() => show(null)} />}
      </Modal>
    </>
  );
}

interface BindFormProps {
  readonly name: string;
  readonly bound: ClassLine['bound'];
  readonly onDone: () => void;
}

interface Values {
  readonly name: string;
  readonly poolFilter: PoolFilter;
}

function BindForm({ name, bound, onDone }: BindFormProps) {
  const [form] = Form.useForm<Values>();
  const bind = useBindClass({ quiet: true, done: '已绑定。', onDone });
  const unbind = useUnbindClass({ done: '已解除绑定。', onDone });
  return (
    <CommandForm<Values>
      form={form}
      submit="绑定"
      onCancel={onDone}
      initial={{ name, poolFilter: bound?.poolFilter ?? {} }}
      onSubmit={(values) => bind.run({ name: values.name, poolFilter: tidyPoolFilter(values.poolFilter ?? {}) })}
    >
      <Form.Item
        name="name"
        label="类别（与计划中的写法一致；全角半角、空格不计）"
        rules={[{ required: true, whitespace: true, message: '请填写类别' }]}
      >
        <Input maxLength={60} readOnly={name !== ''} />
      </Form.Item>
      {name !== '' && (
        <Suggestions
          name={name}
          onTake={(poolFilter) => form.setFieldsValue({ poolFilter: { ...noFilter, ...poolFilter } })}
        />
      )}
      <PoolFilterFields name="poolFilter" legend="对应名录中的对象" isCounted />
      {bound !== null && (
        <Popconfirm
          title={`解除“${name}”的绑定？`}
          description="计划中这一类的户数不再计算，可以随时重新绑定。"
          okText="解除"
          cancelText="不解除"
          onConfirm={() => void unbind.run({ name })}
        >
          <ActionButton may={operator} danger style={{ marginBottom: 12 }}>
            解除绑定
          </ActionButton>
        </Popconfirm>
      )}
    </CommandForm>
  );
}

/** Every part open, so that a suggestion replaces what was chosen before. */
const noFilter = {
  aboveScale: undefined,
  isKey: undefined,
  kinds: [],
  townships: [],
  industries: [],
  tags: [],
  licences: [],
  nameHas: '',
};

function Suggestions({ name, onTake }: { readonly name: string; readonly onTake: (filter: PoolFilter) => void }) {
  const found = useClassSuggestions(name).data ?? [];
  if (found.length === 0) return null;
  return (
    <Space wrap size={8} style={{ marginBottom: 12 }}>
      <span className="quiet">建议：</span>
      {found.map(({ poolFilter, words, size }) => (
        <Button key={words} size="small" onClick={() => onTake(poolFilter)}>
          {words}（{size}户）
        </Button>
      ))}
    </Space>
  );
}

/** Unbound ones first: they are what is to be done. */
function linesOf({ bound, unbound }: Classes): readonly ClassLine[] {
  return [
    ...unbound.map(({ name, usedIn }) => ({ name, usedIn, bound: null })),
    ...bound.map((one) => ({ name: one.name, usedIn: one.usedIn, bound: one })),
  ];
}

function useOpenClass(): readonly [open: string | null, show: (name: string | null) => void] {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  const show = (name: string | null) => {
    const { bind: _, ...rest } = search;
    void navigate({ to: '.', search: name === null ? rest : { ...rest, bind: name } });
  };
  return [search.bind ?? null, show];
}
