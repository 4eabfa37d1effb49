import { describe, expect, test } from 'vitest';
import {
  addNode,
  balanceWeights,
  childrenOf,
  levelOf,
  moveNode,
  nodeById,
  parentOf,
  removeNode,
  replaceNode,
} from '../../../shared/features/grading/model-edit.ts';
import { modelProblems } from '../../../shared/features/grading/model-problems.ts';
import { sayChoice, sayDecay, sayRule } from '../../../shared/features/grading/model-words.ts';
import { IndicatorModel, type IndicatorNode } from '../../../shared/kernel/indicator-model.ts';
import { fc } from '../../support/properties.ts';

const basis = { source: { document: '示例', article: '一' }, standing: 'example' } as const;

function leaf(id: string, weight: number): IndicatorNode {
  return {
    node: 'facts',
    id,
    name: `示例指标${id}`,
    weight,
    direction: '-',
    reads: { kinds: ['penalty'], withinMonths: 12 },
    decay: null,
    rule: { kind: 'cumulative', each: 200 },
    ...basis,
  };
}

const model: IndicatorModel = IndicatorModel.parse({
  id: 'sample',
  version: 1,
  title: '示例模型',
  scale: 100,
  indicators: [
    {
      node: 'group',
      id: 'law',
      name: '守法',
      weight: 600,
      children: [leaf('fines', 700), leaf('visits', 300)],
      ...basis,
    },
    leaf('complaints', 400),
  ],
  vetoes: [],
  bonuses: [],
  bands: [
    { grade: 'A', from: 80, ...basis },
    { grade: 'B', from: 0, ...basis },
  ],
  cases: [],
  ...basis,
});

describe('修改指标树', () => {
  test('增加的指标接在末尾，权重取这一支余下的；原来的模型不变', () => {
    const lighter = replaceNode(model, { ...leaf('visits', 100) });
    const added = addNode(lighter, 'law', 'facts');
    expect(childrenOf(added.model, 'law').map(({ id, weight }) => [id, weight])).toEqual([
      ['fines', 700],
      ['visits', 100],
      [added.id, 200],
    ]);
    expect(levelOf(added.model, added.id)).toBe(2);
    expect(parentOf(added.model, added.id)).toBe('law');
    expect(childrenOf(model, 'law')).toHaveLength(2);
    expect(modelProblems(added.model)).toEqual([]);
  });

  test('新的指标组自带一个指标，各支合计100%就可以保存', () => {
    const { model: grown, id } = addNode(model, null, 'group');
    expect(childrenOf(grown, id)).toHaveLength(1);
    expect(modelProblems(balanceWeights(grown, null))).toEqual([]);
  });

  test('删除指标组，其下的指标一并删除', () => {
    const left = removeNode(model, 'law');
    expect(nodeById(left, 'fines')).toBeNull();
    expect(modelProblems(left).map(({ sentence }) => sentence)).toEqual([
      '一级指标的权重合计40%（示例指标complaints40%），应为100%。请调整，或点“按比例调到100%”。',
    ]);
  });

  test('上移、下移只在本支之内，到头不动', () => {
    expect(childrenOf(moveNode(model, 'visits', -1), 'law').map(({ id }) => id)).toEqual(['visits', 'fines']);
    expect(moveNode(model, 'fines', -1)).toEqual(model);
  });

  test('按比例调到100%：合计总是1000，谁也不少于千分之一，次序不变', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 }), (weights) => {
        const odd = { ...model, indicators: weights.map((weight, n) => leaf(`i${n}`, weight)) } as IndicatorModel;
        const balanced = balanceWeights(odd, null).indicators;
        expect(balanced.reduce((sum, { weight }) => sum + weight, 0)).toBe(1000);
        expect(Math.min(...balanced.map(({ weight }) => weight))).toBeGreaterThan(0);
        expect(balanced.map(({ id }) => id)).toEqual(odd.indicators.map(({ id }) => id));
      }),
    );
  });
});

describe('模型的毛病说明在哪里、怎么改', () => {
  const sentences = (changed: IndicatorModel) => modelProblems(changed).map(({ sentence }) => sentence);

  test('区间、线性、衰减不合理的，说出指标名称', () => {
    const bands = [
      { from: 3, degree: 500 },
      { from: 2, degree: 800 },
    ];
    const rule = { kind: 'interval', measure: 'count', bands } as const;
    const decay = { kind: 'linear', wholeMonths: 12, zeroMonths: 6 } as const;
    const odd = replaceNode(model, { ...leaf('fines', 700), rule, decay } as IndicatorNode);
    expect(sentences(odd)).toEqual([
      '“示例指标fines”：区间须从小到大，每一段的得分程度也须逐段增大。请调整。',
      '“示例指标fines”：时间衰减在12个月内不减少，须晚于它才减完。请把减完的月数改大。',
    ]);
  });

  test('最差一级不从0分起、否决到没有的等级，都不能保存', () => {
    const bands = [model.bands[0]!, { ...model.bands[1]!, from: 10 }];
    const veto = { id: 'v', name: '重大事故', reads: { kinds: ['accident'] }, atLeast: 1, grade: 'D', ...basis };
    expect(sentences({ ...model, bands, vetoes: [veto] } as IndicatorModel)).toEqual([
      '最差一级的分数线须为0分，使每个得分都有等级。请改为0。',
      '“重大事故”：否决后定为D级，而等级划分中没有这一级。请改选。',
    ]);
  });

  test('没有写依据的，说明没有的写“本局自定”', () => {
    const node = { ...leaf('fines', 700), source: { document: '', article: '' } };
    expect(sentences(replaceNode(model, node))).toEqual([
      '“示例指标fines”没有写明依据的文件和条款。请填写；没有的写“本局自定”。',
    ]);
  });

  test('别的毛病由结构检查兜底，仍说出是哪一项', () => {
    const node = { ...leaf('fines', 700), rule: { kind: 'cumulative', each: 5000 } } as IndicatorNode;
    expect(modelProblems(replaceNode(model, node))).toEqual([
      { id: 'fines', sentence: '“示例指标fines”有一项没有填写，或者数字超出允许的范围。请检查。' },
    ]);
  });
});

test('规则读起来是一句话', () => {
  expect(sayChoice({ kinds: ['penalty', 'complaint'], severity: ['serious'], withinMonths: 12 })).toBe(
    '近12个月的行政处罚、投诉举报（严重）',
  );
  expect(sayRule({ kind: 'cumulative', each: 200, bySeverity: { serious: 500 } })).toBe(
    '每件20%，严重的每件50%，累计到100%',
  );
  expect(sayRule({ kind: 'linear', measure: 'amount', from: 0, to: 10_000 })).toBe(
    '0元计0%，到10000元计100%，其间按比例',
  );
  expect(
    sayDecay({
      kind: 'steps',
      steps: [
        { untilMonths: 12, share: 1000 },
        { untilMonths: 24, share: 505 },
      ],
    }),
  ).toBe('12个月内计100%，24个月内计50.5%，以后不再计');
});
