import { Alert, Drawer, Space } from 'antd';
import { useState } from 'react';
import { dueStep } from '../../../shared/features/supervision/steps.ts';
import { talkResults } from '../../../shared/features/supervision/talks.ts';
import { STANDING_WORDS } from '../../../shared/kernel/pack-basis.ts';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Attachments } from '../../ui/attachments.tsx';
import { Facts } from '../../ui/facts.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { serviceFields } from './list-work.tsx';
import { RecordTalkForm } from './record-talk-form.tsx';
import { optionsOf, StepForm } from './step-form.tsx';
import { StepTimeline } from './step-timeline.tsx';
import { type TalkLine, useTalkSteps } from './talks.queries.ts';

const operator = ['operator'] as const;

/** One 约谈: its notice, the steps taken and the one due, what was asked, answered and demanded. */
export function TalkDrawer({ talk, onClose }: { readonly talk: TalkLine; readonly onClose: () => void }) {
  const { openPdf } = useFiles();
  const { record, advice } = talk;
  const mayFollow = advice !== null;
  return (
    <Drawer open size={820} onClose={onClose} title={`${talk.kind.name}：${talk.objectName}`}>
      {advice !== null && (
        <Alert
          className="form-refusal"
          type="warning"
          showIcon
          title={advice}
          action={
            talk.state === 'not-done' ? (
              <PathLink path={`/supervision/lists?new=1&object=${talk.objectId}`}>提出列入名单</PathLink>
            ) : undefined
          }
        />
      )}
      <TalkWork talk={talk} mayFollow={mayFollow} />
      <Facts
        facts={[
          ['文号', talk.number],
          ['状态', talk.stateTitle],
          ['统一社会信用代码', talk.objectCode],
          ['条款', `${talk.kind.article}（${STANDING_WORDS[talk.kind.standing]}）`],
          ['事由', talk.reason],
          ['认定部门', talk.determinedBy],
          ['约谈时间', `${talk.meetOn} ${talk.meetAt}`],
          ['地点', talk.place],
          ['参加人员', talk.attendees],
          ['联系人', talk.contact],
          ['接续', talk.follows ?? ''],
          ['后续约谈', talk.followedBy ?? ''],
        ]}
      />
      <section className="drawer-part">
        <h2>办理步骤</h2>
        <StepTimeline steps={talk.steps} />
      </section>
      {record !== null && (
        <section className="drawer-part">
          <h2>约谈记录</h2>
          {record.questions.map(({ asked, answered }) => (
            <p key={`${asked} ${answered}`}>
              问：{asked}
              <br />
              答：{answered}
            </p>
          ))}
          {record.rectifyBy !== null && (
            <p>
              整改要求（{record.rectifyBy}以前）：{record.demands}
            </p>
          )}
          {record.recordId !== null && <p className="quiet">已记入信用记录。</p>}
        </section>
      )}
      <section className="drawer-part">
        <h2>文书</h2>
        <Space wrap>
          <ActionButton onClick={() => openPdf(`supervision/talks/${talk.id}/notice.pdf`)}>打印通知书</ActionButton>
          <ActionButton
            barred={record === null ? '还没有约谈记录' : null}
            onClick={() => openPdf(`supervision/talks/${talk.id}/record.pdf`)}
          >
            打印约谈记录
          </ActionButton>
        </Space>
      </section>
      <section className="drawer-part">
        <h2>附件</h2>
        <Attachments subject="talk" id={talk.id} wanted="送达回证、签字的约谈记录、整改报告等" />
      </section>
    </Drawer>
  );
}

type Work = 'serve' | 'record' | 'miss' | 'close';

function TalkWork({ talk, mayFollow }: { readonly talk: TalkLine; readonly mayFollow: boolean }) {
  const [work, setWork] = useState<Work | null>(null);
  const due = dueStep(talk.steps)?.id ?? null;
  const stop = () => setWork(null);
  return (
    <Space wrap className="form-refusal">
      {due === 'serve' && (
        <ActionButton type="primary" may={operator} onClick={() => setWork('serve')}>
          登记送达
        </ActionButton>
      )}
      {due === 'hold' && (
        <>
          <ActionButton type="primary" may={operator} onClick={() => setWork('record')}>
            登记约谈记录
          </ActionButton>
          <ActionButton may={operator} onClick={() => setWork('miss')}>
            登记未到场
          </ActionButton>
        </>
      )}
      {due === 'check' && (
        <ActionButton type="primary" may={operator} onClick={() => setWork('close')}>
          核查整改
        </ActionButton>
      )}
      {mayFollow && <PathLink path={`/supervision/talks?follows=${talk.id}`}>再次通知约谈</PathLink>}
      {work === 'record' && <RecordTalkForm talk={talk} onClose={stop} />}
      {work !== null && work !== 'record' && <WorkForm talk={talk} work={work} onClose={stop} />}
    </Space>
  );
}

interface WorkFormProps {
  readonly talk: TalkLine;
  readonly work: Exclude<Work, 'record'>;
  readonly onClose: () => void;
}

function WorkForm({ talk, work, onClose }: WorkFormProps) {
  const { serve, miss, close } = useTalkSteps();
  const { today } = useSession();
  const talkId = talk.id;
  if (work === 'serve') {
    return (
      <StepForm<Omit<Parameters<typeof serve.run>[0], 'talkId'>>
        title="登记送达约谈通知书"
        submit="登记送达"
        fields={serviceFields}
        initial={{ servedOn: today, manner: 'direct' }}
        onSubmit={(values) => serve.run({ ...values, talkId })}
        onClose={onClose}
      />
    );
  }
  if (work === 'miss') {
    return (
      <StepForm<Omit<Parameters<typeof miss.run>[0], 'talkId'>>
        title="登记未到场"
        note="如实记录未到场的情况；登记后可以再次通知约谈。"
        submit="登记未到场"
        fields={[
          { name: 'absentOn', label: '约定的日期', kind: 'day' },
          {
            name: 'isExcused',
            label: '理由',
            kind: 'choice',
            options: [
              { value: true, label: '有正当理由' },
              { value: false, label: '无正当理由' },
            ],
          },
          { name: 'note', label: '未到场的情况', kind: 'long' },
        ]}
        initial={{ absentOn: talk.meetOn }}
        onSubmit={(values) => miss.run({ ...values, talkId })}
        onClose={onClose}
      />
    );
  }
  return (
    <StepForm<Omit<Parameters<typeof close.run>[0], 'talkId'>>
      title="核查整改"
      note={`整改要求：${talk.record?.demands ?? ''}（期限${talk.record?.rectifyBy ?? ''}）`}
      submit="登记核查结果"
      fields={[
        { name: 'checkedOn', label: '核查日期', kind: 'day' },
        { name: 'outcome', label: '结果', kind: 'choice', options: optionsOf(talkResults) },
        { name: 'finding', label: '核查情况', kind: 'long' },
      ]}
      initial={{ checkedOn: today }}
      onSubmit={(values) => close.run({ ...values, talkId })}
      onClose={onClose}
    />
  );
}
