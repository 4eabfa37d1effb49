import { Drawer, Spin } from 'antd';
import { GradeTag } from '../../ui/grade-tag.tsx';
import { useGradeTitle } from '../../ui/grade-titles.ts';
import { minuteText } from '../../ui/when.ts';
import { CreditRecords } from './credit-records.tsx';
import { type GradedObject, useGradedObject } from './grading.queries.ts';

/** Why an enterprise has its grade, what follows from it, its records and its history. */
export function GradeDrawer({ objectId, onClose }: { readonly objectId: number | null; readonly onClose: () => void }) {
  return (
    <Drawer open={objectId !== null} onClose={onClose} width={720} destroyOnHidden title="信用等级">
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
        {found.name} <GradeTag grade={found.current?.grade} />
      </h2>
      <p className="quiet">
        {found.code} {found.status}
        {found.isAboveScale && ' 规模以上'}
        {found.isKey && ' 重点企业'}
      </p>
      <Why object={found} />
      <Measures object={found} />
      <CreditRecords objectId={objectId} records={found.records} />
      <History history={found.history} />
    </>
  );
}

/** Reads like a paragraph, each sentence with its article. */
function Why({ object }: { readonly object: GradedObject }) {
  const title = useGradeTitle();
  if (object.current === null) return <p>入库后尚未评定，请在等级一览点“重新评定”。</p>;
  const { grade, reasons, packId, packVersion, gradedAt } = object.current;
  return (
    <section>
      <h2 className="drawer-part">为什么是{title(grade)}</h2>
      <p>
        {reasons.map(({ text, article }) => (
          <span key={text}>
            {text.replace(/。$/, '')}（{article}）。
          </span>
        ))}
      </p>
      <p className="quiet">
        按规则包{packId}第{packVersion}版于{minuteText(gradedAt)}评定。
      </p>
    </section>
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
  const title = useGradeTitle();
  return (
    <section>
      <h2 className="drawer-part">等级变动</h2>
      {history.length === 0 && <p className="quiet">还没有变动。</p>}
      <ul>
        {history.map((change) => (
          <li key={change.id}>
            {minuteText(change.changedAt)} {change.changedBy}：
            {change.fromGrade === null
              ? `首次评定为${title(change.toGrade)}`
              : `由${title(change.fromGrade)}变为${title(change.toGrade)}`}
            ，{change.reasons[0]?.text}
          </li>
        ))}
      </ul>
    </section>
  );
}
