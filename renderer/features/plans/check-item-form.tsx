import { AutoComplete, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useEffect } from 'react';
import { readItemQuota, sayItemQuota } from '../../../shared/features/plans/check-item-quota.ts';
import {
  type CheckItemEntry,
  type CheckItemField,
  checkItemTitles,
  usualMethods,
} from '../../../shared/features/plans/check-items.ts';
import { itemKinds, itemKindTitles } from '../../../shared/features/plans/task.ts';
import { quotaProblems } from '../../../shared/features/plans/warning-text.ts';
import { type PoolFilter, tidyPoolFilter } from '../../../shared/kernel/pool-filter.ts';
import { useSession } from '../../api/session.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { ChangeReasonFields, type ReasonValues, reasonIn } from './change-reason-fields.tsx';
import { type CheckItemLine, type ListVersion, useSaveItem, useSections } from './check-items.queries.ts';
import { PoolFilterFields } from './pool-filter-fields.tsx';

interface Values extends Omit<CheckItemEntry, 'filter'>, ReasonValues {
  readonly isBound: boolean;
  readonly filter: PoolFilter | null;
}

interface CheckItemFormProps {
  readonly version: ListVersion;
  /** Null writes a new one. */
  readonly item: CheckItemLine | null;
  /** Where to start writing, once the form is in place. */
  readonly field: CheckItemField | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const empty: CheckItemEntry = {
  ...{ name: '', kind: 'ordinary', objects: '', content: '', basis: '', methods: [], quota: '', frequency: '' },
  ...{ section: '', agency: '', inBatches: false, filter: null },
};

/** One item of the draft; a draft may leave fields open, 送审 may not. */
export function CheckItemForm({ version, item, field, onDone, onCancel }: CheckItemFormProps) {
  const { bureau } = useSession();
  const sections = useSections();
  const [form] = Form.useForm<Values>();
  const save = useSaveItem({ quiet: true, done: ({ code }) => `已保存 ${code}`, onDone });
  const { list, base, difference } = version;
  const entry = item ?? { ...empty, agency: bureau?.name ?? '' };
  const explained = difference?.items.find(({ code }) => code === item?.code)?.reasons.at(-1);
  useEffect(() => {
    if (field !== null) form.scrollToField(field, { focus: true, block: 'center' });
  }, [field, form]);
  const text = (name: 'objects' | 'section' | 'quota' | 'frequency' | 'agency', hint?: string) => (
    <Form.Item name={name} label={checkItemTitles[name]}>
      <Input placeholder={hint} />
    </Form.Item>
  );
  return (
    <CommandForm<Values>
      form={form}
      name="check-item"
      submit={item === null ? '新增事项' : '保存事项'}
      onCancel={onCancel}
      onSubmit={(values) =>
        save.run({ listId: list.id, code: item?.code ?? null, item: entryOf(values), because: reasonIn(values) })
      }
      initial={{
        ...entry,
        isBound: entry.filter !== null,
        filter: entry.filter ?? {},
        reason: explained?.reason ?? null,
        note: explained?.note ?? '',
      }}
    >
      <Form.Item
        name="name"
        label={checkItemTitles.name}
        rules={[{ required: true, whitespace: true, message: '请填写事项名称' }]}
      >
        <Input maxLength={120} autoFocus={item === null} />
      </Form.Item>
      <KindFields />
      {text('objects', '例如：规模以上工业企业')}
      <Form.Item name="content" label={checkItemTitles.content}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={2_000} />
      </Form.Item>
      <Form.Item name="basis" label={`${checkItemTitles.basis}（没有核对原文的注明“待核”）`}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2_000} />
      </Form.Item>
      <Form.Item name="methods" label={checkItemTitles.methods}>
        <Select
          mode="tags"
          tokenSeparators={['、', '，']}
          options={usualMethods.map((value) => ({ value, label: value }))}
        />
      </Form.Item>
      <div className="field-grid">
        {text('quota', '例如：不少于5%')}
        {text('frequency', '例如：每年1次')}
      </div>
      <Reading />
      <div className="field-grid">
        <Form.Item name="section" label={checkItemTitles.section}>
          <AutoComplete options={(sections.data ?? []).map((value) => ({ value }))} />
        </Form.Item>
        {text('agency')}
      </div>
      <BoundFilter />
      {base !== null && <ChangeReasonFields isOptional />}
    </CommandForm>
  );
}

/** 事项类别; only 重点检查事项 may be drawn in 批次顺序. */
function KindFields() {
  const form = Form.useFormInstance<Values>();
  const kind = Form.useWatch('kind', form);
  return (
    <>
      <Form.Item name="kind" label={`${checkItemTitles.kind}（细则第五条）`}>
        <Radio.Group
          options={itemKinds.map((value) => ({ value, label: itemKindTitles[value] }))}
          onChange={(event) => event.target.value === 'ordinary' && form.setFieldValue('inBatches', false)}
        />
      </Form.Item>
      <Form.Item name="inBatches" valuePropName="checked">
        <Checkbox disabled={kind === 'ordinary'}>
          随机确定检查批次顺序（重点检查事项比例不设上限，比例高的可用）
        </Checkbox>
      </Form.Item>
    </>
  );
}

/** What the quota reader makes of both texts, as they are typed. */
function Reading() {
  const quota = Form.useWatch<string | undefined>('quota') ?? '';
  const frequency = Form.useWatch<string | undefined>('frequency') ?? '';
  const reading = readItemQuota({ quota, frequency });
  if (quota.trim() === '' && frequency.trim() === '') return null;
  const said = sayItemQuota(reading);
  const { stumble } = reading;
  return (
    <p className="quiet">
      {said !== null && `读作：${said}。`}
      {stumble !== null &&
        `抽查比例读到“${stumble.part}”停下：${quotaProblems[stumble.reason]}；照原文公布，下达任务时填写数量。`}
      {frequency.trim() !== '' && reading.rounds === null && '频次读不懂，照原文公布。'}
    </p>
  );
}

/** 名录范围: which objects of the roster the item is about, with today's count. */
function BoundFilter() {
  const isBound = Form.useWatch<boolean | undefined>('isBound');
  return (
    <>
      <Form.Item name="isBound" valuePropName="checked">
        <Checkbox>与检查对象名录对应（下达任务时作为抽取范围）</Checkbox>
      </Form.Item>
      {isBound === true && <PoolFilterFields name="filter" legend={checkItemTitles.filter} isCounted />}
    </>
  );
}

function entryOf({ isBound, filter, reason: _reason, note: _note, ...item }: Values): CheckItemEntry {
  return { ...item, filter: isBound ? tidyPoolFilter(filter ?? {}) : null };
}
