import { Drawer, Spin } from 'antd';
import { GradeTag } from '../../ui/grade-tag.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { minuteText } from '../../ui/when.ts';
import { GradeExplanation } from './grade-explanation.tsx';
import { type GradedObject, useGradedObject } from './grading.queries.ts';
import { ManualChanges } from './manual-changes.tsx';
import { NationalHistory } from './national-history.tsx';
import { GradeWhatIf } from './what-if.tsx';

/** Why an enterprise has its grade, what follows from it and its history. */
export function GradeDrawer({ objectId, onClose }: { readonly objectId: number | null; readonly onClose: () => void }) {
  return (
    <Drawer open={objectId !== null} onClose={onClose} width={860} destroyOnHidden title="信用等级">
      {objectId !== null && <Loaded objectId={objectId} />}
    </Drawer>
  );
}

function Loaded({ objectId }: { readonly objectId: number }) {
  const found = useGradedObject(objectId).data;
  if (found === undefined) return <Spin />;
  return (
    <>
      <h2>
        <PathLink path={`/enterprises/${objectId}`}>{found.name}</PathLink> <GradeTag grade={found.current?.grade} />
      </h2>
      <p className="quiet">
        {found.code} {found.status}
        {found.isAboveScale && ' 规模以上'}
        {found.isKey && ' 重点企业'}
      </p>
      <GradeExplanation objectId={objectId} />
      <Measures object={found} />
      <GradeWhatIf objectId={objectId} />
      <ManualChanges objectId={objectId} />
      <section>
        <h2 className="drawer-part">信用记录</h2>
        <p>
          <PathLink path={`/credit/records?l.object=${objectId}`}>查看、登记这户企业的信用记录</PathLink>
        </p>
      </section>
      <NationalHistory objectId={objectId} />
      <History history={found.history} />
    </>
  );
}

function Measures({ object }: { readonly object: GradedObject }) {
  if (object.measures.length === 0) return null;
  return (
    <section>
      <h2 className="drawer-part">监管措施</h2>
      <ul>
        {object.measures.map(({ text, article }) => (
          <li key={text}>
            {text} <span className="quiet">{article}</span>
          </li>
        ))}
        <li>
          {object.visits === null ? '检查次数按需确定' : `12个月内检查一般不超过${object.visits}次`}{' '}
          <span className="quiet">示例，可在规则包中调整</span>
        </li>
      </ul>
    </section>
  );
}

function History({ history }: { readonly history: GradedObject['history'] }) {
  return (
    <section>
      <h2 className="drawer-part">等级变动</h2>
      {history.length === 0 && <p className="quiet">还没有变动。</p>}
      <ul>
        {history.map((change) => (
          <li key={change.id}>
            {minuteText(change.changedAt)} {change.changedBy ?? '到日自动'}（{change.causeTitle}）：
            {change.fromTitle === null ? `首次评定为${change.toTitle}` : `由${change.fromTitle}变为${change.toTitle}`}，
            {(change.why[0] ?? change.reasons[0])?.text}
          </li>
        ))}
      </ul>
      {history.length > 0 && <PathLink path="/credit/moves">全部等级变动</PathLink>}
    </section>
  );
}
