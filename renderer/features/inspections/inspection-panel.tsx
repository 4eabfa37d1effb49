import { Collapse, Skeleton, Space, Timeline } from 'antd';
import { useState } from 'react';
import { handoverText } from '../../../shared/features/inspections/handover.ts';
import {
  disposalTitles,
  methodTitles,
  refusalTitles,
  resultSentence,
} from '../../../shared/features/inspections/results.ts';
import { correctionTitles, stateTitles } from '../../../shared/features/inspections/states.ts';
import { holdingVersion, openVersion, type ResultVersion } from '../../../shared/features/inspections/views.ts';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Deadline } from '../../ui/deadline.tsx';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { LookupOfInspection } from '../../ui/lookup-state.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { minuteText } from '../../ui/when.ts';
import { CloseForm } from './close-form.tsx';
import { type InspectionDetail, useInspection } from './inspections.queries.ts';
import { NoticeForm } from './notice-form.tsx';
import { PublishButton } from './publish-button.tsx';
import { ResultForm } from './result-form.tsx';
import { ReviewForm } from './review-form.tsx';
import { stateText } from './state-text.ts';

type Work = 'notice' | 'result' | 'review' | 'correct' | 'sign' | 'close';

/** One inspection: what is known, its papers, and the step that can be done now. */
export function InspectionPanel({ id }: { readonly id: number }) {
  const inspection = useInspection(id).data;
  const { today } = useSession();
  const [work, setWork] = useState<Work | null>(null);
  if (inspection === undefined) return <Skeleton active />;
  if (inspection === null) return <p>没有这次检查，或者它的对象尚未通知，只由局领导和承办股室掌握。</p>;
  const stop = () => setWork(null);
  const { due, objectionsUntil } = inspection;
  const dueShown = due && <Deadline on={due.on} today={today} article={due.article} isEstimate={due.estimated} />;
  const facts: Fact[] = [
    ['任务', `${inspection.taskNumber} ${inspection.taskTitle}`],
    ['抽取编号', `${inspection.drawNumber}（第${inspection.order}户）`],
    [
      '检查人员',
      inspection.members.map(({ seat, name, unit }) => `${name}（${unit}${seat === 0 ? '，组长' : ''}）`).join('、'),
    ],
    ...(inspection.replacedWhy === null ? [] : [['终止', inspection.replacedWhy] as const]),
    ...(inspection.standsFor === null ? [] : [['替补', `代替${inspection.standsFor}`] as const]),
    ...inspection.handovers.map((one) => ['人员更换', handoverText(one)] as const),
    ...inspection.entryHandovers.map(
      ({ from, to, on, reason }) => ['经办移交', `${from}移交${to}（${on}，${reason}）`] as const,
    ),
    [
      '通知书',
      inspection.notice === null ? '尚未出具' : `${inspection.notice.number}，${inspection.notice.inspectOn}检查`,
    ],
    [
      '信用查询',
      <LookupOfInspection
        key="lookup"
        inspectionId={id}
        objectId={inspection.objectId}
        objectName={inspection.objectName}
        subject={inspection.taskTitle}
        isOver={inspection.versions.length > 0 || inspection.state === 'replaced'}
      />,
    ],
    ['期限', dueShown],
    [
      '异议受理至',
      objectionsUntil === null ? (
        ''
      ) : (
        <Space key="objections" wrap size={8}>
          {objectionsUntil}
          {objectionsUntil >= today && (
            <PathLink path={`/supervision/objections?new=1&object=${inspection.objectId}`}>受理异议</PathLink>
          )}
        </Space>
      ),
    ],
    [
      '完结',
      inspection.closing === null
        ? inspection.isClosed
          ? '无需后续处置，已完结'
          : ''
        : `${inspection.closing.closedOn} ${inspection.closing.note}`,
    ],
  ];
  return (
    <Space orientation="vertical" size={14} style={{ width: '100%' }}>
      <header>
        <h2>
          <PathLink path={`/enterprises/${inspection.objectId}`}>{inspection.objectName}</PathLink>
        </h2>
        <span className="quiet">{inspection.objectCode}</span>　<b>{stateText(inspection)}</b>
      </header>
      <Steps inspection={inspection} onWork={setWork} />
      {work === 'notice' && <NoticeForm inspection={inspection} onEnd={stop} />}
      {work === 'result' && <ResultForm inspection={inspection} kind="result" onEnd={stop} />}
      {work === 'correct' && <ResultForm inspection={inspection} kind="correction" onEnd={stop} />}
      {work === 'review' && <ReviewForm inspectionId={id} step="review" onEnd={stop} />}
      {work === 'sign' && <ReviewForm inspectionId={id} step="sign" onEnd={stop} />}
      {work === 'close' && <CloseForm inspectionId={id} today={today} onEnd={stop} />}
      <Facts facts={facts} columns={2} />
      <Papers inspection={inspection} />
      <Versions versions={inspection.versions} />
    </Space>
  );
}

function Papers({ inspection }: { readonly inspection: InspectionDetail }) {
  const { openPdf } = useFiles();
  const paper = (name: string) => () => openPdf(`inspections/${inspection.id}/${name}.pdf`);
  const noNotice = inspection.notice === null ? '尚未出具通知书' : null;
  const noResult = inspection.versions.length === 0 ? '尚未录入结果' : null;
  const notPublished = inspection.publishedOn === null ? '尚未公示' : null;
  return (
    <Space wrap>
      <ActionButton barred={noNotice} onClick={paper('notice')}>
        打印通知书
      </ActionButton>
      <ActionButton onClick={paper('blank-record')}>空白记录表</ActionButton>
      <ActionButton barred={noResult} onClick={paper('record')}>
        检查记录表
      </ActionButton>
      <ActionButton barred={noResult} onClick={paper('approval')}>
        审批表
      </ActionButton>
      <ActionButton barred={notPublished} onClick={paper('result')}>
        结果公示表
      </ActionButton>
      <ActionButton onClick={() => openPdf(`dossiers/${inspection.id}.pdf`)}>生成卷宗</ActionButton>
    </Space>
  );
}

/** The steps open now; a step of another role stays visible and says whose it is. */
function Steps({
  inspection,
  onWork,
}: {
  readonly inspection: InspectionDetail;
  readonly onWork: (work: Work) => void;
}) {
  const { account } = useSession();
  const open = openVersion(inspection);
  const { state, notice } = inspection;
  const isCorrection = open !== null && open.version > 1;
  const mine = open !== null && open.enteredById === account?.id ? '不能审核自己录入的结果' : null;
  const reviewed = open !== null && open.reviewedById === account?.id ? '审核过的人不能再办这一步' : null;
  return (
    <Space wrap>
      {notice === null && state === 'open' && (
        <ActionButton type="primary" may={['operator']} onClick={() => onWork('notice')}>
          出具通知书
        </ActionButton>
      )}
      {notice !== null && (state === 'open' || state === 'returned') && (
        <ActionButton type="primary" may={['operator']} onClick={() => onWork('result')}>
          {state === 'open' ? '录入结果' : '修改后重新送审'}
        </ActionButton>
      )}
      {open?.state === 'submitted' && (
        <ActionButton type="primary" may={['reviewer']} barred={mine} onClick={() => onWork('review')}>
          {isCorrection ? '审核更正' : '审核'}
        </ActionButton>
      )}
      {state === 'open' && (
        <PathLink path={`/draws/${inspection.drawId}?replace=${inspection.objectId}`}>不能检查，办理替补</PathLink>
      )}
      {state === 'approved' && <PublishButton ids={[inspection.id]} onDone={() => {}} />}
      {state === 'published' && (open === null || open.state === 'returned') && (
        <ActionButton may={['operator']} onClick={() => onWork('correct')}>
          更正
        </ActionButton>
      )}
      {isCorrection && open.state === 'approved' && (
        <ActionButton type="primary" may={['principal']} barred={mine ?? reviewed} onClick={() => onWork('sign')}>
          签字更正
        </ActionButton>
      )}
      {state === 'published' && !inspection.isClosed && holdingVersion(inspection)?.disposal !== 'none' && (
        <ActionButton may={['operator']} onClick={() => onWork('close')}>
          后续处置完结
        </ActionButton>
      )}
    </Space>
  );
}

function Versions({ versions }: { readonly versions: readonly ResultVersion[] }) {
  if (versions.length === 0) return null;
  const newestFirst = versions.toReversed();
  return (
    <Collapse
      defaultActiveKey={newestFirst[0]?.id}
      items={newestFirst.map((version) => ({
        key: version.id,
        label: `${version.version === 1 ? '检查结果' : `更正${version.version - 1}`}：${resultSentence(version)}（${
          (version.version === 1 ? stateTitles : correctionTitles)[version.state]
        }）`,
        children: <VersionFacts version={version} />,
      }))}
    />
  );
}

function VersionFacts({ version }: { readonly version: ResultVersion }) {
  const refused = version.refusals.map((kind) => refusalTitles[kind]).join('；');
  const facts: Fact[] = [
    ...(version.reason === null ? [] : [['更正理由', version.reason] as const]),
    ['检查日期', `${version.inspectedOn}检查，${version.completedOn}完成`],
    ['核查方式', version.methods.map((method) => methodTitles[method]).join('、')],
    ['检查情况', version.findings],
    ...(version.evidence === '' ? [] : [['证据', version.evidence] as const]),
    ...(refused === '' ? [] : [['不予配合', `${refused}；共${version.refusalTimes}次`] as const]),
    ['后续处置', [disposalTitles[version.disposal], version.disposalNote].filter(Boolean).join('：')],
  ];
  return (
    <Space orientation="vertical" size={12} style={{ width: '100%' }}>
      <Facts facts={facts} columns={1} />
      <Timeline
        items={[
          { content: `${minuteText(version.enteredAt)} ${version.enteredBy}录入并送审` },
          ...version.reviews.map(({ step, decision, opinion, by, at }) => ({
            content: `${minuteText(at)} ${by}${step === 'sign' ? '（局主要领导）' : ''}${decision === 'approve' ? '同意' : '退回'}${opinion === '' ? '' : `：${opinion}`}`,
          })),
          ...(version.publishedOn === null ? [] : [{ content: `${version.publishedOn} 公示` }]),
        ]}
      />
    </Space>
  );
}
