import { afterAll, beforeAll, expect, test } from 'vitest';
import { objectKinds } from '../../../shared/features/rosters/object-columns.ts';
import type { PoolFilter } from '../../../shared/kernel/pool-filter.ts';
import { makeUscc } from '../../../shared/kernel/uscc.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';

let office: Office;

const sample = { kind: '企业', status: '存续', aboveScale: false, priority: false } as const;
const entries = [
  { ...sample, name: '示例甲矿业有限公司', industry: '有色金属采选', aboveScale: true, priority: true, town: '示例镇' },
  { ...sample, name: '示例乙加油站', industry: '成品油零售', town: '示例镇', tags: ['危险化学品', '加油站'] },
  { ...sample, name: '示例丙商行', kind: '个体工商户' as const, industry: '零售', town: '示例苏木' },
  { ...sample, name: '示例（丁）石油有限公司', industry: '石油', status: '注销' as const, tags: ['危险化学品'] },
];

beforeAll(async () => {
  office = await openOffice();
  const licences = [{ name: '成品油零售经营批准证书', number: '示例1' }, { name: '安全生产许可证' }];
  for (const [index, entry] of entries.entries()) {
    const code = makeUscc('91150784', index + 1);
    const whole = { ...entry, code, licences: index === 1 ? licences : [] };
    must(await office.as('operator').rosters.addObject.mutate({ entry: whole, reason: '示例入库' }));
  }
});
afterAll(() => office.close());

test.each<[string, PoolFilter, number]>([
  ['不限', {}, 4],
  ['规上', { aboveScale: true }, 1],
  ['规下', { aboveScale: false }, 3],
  ['重点', { isKey: true }, 1],
  ['一般', { isKey: false }, 3],
  ['类型', { kinds: ['个体工商户'] }, 1],
  ['乡镇之一', { townships: ['示例镇', '示例苏木'] }, 3],
  ['行业', { industries: ['有色金属采选', '石油'] }, 2],
  ['标签之一', { tags: ['危险化学品', '不存在'] }, 2],
  ['持有许可', { licences: ['安全生产许可证'] }, 1],
  ['名称含', { nameHas: '(丁)' }, 1],
  ['行业含', { nameHas: '零售' }, 2],
  ['各条同时满足', { tags: ['危险化学品'], townships: ['示例镇'], kinds: ['企业'] }, 1],
  ['空表与空白不缩小', { tags: [], kinds: [], nameHas: '  ' }, 4],
])('抽取范围：%s', async (_name, filter, expected) => {
  expect(await office.as('operator').plans.poolCount.query(filter)).toBe(expected);
});

test('可选的范围来自名录', async () => {
  expect(await office.as('operator').plans.poolChoices.query()).toEqual({
    kinds: [...objectKinds],
    townships: ['示例苏木', '示例镇'],
    industries: ['成品油零售', '有色金属采选', '石油', '零售'],
    tags: ['加油站', '危险化学品'],
    licences: ['安全生产许可证', '成品油零售经营批准证书'],
  });
});
