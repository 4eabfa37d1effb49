import { Drawer, Form, Input, Radio, Select, Spin } from 'antd';
import { useState } from 'react';
import type { ProposedTask } from '../../../shared/features/plans/schemas.ts';
import { taskOriginTitles } from '../../../shared/features/plans/task.ts';
import { tidyPoolFilter } from '../../../shared/kernel/pool-filter.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { PoolCount } from './pool-count.tsx';
import { PoolFilterFields } from './pool-filter-fields.tsx';
import { QuotaFields } from './quota-fields.tsx';
import { TaskHeadFields, TaskTextFields } from './task-text-fields.tsx';
import { type PoolValues, poolQuestion, poolValues, quotaOf, type TaskTexts, textsOf } from './task-values.ts';
import { useObjectsLike, useProposalDraft, useProposeTask } from './tasks.queries.ts';
import { useTellNumbers } from './use-tell-numbers.tsx';

interface Values extends TaskTexts {
  readonly origin: ProposedTask['origin'];
  readonly source: ProposedTask['source'];
  /** named: 定向; drawn: by lot from a range. */
  readonly way: 'named' | 'drawn';
  readonly objectIds: readonly number[];
  readonly pool: PoolValues;
}

type CampaignStart = NonNullable<NonNullable<ReturnType<typeof useProposalDraft>['data']>['campaign']>;
type NamedObject = CampaignStart['objects'][number];

const origins = (['complaint', 'assigned', 'data'] as const).map((value) => ({
  value,
  label: taskOriginTitles[value],
}));
const needed = (message: string) => [{ required: true, message }];

interface ProposeDrawerProps {
  /** The 专项治理 the task is for. */
  readonly campaignId: number | null;
  readonly onClose: () => void;
}

/** 登记临时任务 (细则 第三条): what came in, whom it is about, what is inspected. */
export function ProposeDrawer({ campaignId, onClose }: ProposeDrawerProps) {
  const start = useProposalDraft(campaignId).data;
  const tell = useTellNumbers();
  const propose = useProposeTask({
    quiet: true,
    onDone: (task) => {
      onClose();
      tell('已登记临时任务', [task]);
    },
  });
  return (
    <Drawer open onClose={onClose} width={760} title="登记临时任务">
      {start === undefined ? (
        <Spin />
      ) : (
        <CommandForm<Values>
          name="proposal"
          submit="登记并报批"
          onCancel={onClose}
          onSubmit={async (values) => propose.run(taskOf(values, start.campaign?.id ?? null))}
          initial={{
            origin: 'complaint',
            way: 'named',
            objectIds: [],
            itemKind: 'key',
            jointDepartments: [],
            pool: poolValues({}, undefined),
            methods: ['实地核查'],
            checkFocus: '',
            fromOn: start.today,
            basis: start.basis,
            ...(start.campaign === null ? {} : ofCampaign(start.campaign, start.today)),
          }}
        >
          {start.campaign !== null && (
            <p>为专项治理“{start.campaign.name}”下达：默认检查还没有核查的各户，也可以从治理范围中随机抽取。</p>
          )}
          <p className="quiet">
            对投诉举报、转办交办、数据监测发现的具体问题（细则第三条）。登记时即编号，局领导批准后才能抽取（国办发〔2024〕54号，待核）。
          </p>
          <SourceFields />
          <TaskHeadFields />
          <AboutFields named={start.campaign?.objects ?? []} />
          <TaskTextFields />
        </CommandForm>
      )}
    </Drawer>
  );
}

function SourceFields() {
  return (
    <>
      <Form.Item name="origin" label="来源">
        <Radio.Group options={origins} />
      </Form.Item>
      <div className="field-grid">
        <Form.Item name={['source', 'reference']} label="来文文号或来电登记" rules={needed('请填写来文文号或来电登记')}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name={['source', 'receivedOn']} label="收到日期" rules={needed('请选择收到日期')}>
          <DayInput />
        </Form.Item>
        <Form.Item
          name={['source', 'handedBy']}
          label="转来单位或登记人（不写投诉人姓名、电话）"
          rules={needed('请填写转来单位或登记人')}
        >
          <Input maxLength={60} />
        </Form.Item>
      </div>
      <Form.Item name={['source', 'alleges']} label="反映的问题" rules={needed('请填写反映的问题')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1_000} />
      </Form.Item>
    </>
  );
}

/** Whom it is about: named objects, all of them inspected, or a range to draw from. */
function AboutFields({ named }: { readonly named: readonly NamedObject[] }) {
  const form = Form.useFormInstance<Values>();
  const way = Form.useWatch('way', form);
  const pool: Partial<PoolValues> = Form.useWatch('pool', form) ?? {};
  const objectIds = Form.useWatch('objectIds', form) ?? [];
  const jointDepartments = Form.useWatch('jointDepartments', form) ?? [];
  const of = { jointDepartments, planItemIds: [] };
  return (
    <>
      <Form.Item name="way" label="检查对象">
        <Radio.Group
          options={[
            { value: 'named', label: '定向：指定对象，全部检查，只抽取人员' },
            { value: 'drawn', label: '从名录中随机抽取' },
          ]}
        />
      </Form.Item>
      {way === 'named' ? (
        <>
          <ObjectsField named={named} />
          {objectIds.length > 0 && <PoolCount of={poolQuestion({}, { ...of, objectIds })} />}
        </>
      ) : (
        <>
          <PoolFilterFields name={['pool', 'poolFilter']} legend="从名录中抽取的范围" />
          <QuotaFields base={['pool']} />
          <PoolCount of={poolQuestion(pool, of)} />
        </>
      )}
    </>
  );
}

function ObjectsField({ named }: { readonly named: readonly NamedObject[] }) {
  const [text, setText] = useState('');
  const [known, setKnown] = useState<ReadonlyMap<number, string>>(
    () => new Map(named.map(({ id, name, code }) => [id, `${name}（${code}）`])),
  );
  const found = useObjectsLike(useSettled(text)).data?.lines ?? [];
  const options = found.map(({ id, name, code, status }) => ({
    value: id,
    label: `${name}（${code}${status === '存续' ? '' : `，${status}`}）`,
  }));
  const chosen = [...known].filter(([id]) => options.every(({ value }) => value !== id));
  return (
    <Form.Item
      name="objectIds"
      label="被反映的检查对象（输入名称、代码或拼音首字母查找）"
      rules={[{ required: true, type: 'array', min: 1, message: '请指定检查对象' }]}
    >
      <Select
        mode="multiple"
        showSearch={{ filterOption: false, onSearch: setText }}
        notFoundContent={text === '' ? '请输入要查找的对象' : '名录中没有找到，请先在检查对象名录中登记'}
        options={[...options, ...chosen.map(([value, label]) => ({ value, label }))]}
        onSelect={(_id: number, option: { value: number; label: string }) =>
          setKnown((old) => new Map(old).set(option.value, option.label))
        }
      />
    </Form.Item>
  );
}

/** What the campaign says of the task already. */
function ofCampaign({ name, goal, basis, filter, startedOn, toOn, objects }: CampaignStart, today: string) {
  return {
    title: `${name}检查`,
    origin: 'assigned',
    source: { reference: (basis || name).slice(0, 120), receivedOn: startedOn, handedBy: '', alleges: goal },
    way: objects.length > 0 ? 'named' : 'drawn',
    objectIds: objects.map(({ id }) => id),
    pool: poolValues(filter, undefined),
    toOn: toOn < today ? undefined : toOn,
  } as const;
}

function taskOf(values: Values, campaignId: number | null): ProposedTask {
  const isNamed = values.way === 'named';
  return {
    ...textsOf(values),
    origin: values.origin,
    source: values.source,
    objectIds: isNamed ? values.objectIds : [],
    poolFilter: isNamed ? {} : tidyPoolFilter(values.pool.poolFilter),
    quota: isNamed ? null : quotaOf(values.pool),
    campaignId,
  };
}
