import { expect, test } from 'vitest';
import { branchesOf, IndicatorModel, nodesOf } from '../../../shared/kernel/indicator-model.ts';
import { sampleModel } from '../../support/models.ts';

const refused = (change: (model: IndicatorModel) => unknown) => {
  const model = structuredClone(sampleModel);
  change(model);
  const parsed = IndicatorModel.safeParse(model);
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
};

test('示例模型有三级指标，每一组的权重合为一', () => {
  expect(refused(() => undefined)).toEqual([]);
  expect(branchesOf(sampleModel).map(({ id, children }) => [id, children.length])).toEqual([
    ['', 3],
    ['conduct', 3],
    ['violations', 3],
    ['capacity', 2],
  ]);
  expect(nodesOf(sampleModel)).toHaveLength(11);
});

test('一组的权重加起来不是一的，不成模型', () => {
  const light = refused(({ indicators }) => Object.assign(indicators[0] ?? {}, { weight: 600 }));
  expect(light).toEqual(['the weights under  add up to 900 thousandths']);
});

test('等级分段须从满分到零分接上，不留空档', () => {
  expect(refused(({ bands }) => bands.pop())).toEqual([
    'the grade bands do not go from the best down to nothing',
    'the veto grave gives a grade without a band',
  ]);
  expect(refused(({ bands }) => Object.assign(bands[0] ?? {}, { from: 101 }))).toEqual([
    'a grade band beyond the scale',
  ]);
  expect(refused(({ bands }) => Object.assign(bands[1] ?? {}, { grade: 'A' }))).toContain('grades out of order');
});

test('事实越多程度越低的规则不成立，时间衰减不回升', () => {
  const rising = {
    kind: 'interval',
    measure: 'count',
    bands: [
      { from: 1, degree: 500 },
      { from: 2, degree: 400 },
    ],
  };
  const growing = {
    kind: 'steps',
    steps: [
      { untilMonths: 6, share: 500 },
      { untilMonths: 12, share: 800 },
    ],
  };
  const second = ({ indicators }: IndicatorModel) => {
    const [, capacity] = indicators;
    return (capacity?.node === 'group' ? capacity.children[0] : undefined) ?? {};
  };
  expect(refused((model) => Object.assign(second(model), { rule: rising }))).toEqual(['bands out of order']);
  expect(refused((model) => Object.assign(second(model), { decay: growing }))).toEqual(['steps out of order']);
});

test('指标不能有第四级，代号不能重复', () => {
  const deep = refused(({ indicators }) => {
    const group = indicators[0];
    const inner = group?.node === 'group' ? group.children[0] : undefined;
    if (inner?.node === 'group') Object.assign(inner, { children: [structuredClone(inner)] });
  });
  expect(deep).not.toEqual([]);
  expect(refused(({ bonuses }) => Object.assign(bonuses[0] ?? {}, { id: 'listed' }))).toEqual(['an id used twice']);
});
