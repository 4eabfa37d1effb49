import { useNavigate } from '@tanstack/react-router';
import { Drawer, Select, Space, Spin } from 'antd';
import { useState } from 'react';
import {
  measureKindTitles,
  measureOriginTitles,
  measureStateTitles,
} from '../../../shared/features/supervision/measure-rules.ts';
import { useSession } from '../../api/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Attachments } from '../../ui/attachments.tsx';
import { Deadline } from '../../ui/deadline.tsx';
import { Facts } from '../../ui/facts.tsx';
import { GradeTag } from '../../ui/grade-tag.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { minuteText } from '../../ui/when.ts';
import { AssignForm, FinishForm } from './measure-forms.tsx';
import { type MeasureDetail, useMeasure, useMeasureCommands, useTalksOf } from './measures.queries.ts';

const operator = ['operator'] as const;
const stepTitles = { assigned: '分派', talk: '关联约谈', done: '办结', reopened: '撤回', cancelled: '取消' } as const;

/** One measure of one enterprise: why, until when, by whom, what was done, its papers and history. */
export function MeasureDrawer({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const { data: task, isError } = useMeasure(id);
  return (
    <Drawer open size={760} onClose={onClose} title={isError ? '没有这项措施任务' : '措施任务'}>
      {task === undefined ? !isError && <Spin /> : <Loaded task={task} />}
    </Drawer>
  );
}

function Loaded({ task }: { readonly task: MeasureDetail }) {
  const { today } = useSession();
  const isOpen = task.state === 'open';
  return (
    <>
      <h2>
        {task.objectName} {task.grade !== null && <GradeTag grade={task.grade} />}
      </h2>
      <p className="quiet">
        {task.objectCode}
        {task.isKey && ' 重点企业'} <PathLink path={`/enterprises/${task.objectId}`}>查看企业</PathLink>
      </p>
      <Actions task={task} />
      <Facts
        facts={[
          ['措施', task.text],
          ['依据', task.article],
          ['类别', measureKindTitles[task.kind]],
          ['状态', measureStateTitles[task.state]],
          ['来源', `${measureOriginTitles[task.origin]}：${task.ground}`],
          ['开出日期', task.openedOn],
          ['期限', isOpen ? <Deadline key="due" on={task.dueOn} today={today} /> : (task.dueOn ?? '未定')],
          ['承办', [task.section, task.officerName ?? ''].filter((part) => part !== '').join(' ') || '未分派'],
        ]}
      />
      {task.cancelReason !== null && <p>取消理由：{task.cancelReason}</p>}
      {task.kind === 'talk' && <TalkPart task={task} />}
      {task.recordId !== null && (
        <section>
          <h2 className="drawer-part">办理记录</h2>
          <Facts
            facts={[
              ['办理日期', task.doneOn],
              ['办理人', task.doneBy],
              ['办理内容', task.what],
              ['办理结果', task.result],
            ]}
          />
          {task.together > 1 && <p className="quiet">这份办理记录和文书由{task.together}项任务共用，存入一次即可。</p>}
          <h2 className="drawer-part">文书</h2>
          <Attachments subject="measure" id={task.recordId} wanted="办理的文书（记录、签到表、照片等）" />
        </section>
      )}
      <section>
        <h2 className="drawer-part">经过</h2>
        <ul>
          <li>
            {task.openedOn} 开出：{task.ground}
          </li>
          {task.steps.map(({ id, step, note, at, byName }) => (
            <li key={id}>
              {minuteText(at)} {byName} {stepTitles[step]}：{note}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Actions({ task }: { readonly task: MeasureDetail }) {
  const [doing, setDoing] = useState<'finish' | 'assign' | 'cancel' | 'reopen' | null>(null);
  const commands = useMeasureCommands();
  const close = () => setDoing(null);
  const chosen = { selection: { ids: [task.id] }, count: 1, onDone: close, onClose: close };
  if (task.state !== 'open') {
    return (
      <p>
        <ActionButton may={operator} onClick={() => setDoing('reopen')}>
          {task.state === 'done' ? '撤回办结' : '撤回取消'}
        </ActionButton>
        {doing === 'reopen' && (
          <ReasonForm
            title="撤回后任务重新待办"
            note="原来的办理记录、文书和理由留在经过中。"
            label="撤回理由"
            submit="撤回"
            onSubmit={(reason) => commands.reopen.run({ id: task.id, reason })}
            onClose={close}
          />
        )}
      </p>
    );
  }
  return (
    <Space className="form-refusal">
      <ActionButton type="primary" may={operator} onClick={() => setDoing('finish')}>
        办结
      </ActionButton>
      <ActionButton may={operator} onClick={() => setDoing('assign')}>
        分派
      </ActionButton>
      <ActionButton danger may={operator} onClick={() => setDoing('cancel')}>
        取消任务
      </ActionButton>
      {doing === 'finish' && <FinishForm {...chosen} />}
      {doing === 'assign' && <AssignForm {...chosen} />}
      {doing === 'cancel' && (
        <ReasonForm
          title="取消这项措施任务"
          note="取消的任务和理由留在历史中，可以撤回。"
          label="取消理由"
          submit="取消任务"
          isDangerous
          onSubmit={(reason) => commands.cancel.run({ selection: { ids: [task.id] }, reason })}
          onClose={close}
        />
      )}
    </Space>
  );
}

/** A talk is carried out by a 约谈: begun from here, or one that is there already. */
function TalkPart({ task }: { readonly task: MeasureDetail }) {
  const navigate = useNavigate();
  const talks = useTalksOf(task.objectId).data ?? [];
  const { linkTalk } = useMeasureCommands();
  const linked = talks.find(({ id }) => id === task.talkId);
  return (
    <section>
      <h2 className="drawer-part">约谈</h2>
      {linked !== undefined && (
        <p>
          由<PathLink path={`/supervision/talks?id=${linked.id}`}>{linked.number}</PathLink>（{linked.kind}，
          {linked.meetOn}）落实。
        </p>
      )}
      {task.state === 'open' && (
        <Space wrap>
          <ActionButton
            may={operator}
            onClick={() =>
              void navigate({ to: '/supervision/talks', search: { new: '1', object: String(task.objectId) } })
            }
          >
            制作约谈通知书
          </ActionButton>
          {talks.length > 0 && (
            <Select
              aria-label="关联已有的约谈"
              placeholder="关联已有的约谈"
              style={{ width: 320 }}
              value={task.talkId ?? undefined}
              options={talks.map(({ id, number, kind, meetOn }) => ({
                value: id,
                label: `${number} ${kind} ${meetOn}`,
              }))}
              onChange={(talkId: number) => void linkTalk.run({ id: task.id, talkId })}
            />
          )}
        </Space>
      )}
    </section>
  );
}
