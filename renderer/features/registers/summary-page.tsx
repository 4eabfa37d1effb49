import { useParams } from '@tanstack/react-router';
import { Button, Popconfirm, Select, Spin, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { summaryKindTitles, summaryStateTitles } from '../../../shared/features/registers/summary.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { minuteText } from '../../ui/when.ts';
import './registers.css';
import { FigureTable } from './figure-table.tsx';
import { type SummaryView, useSummary, useSummaryCommands } from './registers.queries.ts';
import { SummaryForm } from './summary-form.tsx';

const operator = ['operator'] as const;
const approvers = ['reviewer', 'leader'] as const;
const stepTitles = { submit: '送审', return: '退回', approve: '批准' } as const;

/** One summary: its text, where each figure comes from, its versions and approval. */
export function SummaryPage() {
  const { summaryId } = useParams({ strict: false });
  const found = useSummary(Number(summaryId));
  if (found.data === undefined) {
    return found.isError ? (
      <PageHead title="没有这份总结" note={<PathLink path="/registers/summaries">回到总结</PathLink>} />
    ) : (
      <Spin />
    );
  }
  return <Shown key={found.data.newest.version} summary={found.data} />;
}

function Shown({ summary }: { readonly summary: SummaryView }) {
  const { newest, state, kind, fromOn, toOn, isInternal, versions, steps } = summary;
  const [isEditing, setEditing] = useState(false);
  const [version, setVersion] = useState(newest.version);
  const shown = versions.find((one) => one.version === version) ?? newest;
  if (isEditing) return <SummaryForm summary={summary} onClose={() => setEditing(false)} />;
  return (
    <>
      <PageHead
        title={newest.title}
        note={
          <>
            <Tag>{summaryStateTitles[state]}</Tag>{' '}
            <Tag color={isInternal ? 'red' : undefined}>{isInternal ? '内部资料 不公开' : '对外'}</Tag>{' '}
            {[
              summaryKindTitles[kind],
              `${fromOn}至${toOn}`,
              `数据截至${newest.figures.asOf}`,
              `第${newest.version}版`,
              newest.byName,
            ].join('　')}
          </>
        }
        actions={<Actions summary={summary} onEdit={() => setEditing(true)} />}
      />
      <Tabs
        tabBarExtraContent={
          versions.length > 1 && (
            <Select
              aria-label="版本"
              style={{ width: 280 }}
              value={version}
              onChange={setVersion}
              options={versions.map((one) => ({
                value: one.version,
                label: `第${one.version}版　${minuteText(one.at)}　${one.byName}`,
              }))}
            />
          )
        }
        items={[
          {
            key: 'text',
            label: '正文',
            children: (
              <article className="summary-text">
                {shown.sections
                  .filter(({ text }) => text !== '')
                  .map(({ heading, text }) => (
                    <section key={heading}>
                      {heading !== '' && <h2>{heading}</h2>}
                      {text.split('\n').map((line) => (
                        <p key={line}>{line}</p>
                      ))}
                    </section>
                  ))}
              </article>
            ),
          },
          { key: 'figures', label: `数据来源（${shown.figures.list.length}）`, children: <FigureTable of={shown} /> },
          {
            key: 'steps',
            label: `审核记录（${steps.length}）`,
            children:
              steps.length === 0 ? (
                <p className="quiet">还没有送审。</p>
              ) : (
                <ul className="history">
                  {steps.map((step) => (
                    <li key={`${step.at} ${step.step}`}>
                      {minuteText(step.at)}　{step.byName}　{stepTitles[step.step]}第{step.version}版
                      {step.opinion !== '' && `：${step.opinion}`}
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </>
  );
}

function Actions({ summary, onEdit }: { readonly summary: SummaryView; readonly onEdit: () => void }) {
  const { id, state, isOwn, newest } = summary;
  const { openPdf } = useFiles();
  const commands = useSummaryCommands();
  const [doing, setDoing] = useState<'return' | 'approve' | null>(null);
  const waiting = state === 'submitted' ? '已送审，待审核' : null;
  const own = isOwn ? '本人起草或修改的，须由另一人办理' : null;
  return (
    <>
      <Button onClick={() => void openPdf(`registers/summaries/${id}/summary.pdf`)}>打印总结</Button>
      <Popconfirm
        title="按最新数据重新起草"
        description="正文按最新数据重写，原来的版本仍然保留。"
        okText="重新起草"
        cancelText="取消"
        disabled={waiting !== null}
        onConfirm={() => void commands.redraft.run({ id })}
      >
        <ActionButton may={operator} barred={waiting}>
          按最新数据重新起草
        </ActionButton>
      </Popconfirm>
      <ActionButton may={operator} barred={waiting} onClick={onEdit}>
        修改
      </ActionButton>
      {(state === 'draft' || state === 'returned') && (
        <ActionButton may={operator} type="primary" onClick={() => void commands.submit.run({ id })}>
          送审
        </ActionButton>
      )}
      {state === 'submitted' && (
        <>
          <ActionButton may={approvers} barred={own} onClick={() => setDoing('return')}>
            退回
          </ActionButton>
          <ActionButton may={approvers} barred={own} type="primary" onClick={() => setDoing('approve')}>
            批准
          </ActionButton>
        </>
      )}
      {doing !== null && (
        <ReasonForm
          title={`${doing === 'return' ? '退回' : '批准'}《${newest.title}》`}
          note={doing === 'return' ? '退回后由经办人修改，再次送审。' : '批准后可以打印；再修改须重新送审。'}
          submit={doing === 'return' ? '退回' : '批准'}
          label="意见"
          onSubmit={(opinion) => (doing === 'return' ? commands.sendBack : commands.approve).run({ id, opinion })}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  );
}
