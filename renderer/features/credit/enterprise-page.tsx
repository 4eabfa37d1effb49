import { useParams } from '@tanstack/react-router';
import { Button, Popover, Skeleton, Tabs } from 'antd';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Deadline } from '../../ui/deadline.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { GradeTag } from '../../ui/grade-tag.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { useTab } from '../../ui/use-tab.ts';
import { VisitList } from '../../ui/visit-list.tsx';
import { type EnterpriseHead, useEnterpriseHead } from './enterprise.queries.ts';
import { EnterpriseFiles } from './enterprise-files.tsx';
import { EnterpriseRecords } from './enterprise-records.tsx';
import { EnterpriseTimeline } from './enterprise-timeline.tsx';
import './enterprise.css';
import { GradeExplanation } from './grade-explanation.tsx';
import { LookUpForm } from './look-up-form.tsx';

const tabs = ['timeline', 'grade', 'records', 'inspections', 'lists', 'files'] as const;
const office = ['operator', 'reviewer', 'leader'] as const;

/** One enterprise with everything known of it. `tab` and the filter of the timeline are in the address. */
export function EnterprisePage() {
  const { id: text } = useParams({ strict: false }) as { id?: string };
  const id = Number(text);
  const head = useEnterpriseHead(id);
  if (head.isError) {
    return (
      <EmptyState
        text="名录里没有这户企业，可能已经移出。"
        action={<PathLink path="/rosters">到检查对象名录</PathLink>}
      />
    );
  }
  if (head.data === undefined) return <Skeleton active />;
  return <Enterprise key={id} head={head.data} />;
}

function Enterprise({ head }: { readonly head: EnterpriseHead }) {
  const { id, grade } = head;
  const [tab, show] = useTab(tabs);
  const children = (key: (typeof tabs)[number]) => {
    if (key !== tab) return null;
    switch (key) {
      case 'timeline':
        return <EnterpriseTimeline id={id} />;
      case 'grade':
        return <GradeExplanation id={id} />;
      case 'records':
        return <EnterpriseRecords id={id} />;
      case 'inspections':
        return <VisitList objectId={id} />;
      case 'lists':
        return <EnterpriseTimeline id={id} group="supervision" />;
      case 'files':
        return <EnterpriseFiles id={id} />;
    }
  };
  const labels = {
    timeline: '全部经过',
    grade: grade === null ? '等级' : `为什么是${grade.title}`,
    records: '记录',
    inspections: '检查',
    lists: '名单与措施',
    files: '文件',
  };
  return (
    <>
      <Head head={head} onWhy={() => show('grade')} />
      <Tabs
        activeKey={tab}
        onChange={show}
        items={tabs.map((key) => ({ key, label: labels[key], children: children(key) }))}
      />
    </>
  );
}

function Head({ head, onWhy }: { readonly head: EnterpriseHead; readonly onWhy: () => void }) {
  const { id, name, code, uscc, status, statusOn, isKey, isAboveScale, industry, grade, dues } = head;
  const { today } = useSession();
  const { openPdf } = useFiles();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <PageHead
        title={name}
        actions={
          <>
            <PathLink path={`/rosters?id=${id}`}>
              <Button>名录信息</Button>
            </PathLink>
            <ActionButton may={office} onClick={() => openPdf(`credit/enterprises/${id}/external.pdf`)}>
              出具信用信息报告
            </ActionButton>
            <ActionButton type="primary" may={office} onClick={() => setAsking(true)}>
              查询信用
            </ActionButton>
          </>
        }
      />
      <div className="enterprise-facts">
        <span>
          {uscc === null ? '名录编号' : '统一社会信用代码'} {code}
        </span>
        <span className={status === '存续' ? undefined : 'overdue'}>
          {status}
          {statusOn !== null && `（${statusOn}）`}
        </span>
        <span>
          {[isAboveScale ? '规模以上' : '', isKey ? '重点企业' : '一般企业', industry].filter(Boolean).join('　')}
        </span>
        <span>
          <GradeTag grade={grade?.letter} />{' '}
          <Button type="link" size="small" onClick={onWhy}>
            {grade === null ? '还没有评定' : `为什么是${grade.title}`}
          </Button>
        </span>
        <NextDue dues={dues} today={today} />
      </div>
      {isAsking && <LookUpForm objectId={id} onClose={() => setAsking(false)} />}
    </>
  );
}

/** The earliest day that binds, and the others on demand. */
function NextDue({ dues, today }: { readonly dues: EnterpriseHead['dues']; readonly today: string }) {
  const [first, ...others] = dues;
  const lineOf = ({ what, on, article, isEstimate, path }: EnterpriseHead['dues'][number]) => (
    <>
      <PathLink path={path}>{what}</PathLink>{' '}
      <Deadline on={on} today={today} isEstimate={isEstimate} {...(article === '' ? {} : { article })} />
    </>
  );
  if (first === undefined) return <span>最近期限：没有</span>;
  return (
    <span>
      最近期限：{lineOf(first)}
      {others.length > 0 && (
        <Popover
          trigger="click"
          placement="bottomRight"
          title="其他期限"
          content={
            <ul className="plain-list due-list">
              {others.map((due) => (
                <li key={`${due.path} ${due.what}`}>{lineOf(due)}</li>
              ))}
            </ul>
          }
        >
          <Button type="link" size="small">
            另有{others.length}项
          </Button>
        </Popover>
      )}
    </span>
  );
}
