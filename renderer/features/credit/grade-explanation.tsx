import { Alert, Collapse, Skeleton } from 'antd';
import { factsIn, sayPoints } from '../../../shared/features/grading/grade-reasons.ts';
import { useGradeTitle } from '../../ui/grade-titles.ts';
import { PathLink } from '../../ui/path-link.tsx';
import { minuteText } from '../../ui/when.ts';
import { type GradeExplained, useGradeExplanation } from './enterprise.queries.ts';
import { FactLink } from './fact-link.tsx';
import { WhatIfPart } from './what-if-part.tsx';

/** Why the enterprise has its grade, read as a paragraph: each figure linked to its record and with its article; then what would change it. */
export function GradeExplanation({ id }: { readonly id: number }) {
  const found = useGradeExplanation(id).data;
  if (found === undefined) return <Skeleton active />;
  if (found === null) {
    return (
      <p>
        入库后尚未评定，请在<PathLink path="/credit">等级一览</PathLink>点“重新评定”。
      </p>
    );
  }
  return (
    <div className="explanation">
      <Alert type="info" title="信用等级仅供内部监管使用，不公开。" className="form-refusal" />
      <Reasons found={found} />
      {found.parts.length > 0 && <Points found={found} />}
      <WhatIfPart id={id} />
    </div>
  );
}

/** The sentences one after the other. */
function Reasons({ found }: { readonly found: GradeExplained }) {
  const { title, meaning, reasons, national, visits, manual, pack, model, gradedAt, nextChangeOn } = found;
  return (
    <p>
      该企业现在是<b>{title}</b>
      {meaning !== '' && `（${meaning}）`}。
      {national !== null && (
        <>
          国家公共信用综合评价为<PathLink path="/credit/import">“{national.grade}”</PathLink>
          {national.evaluatedOn !== null && `（${national.evaluatedOn}）`}。
        </>
      )}
      {reasons.map((reason) => (
        <Reason key={reason.text} reason={reason} />
      ))}
      {visits === null ? '检查次数按需确定。' : `12个月内检查一般不超过${visits}次。`}
      {manual !== null && '该等级经人工调整，见等级变动。'}
      {nextChangeOn !== null && `如无新的记录，${nextChangeOn}起将有变化。`}
      <span className="quiet">
        按规则包“{pack.title}”第{pack.version}版
        {model !== null && `、评价模型“${model.title}”第${model.version}版（${model.standing}）`}于
        {minuteText(gradedAt)}
        评定。
      </span>
    </p>
  );
}

/** A sentence whose facts lead to their records: where it names them, the others after it. */
function Reason({ reason: { text, article, facts } }: { readonly reason: GradeExplained['reasons'][number] }) {
  const { pieces, unnamed } = factsIn(text.replace(/。$/, ''), facts);
  return (
    <span>
      {pieces.map((piece) =>
        typeof piece === 'string' ? (
          piece
        ) : (
          <FactLink key={piece.id} fact={piece} words={piece.happenedOn + piece.title} />
        ),
      )}
      {unnamed.length > 0 && (
        <>
          ，{unnamed.length < facts.length ? '另有' : '依据'}
          {unnamed.map((fact, index) => (
            <span key={fact.id}>
              {index > 0 && '、'}
              <FactLink fact={fact} />
            </span>
          ))}
        </>
      )}
      （{article}）。
    </span>
  );
}

/** Each indicator with its points; those that cost or earned nothing are folded away. */
function Points({ found: { parts, points: total, model, bands } }: { readonly found: GradeExplained }) {
  const title = useGradeTitle();
  const sentence = (part: GradeExplained['parts'][number]) => (
    <li key={part.id}>
      {[...part.path, part.name].join(' · ')}：得{sayPoints(part.points)}分，满分{sayPoints(part.max)}分。{part.rule}
      {part.facts.length > 0 && (
        <>
          依据
          {part.facts.map((fact, index) => (
            <span key={fact.id}>
              {index > 0 && '、'}
              <FactLink fact={fact} />
            </span>
          ))}
        </>
      )}
      （{part.article}）。
    </li>
  );
  const telling = parts.filter(({ facts }) => facts.length > 0);
  const silent = parts.filter(({ facts }) => facts.length === 0);
  return (
    <section>
      <h2 className="drawer-part">
        得分{total === null ? '' : `${sayPoints(total)}分`}
        {model !== null && `，满分${model.scale}分`}
      </h2>
      <p>{bands.map((band) => `${band.from}分以上为${band.title || title(band.grade)}`).join('，')}。</p>
      <ul>{telling.map(sentence)}</ul>
      {silent.length > 0 && (
        <Collapse
          size="small"
          items={[
            { key: 'silent', label: `没有记录的指标${silent.length}项`, children: <ul>{silent.map(sentence)}</ul> },
          ]}
        />
      )}
    </section>
  );
}
