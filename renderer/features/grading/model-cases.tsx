import { Button, Form, InputNumber, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { type CaseOutcome, runCases } from '../../../shared/features/grading/model-cases.ts';
import { freeId } from '../../../shared/features/grading/model-edit.ts';
import {
  accidentClassTitles,
  creditKinds,
  creditKindTitles,
  severityTitles,
} from '../../../shared/kernel/credit-facts.ts';
import type { CaseFact, IndicatorModel, ModelCase } from '../../../shared/kernel/indicator-model.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { useGradeTitle } from '../../ui/grade-titles.ts';
import { EntryList, TextField } from './model-fields.tsx';

interface CasesProps {
  readonly model: IndicatorModel;
  readonly today: string;
  readonly nationalGrades: readonly string[];
  /** A model with problems is not tried. */
  readonly isSound: boolean;
  readonly onChange?: (model: IndicatorModel) => void;
}

/** 测试用例: made-up enterprises kept with the model, and whether it still gives what they should get. */
export function CasesPart({ model, today, nationalGrades, isSound, onChange }: CasesProps) {
  const [openId, setOpen] = useState<string | null>(null);
  const say = useOutcomeWords();
  const open = model.cases.find(({ id }) => id === openId);
  const outcomes = new Map(isSound ? runCases(model).map((outcome) => [outcome.testCase.id, outcome]) : []);
  const put = (cases: ModelCase[]) => onChange?.({ ...model, cases });
  const add = () => {
    const id = freeId(model, 'case');
    const expected = { grade: model.bands[0]?.grade ?? 'A' };
    put([
      ...model.cases,
      { id, name: `示例企业${model.cases.length + 1}`, on: today, nationalGrade: null, facts: [], expected },
    ]);
    setOpen(id);
  };
  return (
    <>
      <Table<ModelCase>
        size="small"
        bordered
        pagination={false}
        rowKey={({ id }) => id}
        dataSource={model.cases}
        locale={{ emptyText: '没有测试用例。写几户有代表性的企业和应得的等级，改动模型后可以看到结果是否仍然如预期。' }}
        rowClassName={({ id }) => (id === openId ? 'row-opens ant-table-row-selected' : 'row-opens')}
        onRow={({ id }) => ({ onClick: () => setOpen(id) })}
        columns={[
          { title: '用例', dataIndex: 'name' },
          { title: '哪一天', dataIndex: 'on', width: 110 },
          { title: '记录', width: 70, align: 'right', render: (_, { facts }) => `${facts.length}条` },
          { title: '应得', width: 130, render: (_, { expected }) => say(expected) },
          { title: '现得', width: 190, render: (_, { id }) => <Outcome outcome={outcomes.get(id) ?? null} /> },
        ]}
      />
      {onChange !== undefined && <Button onClick={add}>增加测试用例</Button>}
      {open !== undefined && onChange !== undefined && (
        <CaseForm
          key={open.id}
          model={model}
          one={open}
          nationalGrades={nationalGrades}
          onChange={(changed) => put(model.cases.map((one) => (one.id === changed.id ? changed : one)))}
          onRemove={() => {
            put(model.cases.filter(({ id }) => id !== open.id));
            setOpen(null);
          }}
        />
      )}
    </>
  );
}

function Outcome({ outcome }: { readonly outcome: CaseOutcome | null }) {
  const say = useOutcomeWords();
  if (outcome === null) return '—';
  const { grade, score, isAsExpected } = outcome;
  return (
    <>
      {say({ grade, points: score.points })}{' '}
      <Tag color={isAsExpected ? 'green' : 'red'}>{isAsExpected ? '相符' : '不符'}</Tag>
    </>
  );
}

/** `B级，80.8分`; points only where they are to be checked. */
function useOutcomeWords() {
  const titleOf = useGradeTitle();
  return ({ grade, points }: ModelCase['expected']) =>
    `${titleOf(grade)}${points === undefined ? '' : `，${points / 1000}分`}`;
}

interface CaseFormProps {
  readonly model: IndicatorModel;
  readonly one: ModelCase;
  readonly nationalGrades: readonly string[];
  readonly onChange: (one: ModelCase) => void;
  readonly onRemove: () => void;
}

function CaseForm({ model, one, nationalGrades, onChange, onRemove }: CaseFormProps) {
  const change = (part: Partial<ModelCase>) => onChange({ ...one, ...part });
  const { expected } = one;
  const titleOf = useGradeTitle();
  return (
    <Form layout="vertical" component="div" className="model-case">
      <div className="field-grid">
        <TextField id={`${one.id}-name`} label="用例名称" value={one.name} onChange={(name) => change({ name })} />
        <Form.Item label="按哪一天评" htmlFor={`${one.id}-on`}>
          <DayInput id={`${one.id}-on`} value={one.on} onChange={(on) => on && change({ on })} />
        </Form.Item>
        <Form.Item label="国家评价等级" htmlFor={`${one.id}-national`}>
          <Select
            id={`${one.id}-national`}
            value={one.nationalGrade ?? ''}
            onChange={(national) => change({ nationalGrade: national === '' ? null : national })}
            options={[{ value: '', label: '没有' }, ...nationalGrades.map((value) => ({ value, label: value }))]}
          />
        </Form.Item>
        <Form.Item label="应得等级" htmlFor={`${one.id}-grade`}>
          <Select
            id={`${one.id}-grade`}
            value={expected.grade}
            onChange={(grade) => change({ expected: { ...expected, grade } })}
            options={model.bands.map(({ grade }) => ({ value: grade, label: titleOf(grade) }))}
          />
        </Form.Item>
        <Form.Item label="应得分（不核对分数的不填）" htmlFor={`${one.id}-points`}>
          <InputNumber
            id={`${one.id}-points`}
            min={0}
            max={model.scale}
            precision={3}
            value={expected.points === undefined ? null : expected.points / 1000}
            onChange={(points) =>
              change({
                expected: { grade: expected.grade, ...(points === null ? {} : { points: Math.round(points * 1000) }) },
              })
            }
          />
        </Form.Item>
      </div>
      <EntryList
        entries={one.facts}
        keyOf={(_, index) => `${index}`}
        addText="增加一条记录"
        empty="这户企业没有记录。"
        onAdd={() => change({ facts: [...one.facts, { kind: 'penalty', happenedOn: one.on }] })}
        onRemove={(index) => change({ facts: one.facts.toSpliced(index, 1) })}
      >
        {(fact, index) => (
          <FactFields
            id={`${one.id}-${index}`}
            fact={fact}
            onChange={(changed) => change({ facts: one.facts.with(index, changed) })}
          />
        )}
      </EntryList>
      <Button danger onClick={onRemove}>
        删除这个用例
      </Button>
    </Form>
  );
}

interface FactFieldsProps {
  readonly id: string;
  readonly fact: CaseFact;
  readonly onChange: (fact: CaseFact) => void;
}

function FactFields({ id, fact, onChange }: FactFieldsProps) {
  const change = (part: { readonly [K in keyof CaseFact]?: CaseFact[K] | undefined | null }) => {
    const merged = Object.entries({ ...fact, ...part }).filter(
      ([, value]) => value !== undefined && value !== null && value !== '',
    );
    onChange(Object.fromEntries(merged) as CaseFact);
  };
  const choice = <K extends string>(titles: Readonly<Record<K, string>>) => [
    { value: '', label: '不分' },
    ...(Object.keys(titles) as K[]).map((value) => ({ value, label: titles[value] })),
  ];
  return (
    <div className="field-grid">
      <Form.Item label="类别" htmlFor={`${id}-kind`}>
        <Select
          id={`${id}-kind`}
          showSearch={{ optionFilterProp: 'label' }}
          value={fact.kind}
          onChange={(kind) => change({ kind })}
          options={creditKinds.map((value) => ({ value, label: creditKindTitles[value] }))}
        />
      </Form.Item>
      <Form.Item label="日期" htmlFor={`${id}-on`}>
        <DayInput id={`${id}-on`} value={fact.happenedOn} onChange={(on) => on && change({ happenedOn: on })} />
      </Form.Item>
      <Form.Item label="失信程度" htmlFor={`${id}-severity`}>
        <Select
          id={`${id}-severity`}
          value={fact.severity ?? ''}
          onChange={(severity) =>
            change({ severity: severity === '' ? undefined : (severity as CaseFact['severity']) })
          }
          options={choice(severityTitles)}
        />
      </Form.Item>
      {fact.kind === 'accident' && (
        <Form.Item label="事故等级" htmlFor={`${id}-accident`}>
          <Select
            id={`${id}-accident`}
            value={fact.accidentClass ?? ''}
            onChange={(one) => change({ accidentClass: one === '' ? undefined : (one as CaseFact['accidentClass']) })}
            options={choice(accidentClassTitles)}
          />
        </Form.Item>
      )}
      <Form.Item label="结果" htmlFor={`${id}-outcome`}>
        <Select
          id={`${id}-outcome`}
          value={fact.outcome ?? ''}
          onChange={(outcome) => change({ outcome: outcome === '' ? undefined : (outcome as CaseFact['outcome']) })}
          options={choice({ good: '良好', bad: '不良' })}
        />
      </Form.Item>
      <Form.Item label="金额（元）" htmlFor={`${id}-amount`}>
        <InputNumber
          id={`${id}-amount`}
          min={0}
          precision={2}
          value={fact.amountFen === undefined ? null : fact.amountFen / 100}
          onChange={(yuan) => change({ amountFen: yuan === null ? undefined : Math.round(yuan * 100) })}
        />
      </Form.Item>
      <Form.Item label="结束日期" htmlFor={`${id}-ended`}>
        <DayInput id={`${id}-ended`} value={fact.endedOn} onChange={(endedOn) => change({ endedOn })} />
      </Form.Item>
      <Form.Item label="修复日期" htmlFor={`${id}-repaired`}>
        <DayInput id={`${id}-repaired`} value={fact.repairedOn} onChange={(repairedOn) => change({ repairedOn })} />
      </Form.Item>
    </div>
  );
}
