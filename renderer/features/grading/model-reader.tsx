import { Table } from 'antd';
import { useState } from 'react';
import { sayChoice, sayDecay } from '../../../shared/features/grading/model-words.ts';
import { citeArticle, STANDING_WORDS } from '../../../shared/kernel/pack-basis.ts';
import { GradeTag } from '../../ui/grade-tag.tsx';
import { CasesPart } from './model-cases.tsx';
import { ModelTree } from './model-tree.tsx';
import type { OpenedModel } from './models.queries.ts';
import { sayPoints } from './trial-result.tsx';

/** A model that is only read: its tree, vetoes, bonuses, bands and test cases, each with its article. */
export function ModelReader({ opened: { model, today, nationalGrades } }: { readonly opened: OpenedModel }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const article = { title: '依据', width: 200, render: (_: unknown, entry: Based) => sayBasis(entry) };
  return (
    <>
      <ModelTree model={model} chosen={chosen} onChoose={setChosen} />
      <h2 className="drawer-part">一票否决</h2>
      <Table
        size="small"
        bordered
        pagination={false}
        rowKey={({ id }) => id}
        dataSource={model.vetoes}
        locale={{ emptyText: '没有一票否决。' }}
        columns={[
          { title: '情形', dataIndex: 'name' },
          { title: '读取什么', render: (_, { reads, atLeast }) => `${sayChoice(reads)}，达到${atLeast}件` },
          { title: '定为', width: 130, render: (_, { grade }) => <GradeTag grade={grade} /> },
          article,
        ]}
      />
      <h2 className="drawer-part">加分</h2>
      <Table
        size="small"
        bordered
        pagination={false}
        rowKey={({ id }) => id}
        dataSource={model.bonuses}
        locale={{ emptyText: '没有加分项。' }}
        columns={[
          { title: '名称', dataIndex: 'name' },
          {
            title: '怎样加',
            render: (_, { reads, each, most, decay }) =>
              `${sayChoice(reads)}，每件加${sayPoints(each)}分，最多${sayPoints(most)}分；${sayDecay(decay)}`,
          },
          article,
        ]}
      />
      <h2 className="drawer-part">等级划分</h2>
      <Table
        size="small"
        bordered
        pagination={false}
        rowKey={({ grade }) => grade}
        dataSource={model.bands}
        columns={[
          { title: '等级', width: 130, render: (_, { grade }) => <GradeTag grade={grade} /> },
          { title: '分数线', render: (_, { from }) => `${from}分起` },
          article,
        ]}
      />
      <h2 className="drawer-part">测试用例</h2>
      <CasesPart model={model} today={today} nationalGrades={nationalGrades} isSound />
    </>
  );
}

interface Based {
  readonly source: Parameters<typeof citeArticle>[0];
  readonly standing: keyof typeof STANDING_WORDS;
}

function sayBasis({ source, standing }: Based): string {
  return `${citeArticle(source)}（${STANDING_WORDS[standing]}）`;
}
