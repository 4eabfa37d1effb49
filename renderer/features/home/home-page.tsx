import { Link } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import {
  type DueLine,
  type HomeFacts,
  type Progress,
  progressOf,
  setUpSteps,
  type ToDo,
  todosOf,
} from '../../../shared/features/home/summary.ts';
import { useSession } from '../../api/session.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { dayText } from '../../ui/when.ts';
import './home.css';
import { useHomeFacts } from './home.queries.ts';

/** 首页: what is to be done, what is due, how far the year is. From each number one click leads to its list. */
export function HomePage() {
  const { today, roles, account } = useSession();
  const facts = useHomeFacts().data;
  if (facts === undefined) return <Spin />;
  return (
    <>
      <PageHead title={`${account?.name ?? ''}，今天是${dayText(today)}`} />
      <SetUpSteps facts={facts} />
      <div className="home-columns">
        <section aria-label="今日待办">
          <h2>今日待办</h2>
          <Todos todos={todosOf(facts, roles)} isAdmin={roles.includes('admin')} />
        </section>
        <section aria-label="到期与逾期">
          <h2>到期与逾期</h2>
          <Dues dues={facts.dues} />
        </section>
        <section aria-label="本年进度">
          <h2>本年进度</h2>
          {progressOf(facts).map((progress) => (
            <Bar key={progress.title} progress={progress} />
          ))}
        </section>
      </div>
    </>
  );
}

function SetUpSteps({ facts }: { readonly facts: HomeFacts }) {
  const steps = setUpSteps(facts);
  const open = steps.filter((step) => !step.isDone);
  if (open.length === 0) return null;
  return (
    <section className="home-setup" aria-label="开始使用">
      <h2>
        开始使用（还有{open.length}步，全部完成后本栏不再显示） <Link to="/help">查看使用说明</Link>
      </h2>
      <ol>
        {steps.map((step) => (
          <li key={step.title} className={step.isDone ? 'is-done' : undefined}>
            {step.isDone ? (
              <span>{step.title}（已完成）</span>
            ) : (
              <>
                <PathLink path={step.path}>{step.title}</PathLink>
                <span className="quiet">（{step.who}）</span>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Todos({ todos, isAdmin }: { readonly todos: readonly ToDo[]; readonly isAdmin: boolean }) {
  if (todos.length === 0) {
    return <p className="quiet">{isAdmin ? '没有待办事项。账号、备份和迁移在“设置”中办理。' : '没有待办事项。'}</p>;
  }
  return (
    <ul className="home-list">
      {todos.map(({ text, path }) => (
        <li key={text}>
          <PathLink path={path}>{text}</PathLink>
        </li>
      ))}
    </ul>
  );
}

const duesAtFirst = 8;

function Dues({ dues }: { readonly dues: readonly DueLine[] }) {
  const [isWhole, setWhole] = useState(false);
  if (dues.length === 0) return <p className="quiet">没有临近的期限。</p>;
  const shown = isWhole ? dues : dues.slice(0, duesAtFirst);
  return (
    <>
      <ul className="home-list">
        {shown.map(({ what, subject, on, article, isOverdue, isEstimate, path }) => (
          <li key={`${path} ${what} ${subject}`}>
            <PathLink path={path}>{subject}</PathLink>
            <div>
              <span className={isOverdue ? 'overdue' : undefined}>
                {on} {what}
                {isOverdue && '（已逾期）'}
              </span>{' '}
              <span className="quiet">
                {article}
                {isEstimate && ' 暂按周末推算'}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {dues.length > duesAtFirst && (
        <Button type="link" size="small" onClick={() => setWhole(!isWhole)}>
          {isWhole ? '只看最近的' : `全部${dues.length}项`}
        </Button>
      )}
    </>
  );
}

function Bar({ progress }: { readonly progress: Progress }) {
  const { title, done, of, path } = progress;
  const percent = of === 0 ? 0 : Math.floor((done * 100) / of);
  return (
    <div className="home-bar">
      <div>
        <PathLink path={path}>{title}</PathLink>
        <span>{of === 0 ? '—' : `${done}／${of}，${percent}%`}</span>
      </div>
      <div className="home-bar-track">
        <div style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
