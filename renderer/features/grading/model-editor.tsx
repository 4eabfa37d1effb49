import { Alert, Tabs } from 'antd';
import { useState } from 'react';
import { modelProblems } from '../../../shared/features/grading/model-problems.ts';
import type { IndicatorModel } from '../../../shared/kernel/indicator-model.ts';
import { CasesPart } from './model-cases.tsx';
import { BandsPart, BonusesPart, VetoesPart } from './model-extras.tsx';
import { ModelPreview } from './model-preview.tsx';
import { ModelTree } from './model-tree.tsx';
import { NodeForm } from './node-form.tsx';
import './models.css';

interface ModelEditorProps {
  readonly model: IndicatorModel;
  readonly today: string;
  readonly nationalGrades: readonly string[];
  readonly onChange: (model: IndicatorModel) => void;
}

/** A model under change: the tree with the form of the chosen indicator beside it, the rest by tabs, and what it does to the roster. */
export function ModelEditor({ model, today, nationalGrades, onChange }: ModelEditorProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const problems = modelProblems(model);
  const isSound = problems.length === 0;
  return (
    <>
      {!isSound && (
        <Alert
          className="form-refusal"
          type="warning"
          showIcon
          title={`还有${problems.length}处要改，改好才能保存和试算。`}
          description={
            <ul className="model-problems">
              {problems.map(({ id, sentence }) => (
                <li key={`${id} ${sentence}`}>{sentence}</li>
              ))}
            </ul>
          }
        />
      )}
      <Tabs
        items={[
          {
            key: 'tree',
            label: '指标',
            children: (
              <div className={chosen === null ? 'model-work is-choosing' : 'model-work'}>
                <div>
                  <ModelTree model={model} chosen={chosen} onChoose={setChosen} onChange={onChange} />
                </div>
                <div>
                  {chosen === null ? (
                    <p className="quiet">点选一个指标，在这里修改。</p>
                  ) : (
                    <NodeForm
                      model={model}
                      id={chosen}
                      nationalGrades={nationalGrades}
                      onChange={onChange}
                      onRemoved={() => setChosen(null)}
                    />
                  )}
                </div>
              </div>
            ),
          },
          {
            key: 'vetoes',
            label: `一票否决（${model.vetoes.length}）`,
            children: <VetoesPart model={model} onChange={onChange} />,
          },
          {
            key: 'bonuses',
            label: `加分（${model.bonuses.length}）`,
            children: <BonusesPart model={model} onChange={onChange} />,
          },
          { key: 'bands', label: '满分与等级', children: <BandsPart model={model} onChange={onChange} /> },
          {
            key: 'cases',
            label: `测试用例（${model.cases.length}）`,
            children: (
              <CasesPart
                model={model}
                today={today}
                nationalGrades={nationalGrades}
                isSound={isSound}
                onChange={onChange}
              />
            ),
          },
          {
            key: 'preview',
            label: '全部企业试算',
            children: isSound ? <ModelPreview model={model} /> : <p className="quiet">先改好上面列出的各处。</p>,
          },
        ]}
      />
    </>
  );
}
