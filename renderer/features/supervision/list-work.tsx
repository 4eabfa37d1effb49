import { Space } from 'antd';
import { useState } from 'react';
import { defenceOutcomes, removalReasons } from '../../../shared/features/supervision/lists.ts';
import { dueStep, serviceManners } from '../../../shared/features/supervision/steps.ts';
import { type Role, useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { type ListLine, useListOptions, useListSteps } from './lists.queries.ts';
import { optionsOf, type StepField, StepForm } from './step-form.tsx';

type Work = 'serve' | 'hear' | 'decide' | 'publish' | 'tell' | 'remove' | 'decide-removal' | 'clear';

const operator: readonly Role[] = ['operator'];
const leader: readonly Role[] = ['leader'];

export const serviceFields: readonly StepField[] = [
  { name: 'servedOn', label: '送达日期', kind: 'day' },
  { name: 'manner', label: '送达方式', kind: 'choice', options: optionsOf(serviceManners) },
  { name: 'receiver', label: '签收人', kind: 'text' },
];

/** What can be done with an entry now; a step of another role stays visible and says whose it is. */
export function ListWork({ entry }: { readonly entry: ListLine }) {
  const [work, setWork] = useState<Work | null>(null);
  const steps = useListSteps();
  const { account } = useSession();
  const due = dueStep(entry.steps)?.id ?? null;
  const isOn = ['listed', 'published'].includes(entry.state);
  const own = entry.proposedById === account?.id ? '自己提出的，不能自己决定' : null;
  const removal = entry.removals.find(({ decision }) => decision === null);
  const ownRemoval = removal?.proposedById === account?.id ? '自己提出的，不能自己决定' : null;
  return (
    <Space wrap className="form-refusal">
      {due === 'notify' && (
        <ActionButton type="primary" may={operator} onClick={() => void steps.notify.run({ entryId: entry.id })}>
          制作告知书
        </ActionButton>
      )}
      {due === 'serve' && (
        <ActionButton type="primary" may={operator} onClick={() => setWork('serve')}>
          登记送达
        </ActionButton>
      )}
      {due === 'hear' && (
        <ActionButton type="primary" may={operator} onClick={() => setWork('hear')}>
          登记陈述申辩
        </ActionButton>
      )}
      {entry.decision === null && (
        <ActionButton
          type={due === 'decide' ? 'primary' : 'default'}
          may={leader}
          barred={own}
          onClick={() => setWork('decide')}
        >
          {due === 'decide' ? '作出决定' : '不予列入'}
        </ActionButton>
      )}
      {entry.state === 'listed' && (
        <ActionButton type="primary" may={operator} onClick={() => setWork('publish')}>
          登记公示
        </ActionButton>
      )}
      {isOn && (
        <>
          <TellButton entry={entry} onTell={() => setWork('tell')} />
          <ActionButton may={operator} onClick={() => setWork('remove')}>
            提出移出
          </ActionButton>
        </>
      )}
      {removal !== undefined && (
        <ActionButton type="primary" may={leader} barred={ownRemoval} onClick={() => setWork('decide-removal')}>
          决定移出
        </ActionButton>
      )}
      {entry.state === 'clearing' && (
        <ActionButton type="primary" may={operator} onClick={() => setWork('clear')}>
          登记消除影响
        </ActionButton>
      )}
      {work !== null && <WorkForm entry={entry} work={work} onClose={() => setWork(null)} />}
    </Space>
  );
}

function TellButton({ entry, onTell }: { readonly entry: ListLine; readonly onTell: () => void }) {
  const list = useListOptions().data?.lists.find(({ id }) => id === entry.listId);
  const barred = list !== undefined && list.jointMeasures.length === 0 ? '规则包中这一名单没有联合措施' : null;
  return (
    <ActionButton may={operator} barred={barred} onClick={onTell}>
      登记通报联合措施
    </ActionButton>
  );
}

interface WorkFormProps {
  readonly entry: ListLine;
  readonly work: Work;
  readonly onClose: () => void;
}

function WorkForm({ entry, work, onClose }: WorkFormProps) {
  const steps = useListSteps();
  const { today } = useSession();
  const { id: entryId, ground, listName, defenceDays } = entry;
  const article = `（${ground.article}）`;
  const common = { onClose };
  switch (work) {
    case 'serve':
      return (
        <StepForm<Omit<Parameters<typeof steps.serve.run>[0], 'entryId'>>
          {...common}
          title="登记送达告知书"
          note={`自送达的次日起，当事人有${defenceDays}个工作日陈述申辩${article}。`}
          submit="登记送达"
          fields={serviceFields}
          initial={{ servedOn: today, manner: 'direct' }}
          onSubmit={(values) => steps.serve.run({ ...values, entryId })}
        />
      );
    case 'hear':
      return (
        <StepForm<Omit<Parameters<typeof steps.hear.run>[0], 'entryId'>>
          {...common}
          title="登记陈述申辩"
          note={`期限到${entry.service?.defenceUntil ?? ''}为止${article}。期满没有提出的，才能记为逾期未提出。`}
          submit="登记陈述申辩"
          fields={defenceFields}
          onSubmit={(values) => steps.hear.run({ ...values, entryId })}
        />
      );
    case 'decide':
      return (
        <StepForm<Omit<Parameters<typeof steps.decide.run>[0], 'entryId'>>
          {...common}
          title={`决定列入${listName}`}
          note={`列入后形成一条信用记录，信用等级随之重新评定${article}。`}
          submit="作出决定"
          fields={[
            {
              name: 'outcome',
              label: '决定',
              kind: 'choice',
              options: [
                ...(dueStep(entry.steps)?.id === 'decide' ? [{ value: 'listed', label: '列入' }] : []),
                { value: 'not-listed', label: '不予列入' },
              ],
            },
            { name: 'opinion', label: '决定意见（写入决定书）', kind: 'long' },
          ]}
          onSubmit={(values) => steps.decide.run({ ...values, entryId })}
        />
      );
    case 'publish':
      return (
        <StepForm<Omit<Parameters<typeof steps.publish.run>[0], 'entryId'>>
          {...common}
          title="登记公示"
          note="公示只写名称、代码、名单、情形、决定文号和日期；不公示身份证号和信用等级。"
          submit="登记公示"
          fields={[
            { name: 'publishedOn', label: '公示日期', kind: 'day' },
            { name: 'place', label: '公示处所（网站或地址）', kind: 'text' },
          ]}
          initial={{ publishedOn: today }}
          onSubmit={(values) => steps.publish.run({ ...values, entryId })}
        />
      );
    case 'tell':
      return <TellForm entry={entry} onClose={onClose} />;
    case 'remove':
      return (
        <StepForm<Omit<Parameters<typeof steps.proposeRemoval.run>[0], 'entryId'>>
          {...common}
          title={`提出移出${listName}`}
          note="因信用修复移出的，请在“信用修复”中办理，批准后同时移出。"
          submit="提出移出"
          fields={[
            {
              name: 'reason',
              label: '移出原因',
              kind: 'choice',
              options: optionsOf(removalReasons).filter(({ value }) => value !== 'repaired'),
            },
            { name: 'facts', label: '移出的理由', kind: 'long' },
          ]}
          onSubmit={(values) => steps.proposeRemoval.run({ ...values, entryId })}
        />
      );
    case 'decide-removal':
      return <DecideRemovalForm entry={entry} onClose={onClose} />;
    case 'clear':
      return <ClearForm entry={entry} onClose={onClose} />;
  }
}

const defenceFields: readonly StepField[] = [
  { name: 'outcome', label: '结果', kind: 'choice', options: optionsOf(defenceOutcomes) },
  { name: 'receivedOn', label: '收到日期', kind: 'day', when: ({ outcome }) => outcome !== 'none' },
  { name: 'statement', label: '陈述申辩的内容', kind: 'long', when: ({ outcome }) => outcome !== 'none' },
  { name: 'opinion', label: '审查意见（写入决定书）', kind: 'long' },
];

function TellForm({ entry, onClose }: { readonly entry: ListLine; readonly onClose: () => void }) {
  const { tell } = useListSteps();
  const { today } = useSession();
  const options = useListOptions().data;
  const list = options?.lists.find(({ id }) => id === entry.listId);
  const measures = list?.jointMeasures ?? [];
  const departments = options?.departments ?? [];
  const hint = departments.length === 0 ? undefined : `规则包中有：${departments.join('、')}`;
  return (
    <StepForm<Omit<Parameters<typeof tell.run>[0], 'entryId'>>
      title="登记通报联合措施"
      note={`通报哪个部门、在哪些领域采取措施（${list?.article ?? ''}）。`}
      submit="登记通报"
      fields={[
        {
          name: 'measureIds',
          label: '领域和措施',
          kind: 'several',
          options: measures.map(({ id, field, text }) => ({ value: id, label: `${field}：${text}` })),
        },
        { name: 'department', label: '通报的部门', kind: 'text', hint },
        { name: 'toldOn', label: '通报日期', kind: 'day' },
      ]}
      initial={{ toldOn: today, measureIds: measures.map(({ id }) => id) }}
      onSubmit={(values) => tell.run({ ...values, entryId: entry.id })}
      onClose={onClose}
    />
  );
}

function DecideRemovalForm({ entry, onClose }: { readonly entry: ListLine; readonly onClose: () => void }) {
  const { decideRemoval } = useListSteps();
  const removal = entry.removals.find(({ decision }) => decision === null);
  if (removal === undefined) return null;
  return (
    <StepForm<Omit<Parameters<typeof decideRemoval.run>[0], 'removalId'>>
      title={`决定移出${entry.listName}`}
      note={`${removal.proposedBy}以“${removalReasons[removal.reason]}”提出：${removal.facts}移出的同时停止公示、解除联合措施，历史留存。`}
      submit="作出决定"
      fields={[
        {
          name: 'outcome',
          label: '决定',
          kind: 'choice',
          options: [
            { value: 'removed', label: '移出' },
            { value: 'kept', label: '不予移出' },
          ],
        },
        { name: 'opinion', label: '决定意见（写入决定书）', kind: 'long' },
      ]}
      onSubmit={(values) => decideRemoval.run({ ...values, removalId: removal.id })}
      onClose={onClose}
    />
  );
}

export const clearFields: readonly StepField[] = [
  { name: 'clearedOn', label: '日期', kind: 'day' },
  { name: 'what', label: '消除影响的办法（撤下公示、更正说明等）', kind: 'long' },
  { name: 'told', label: '已告知的部门、媒体和当事人', kind: 'text' },
];

function ClearForm({ entry, onClose }: { readonly entry: ListLine; readonly onClose: () => void }) {
  const { clear } = useListSteps();
  const { today } = useSession();
  const removalId = entry.removals.at(-1)?.id ?? 0;
  return (
    <StepForm<Omit<Parameters<typeof clear.run>[0], 'removalId'>>
      title="登记消除影响"
      note="对错误采取联合惩戒的行为，要及时消除不良影响（陈巴尔虎旗方案第三部分第11项）。"
      submit="登记消除影响"
      fields={clearFields}
      initial={{ clearedOn: today }}
      onSubmit={(values) => clear.run({ ...values, removalId })}
      onClose={onClose}
    />
  );
}
