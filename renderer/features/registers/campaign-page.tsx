import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { type Key, useState } from 'react';
import { campaignStateTitles, standingText } from '../../../shared/features/registers/campaign.ts';
import { sayPoolFilter } from '../../../shared/kernel/pool-filter.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EnterpriseLink } from '../../ui/enterprise-link.tsx';
import { Facts } from '../../ui/facts.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { listPrefix, useOpened } from '../../ui/use-opened.ts';
import { CampaignFirmDrawer } from './campaign-firm-drawer.tsx';
import { WorkForm } from './campaign-work-form.tsx';
import { type CampaignFirm, type CampaignView, useCampaign, useCampaignCommands } from './registers.queries.ts';

/** One campaign: its enterprises as they stood at the start and stand now, and what was done at each. */
export function CampaignPage() {
  const { campaignId } = useParams({ strict: false });
  const found = useCampaign(Number(campaignId));
  if (found.data === undefined) {
    return found.isError ? (
      <PageHead title="没有这项专项治理" note={<PathLink path="/registers/campaigns">回到专项治理</PathLink>} />
    ) : (
      <Spin />
    );
  }
  return <Shown campaign={found.data} />;
}

function Shown({ campaign }: { readonly campaign: CampaignView }) {
  const { id, name, field, fromOn, toOn, goal, basis, filter, startedOn, end, progress, objects, tasks } = campaign;
  const params = useListParams({ prefix: listPrefix });
  const [opened, open] = useOpened();
  const [keys, setKeys] = useState<readonly Key[]>([]);
  const [doing, setDoing] = useState<'work' | 'end' | null>(null);
  const { openPdf } = useFiles();
  const navigate = useNavigate();
  const commands = useCampaignCommands();
  const left = progress.unchecked + progress.rectifying;
  const firm = objects.find(({ objectId }) => objectId === opened) ?? null;
  return (
    <>
      <PageHead
        title={name}
        note={`${field}　${fromOn}至${toOn}　${end === null ? '进行中' : `${end.endedOn}结束`}　信用状况只供内部使用`}
        actions={
          <>
            <Button onClick={() => void openPdf(`registers/campaigns/${id}/report.pdf`)}>打印报告</Button>
            {end === null && (
              <ActionButton
                may={['operator']}
                barred={progress.unchecked === 0 ? '各户都已核查' : null}
                onClick={() => void navigate({ to: '/plans/tasks', search: { campaign: String(id) } })}
              >
                下达检查任务
              </ActionButton>
            )}
            {end === null && (
              <ActionButton
                may={['operator']}
                type="primary"
                barred={left > 0 ? `还有${left}户没有办结` : null}
                onClick={() => setDoing('end')}
              >
                结束专项治理
              </ActionButton>
            )}
          </>
        }
      />
      <Facts
        facts={[
          ['目标', goal],
          ['依据', basis],
          ['范围', `${sayPoolFilter(filter)}，${startedOn}固定${progress.total}户`],
          [
            '进展',
            `整改到位${progress.done}户，整改中${progress.rectifying}户（逾期${progress.overdue}户），移送${progress.transferred}户，未发现问题${progress.none}户，未核查${progress.unchecked}户`,
          ],
          ['检查任务', tasks.length === 0 ? '' : <CampaignTasks key="tasks" tasks={tasks} />],
          ...(end === null ? [] : [['治理成效', end.outcome] as const]),
        ]}
      />
      <div className="drawer-part">
        <DataTable<CampaignFirm>
          name="registers.campaign"
          title={name}
          rows={objects}
          rowKey={({ objectId }) => objectId}
          params={params}
          searchHint="企业名称、代码、记录"
          onRow={({ objectId }) => open(objectId)}
          filters={[
            {
              key: 'state',
              label: '办理情况',
              options: [
                { value: 'unchecked', label: '未核查' },
                ...Object.entries(campaignStateTitles).map(([value, label]) => ({ value, label })),
                { value: 'overdue', label: '整改逾期' },
              ],
              of: ({ state, isOverdue }) => [state ?? 'unchecked', ...(isOverdue ? ['overdue'] : [])],
            },
          ]}
          {...(end === null
            ? {
                selection: {
                  keys,
                  onChange: setKeys,
                  actions: (
                    <ActionButton size="small" type="primary" may={['operator']} onClick={() => setDoing('work')}>
                      登记办理情况
                    </ActionButton>
                  ),
                },
              }
            : {})}
          columns={[
            {
              key: 'name',
              title: '企业',
              width: 220,
              value: (one) => one.name,
              render: ({ objectId, name: called }) => <EnterpriseLink id={objectId}>{called}</EnterpriseLink>,
            },
            {
              key: 'state',
              title: '办理情况',
              width: 130,
              value: ({ state }) => (state === null ? '未核查' : campaignStateTitles[state]),
              render: ({ state, isOverdue }) =>
                isOverdue ? (
                  <span className="overdue">整改逾期</span>
                ) : state === null ? (
                  <span className="quiet">未核查</span>
                ) : (
                  campaignStateTitles[state]
                ),
            },
            { key: 'code', title: '统一社会信用代码', width: 180, isOptional: true, value: ({ code }) => code },
            { key: 'start', title: '开始时', width: 210, value: ({ start }) => standingText(start) },
            {
              key: 'now',
              title: end === null ? '现在' : '结束时',
              width: 210,
              value: ({ now }) => standingText(now),
            },
            {
              key: 'record',
              title: '最近记录',
              width: 260,
              value: ({ steps }) => {
                const last = steps.at(-1);
                return last === undefined ? '' : `${last.onDay} ${last.record}`;
              },
            },
          ]}
        />
      </div>
      {firm !== null && (
        <CampaignFirmDrawer campaignId={id} firm={firm} isEnded={end !== null} onClose={() => open(null)} />
      )}
      {doing === 'work' && (
        <WorkForm
          campaignId={id}
          objectIds={keys.map(Number)}
          title={`登记办理情况：${keys.length}户`}
          onClose={() => {
            setDoing(null);
            setKeys([]);
          }}
        />
      )}
      {doing === 'end' && (
        <ReasonForm
          title={`结束“${name}”`}
          note="结束后固定各户此时的信用状况，与开始时对照，不能再登记办理情况。"
          submit="结束专项治理"
          label="治理成效"
          onSubmit={(outcome) => commands.end.run({ id, outcome })}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  );
}

/** The tasks its enterprises are inspected by, and how far each has come. */
function CampaignTasks({ tasks }: Pick<CampaignView, 'tasks'>) {
  return tasks.map(({ id, number, state, drawn, inspected, published, isOverdue }) => (
    <div key={id}>
      <PathLink path={`/plans/tasks?task=${id}`}>{number}</PathLink> {state}
      {isOverdue && <span className="overdue">（已逾期）</span>}
      {drawn > 0 && `：抽取${drawn}户，已检查${inspected}户，已公示${published}户`}
    </div>
  ));
}
