import { Link, useParams } from '@tanstack/react-router';
import { Alert, Collapse, Spin } from 'antd';
import { chapterOf } from '../../../shared/features/policies/chapters.ts';
import { isOpen, sayVersionState, versionName } from '../../../shared/features/policies/versions.ts';
import { useSession } from '../../api/session.ts';
import { Attachments } from '../../ui/attachments.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { minuteText } from '../../ui/when.ts';
import { PackReader } from './pack-reader.tsx';
import { useVersion, type VersionDetail } from './policies.queries.ts';
import { VersionActions } from './version-actions.tsx';

/** One version: a draft is written, sent, approved or returned here; others are read. */
export function PolicyVersionPage() {
  const { versionId } = useParams({ strict: false });
  const found = useVersion(Number(versionId)).data;
  if (found === undefined) return <Spin />;
  return <Version key={found.version.id} found={found} />;
}

function Version({ found }: { readonly found: VersionDetail }) {
  const { version } = found;
  return (
    <>
      <PageHead title={versionName(version)} note={<Note found={found} />} actions={<VersionActions found={found} />} />
      <Opinion found={found} />
      <Problems found={found} />
      <PackReader found={found} mayWrite={isOpen(version)} />
      <section className="pack-chapter">
        <header>
          <h2>批准文件</h2>
        </header>
        <Attachments subject="policy-version" id={version.id} wanted="局务会记录、批准文件等" />
      </section>
      <Reviews found={found} />
      <Edits found={found} />
    </>
  );
}

function Note({ found: { version, basedOn } }: { readonly found: VersionDetail }) {
  const { today } = useSession();
  const made = version.madeBy === null ? '设立时采用随程序提供的规则包' : `${version.madeBy}起草`;
  const from = version.madeBy === null ? '' : basedOn === null ? '，从随程序提供的规则包抄起' : `，从${basedOn}抄起`;
  const sent = version.submittedBy === null ? '' : `，${version.submittedBy} ${minuteText(version.submittedAt)} 送审`;
  const approved = version.approvedBy === null ? '' : `，${version.approvedBy} ${minuteText(version.approvedAt)} 批准`;
  const because = version.changedBecause === '' ? '' : `修改理由：${version.changedBecause}。`;
  const day = version.inForceOn === null ? '' : `，施行日期${version.inForceOn}`;
  return (
    <>
      {sayVersionState(version, today)}
      {day}。{made}
      {from}
      {sent}
      {approved}。{because} <Link to="/settings/policies">现行规则包</Link>
    </>
  );
}

/** What the leader said when it was returned. */
function Opinion({ found: { version, reviews } }: { readonly found: VersionDetail }) {
  const last = reviews[0];
  if (version.state !== 'returned' || last === undefined) return null;
  return (
    <Alert
      className="form-refusal"
      type="warning"
      showIcon
      title={`${last.by} ${minuteText(last.at)} 退回：${last.opinion}`}
    />
  );
}

/** Entries that do not go together yet; a draft is not sent before they do. */
function Problems({ found: { version, problems } }: { readonly found: VersionDetail }) {
  if (!isOpen(version) || problems.length === 0) return null;
  return (
    <Alert
      className="form-refusal"
      type="warning"
      showIcon
      title={`送审前还有${problems.length}处要改：`}
      description={
        <ul className="pack-problems">
          {problems.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      }
    />
  );
}

function Reviews({ found: { reviews } }: { readonly found: VersionDetail }) {
  if (reviews.length === 0) return null;
  return (
    <section className="pack-chapter">
      <header>
        <h2>审批意见</h2>
      </header>
      {reviews.map(({ decision, opinion, by, at }) => (
        <p key={at}>
          {minuteText(at)} {by} {decision === 'approve' ? '批准' : '退回'}
          {opinion === '' ? '' : `：${opinion}`}
        </p>
      ))}
    </section>
  );
}

function Edits({ found: { edits } }: { readonly found: VersionDetail }) {
  if (edits.length === 0) return null;
  return (
    <Collapse
      items={[
        {
          key: 'edits',
          label: `修改记录（${edits.length}次）`,
          children: (
            <ul className="pack-problems">
              {edits.map(({ chapter, entry, by, at }) => (
                <li key={`${at} ${chapter} ${entry}`}>
                  {minuteText(at)} {by}：{chapterOf(chapter)?.title ?? chapter} · {entry}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
