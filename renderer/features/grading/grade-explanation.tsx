import { Table } from 'antd';
import { gradeBasisTitles } from '../../../shared/features/grading/grade.ts';
import { sayPoints } from '../../../shared/features/grading/grade-reasons.ts';
import { sayShare } from '../../../shared/features/grading/say-rule.ts';
import { minuteText } from '../../ui/when.ts';
import { type Explanation, useExplanation } from './grading.queries.ts';

/** 为什么是这个等级: a paragraph, each sentence with its article; below it the points of every indicator with what was counted. */
export function GradeExplanation({ objectId }: { readonly objectId: number }) {
  const found = useExplanation(objectId);
  if (found.isPending) return null;
  const explained = found.data;
  if (explained == null) return <p>入库后尚未评定，请在等级一览点“重新评定”。</p>;
  const { title, reasons, pack, model, gradedAt, nextChangeOn, basis } = explained;
  return (
    <section>
      <h2 className="drawer-part">为什么是{title}</h2>
      <p className="grade-why">
        {reasons.map(({ text, article, facts }) => (
          <span key={text} title={facts.map((fact) => `${fact.happenedOn} ${fact.title}`).join('\n') || undefined}>
            {text.replace(/。$/, '')}（{article}）。
          </span>
        ))}
      </p>
      {explained.parts.length > 0 && <Points explained={explained} />}
      <p className="quiet">
        评定方式：{gradeBasisTitles[basis]}。按规则包“{pack.title}”第{pack.version}版
        {model !== null && `、${model.title}第${model.version}版（${model.standing}）`}于{minuteText(gradedAt)}评定
        {nextChangeOn === null ? '。' : `；没有新的记录时，${nextChangeOn}起可能变动，到日自动复核。`}
      </p>
    </section>
  );
}

type Part = Explanation['parts'][number];

function Points({ explained }: { readonly explained: Explanation }) {
  const { parts, points, overflow, model, bands } = explained;
  return (
    <Table<Part>
      size="small"
      bordered
      pagination={false}
      rowKey={({ id }) => id}
      dataSource={[...parts]}
      columns={[
        {
          title: '指标',
          render: (_, { name, path, rule }) => (
            <>
              {path.length > 0 && <span className="quiet">{path.join('／')}／</span>}
              {name}
              <div className="quiet">{rule}</div>
            </>
          ),
        },
        {
          title: '得分／满分',
          width: 104,
          align: 'right',
          render: (_, part) =>
            part.kind === 'bonus' ? `加${sayPoints(part.points)}` : `${sayPoints(part.points)}／${sayPoints(part.max)}`,
        },
        {
          title: '计入的记录',
          width: 210,
          render: (_, part) =>
            part.kind === 'national' ? (explained.national?.grade ?? '未评价') : <Counted facts={part.facts} />,
        },
        { title: '依据', width: 120, dataIndex: 'article' },
      ]}
      footer={() => (
        <>
          {overflow > 0 && `超过满分的${sayPoints(overflow)}分不计。`}合计{sayPoints(points ?? 0)}分（满分
          {model?.scale}分）。
          {bands.map(({ title, from }) => `${title}：${from}分起`).join('，')}。
        </>
      )}
    />
  );
}

/** What was counted, newest first; a faded record with what is left of it. */
function Counted({ facts }: { readonly facts: Part['facts'] }) {
  if (facts.length === 0) return <span className="quiet">没有</span>;
  return (
    <ul className="plain-list">
      {facts.toReversed().map(({ id, title, happenedOn, share }) => (
        <li key={id}>
          {happenedOn} {title}
          {share < 1000 && <span className="quiet">（按{sayShare(share)}计）</span>}
        </li>
      ))}
    </ul>
  );
}
