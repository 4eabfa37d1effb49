import { expect, test } from 'vitest';
import {
  type Declaration,
  findRecusals,
  type PossibleObject,
} from '../../../shared/features/rosters/found-recusals.ts';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import { fc } from '../../support/properties.ts';

const object = (id: number, name: string, personInCharge: string): PossibleObject => ({ id, name, personInCharge });
const declares = (officerId: number, part: Partial<Declaration>): Declaration => ({
  officerId,
  formerEmployers: [],
  relatives: [],
  ...part,
});

test.each([
  ['示例（集团）有限公司', '示例(集团)有限公司'],
  ['示例 有限公司', '示例有限公司'],
  ['示例ＡＢ公司', '示例ab公司'],
])('曾任职单位%s就是%s', (declared, name) => {
  const found = findRecusals([declares(1, { formerEmployers: [{ employer: declared }] })], [object(9, name, '')]);
  expect(found).toMatchObject([{ officerId: 1, objectId: 9, reason: '曾任职' }]);
});

test.each(['·', '•', '・', '･'])('蒙古族姓名中间的%s不影响比对', (dot) => {
  const relatives = [{ relation: '配偶' as const, name: `示例${dot}巴图` }];
  expect(findRecusals([declares(1, { relatives })], [object(9, '示例公司', '示例·巴图')])).toHaveLength(1);
});

test('依据里不写亲属姓名；申报单位与对象不同的提醒核实', () => {
  const relatives = [
    { relation: '配偶' as const, name: '示例亲属', company: '别的公司' },
    { relation: '子女' as const, name: '示例子女', company: '示例公司' },
  ];
  const [found] = findRecusals([declares(1, { relatives })], [object(9, '示例公司', '示例亲属')]);
  expect(found?.evidence).toBe(
    '申报的亲属（配偶）与该对象负责人同名，申报的单位不是该对象，请核实是否同一人；申报的亲属（子女）所在单位与该对象名称一致',
  );
});

test('没有负责人、没有单位的不比对', () => {
  const relatives = [{ relation: '配偶' as const, name: '示例亲属' }];
  expect(findRecusals([declares(1, { relatives })], [object(9, '示例公司', '')])).toEqual([]);
});

const names = fc.constantFrom(
  '示例甲',
  '示例 甲',
  '示例乙',
  '示例·丙',
  '示例•丙',
  '示例公司（一）',
  '示例公司(一)',
  '',
);
const objects = fc
  .array(fc.tuple(names, names), { maxLength: 12 })
  .map((list) => list.map(([name, person], id) => object(id, name, person)));
const declarations = fc.array(
  fc.record({
    formers: fc.array(names.filter(Boolean), { maxLength: 3 }),
    relatives: fc.array(fc.tuple(names.filter(Boolean), names), { maxLength: 3 }),
  }),
  { maxLength: 6 },
);

test('查到的正好是逐对比较得出的：不多、不少、每对一次', () => {
  fc.assert(
    fc.property(objects, declarations, (all, declared) => {
      const list = declared.map(({ formers, relatives }, officerId) =>
        declares(officerId, {
          formerEmployers: formers.map((employer) => ({ employer })),
          relatives: relatives.map(([name, company]) => ({ relation: '其他亲属', name, company })),
        }),
      );
      const same = (one: string, other: string) => nameKey(one) !== '' && nameKey(one) === nameKey(other);
      const expected = all.flatMap(({ id, name, personInCharge }) =>
        list
          .filter(
            ({ formerEmployers, relatives }) =>
              formerEmployers.some(({ employer }) => same(employer, name)) ||
              relatives.some((one) => same(one.name, personInCharge) || same(one.company ?? '', name)),
          )
          .map(({ officerId }) => `${officerId} ${id}`),
      );
      const found = findRecusals(list, all).map(({ officerId, objectId }) => `${officerId} ${objectId}`);
      expect(found.toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 500 },
  );
});

test('依据不变，结论逐字不变；换一个负责人就是另一个依据', () => {
  const relatives = [
    { relation: '配偶' as const, name: '示例甲' },
    { relation: '配偶' as const, name: '示例乙' },
  ];
  const find = (person: string) => findRecusals([declares(1, { relatives })], [object(9, '示例公司', person)])[0];
  expect(find('示例甲')).toEqual(find('示例 甲'));
  expect(find('示例甲')?.evidence).toBe(find('示例乙')?.evidence);
  expect(find('示例甲')?.basis).not.toBe(find('示例乙')?.basis);
});
