import { afterEach, beforeEach, expect, test } from 'vitest';
import { objectSorts } from '../../../shared/features/rosters/object-list.ts';
import type { ObjectForm } from '../../../shared/features/rosters/schemas.ts';
import { makeUscc } from '../../../shared/kernel/uscc.ts';
import { addObject, blankObject } from '../../support/objects.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { fc } from '../../support/properties.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const operator = () => office.as('operator').rosters;
let number = 0;

async function add(name: string, part: Partial<ObjectForm> = {}): Promise<number> {
  number += 1;
  return addObject(office, name, number, part);
}

const namesFor = async (text: string) =>
  (await operator().objects.query({ text, limit: 2_000 })).lines.map(({ name }) => name);

test('名称的一段、两个字、代码的一段、拼音首字母和全拼都找得到', async () => {
  const factory = '额尔古纳市工业园示例一厂';
  const shop = '示例（草原）商贸部';
  await add(factory, { code: makeUscc('91150784', 7_654_321) });
  await add(shop);
  for (const text of [
    '额尔古纳市工',
    '一厂',
    '7654321',
    'eegnsgy',
    'EEGNSGY',
    'eerguna',
    'eergunash',
    'gongye',
    "e'er gu na",
  ]) {
    expect([text, await namesFor(text)]).toEqual([text, [factory]]);
  }
  for (const text of ['（草原）', '(草原)', '商贸', 'cysm', 'caoyuan', 'shangmao']) {
    expect([text, await namesFor(text)]).toEqual([text, [shop]]);
  }
  expect(await namesFor('slyc')).toEqual([factory]);
  expect(await namesFor('不存在')).toEqual([]);
});

test('多音字按每一个读音都找得到', async () => {
  const name = '长乐重庆行示例社';
  await add(name);
  for (const text of [
    'clzq',
    'zyzq',
    'cycq',
    'changle',
    'zhangyue',
    'chongqing',
    'zhongqingh',
    'zhangyuechongqinghang',
  ]) {
    expect([text, await namesFor(text)]).toEqual([text, [name]]);
  }
});

test('通配符只当作字来找', async () => {
  await add('示例甲*厂');
  await add('示例乙厂');
  expect(await namesFor('甲*厂')).toEqual(['示例甲*厂']);
  for (const text of ['示*厂', '[示]', '示?', '%', '_']) expect([text, await namesFor(text)]).toEqual([text, []]);
});

test('改名以后按新名找得到，按旧名找不到；移出以后都找不到', async () => {
  const id = await add('示例旧名厂');
  const entry = { ...blankObject, name: '示例新号社', code: makeUscc('91150784', number) };
  must(await operator().changeObject.mutate({ id, entry, reason: '更名' }));
  expect([await namesFor('旧名'), await namesFor('jiuming'), await namesFor('xinhao')]).toEqual([
    [],
    [],
    ['示例新号社'],
  ]);
  must(await operator().removeObject.mutate({ id, reason: '误登记' }));
  expect(await namesFor('xinhao')).toEqual([]);
});

test('被退回的新增不留下读音，之后的新增照样找得到', async () => {
  const code = makeUscc('91150784', 900);
  await add('示例甲厂', { code });
  const refused = await operator().addObject.mutate({
    entry: { ...blankObject, name: '重长行示例', code },
    reason: '重复登记',
  });
  expect(refused).toMatchObject({ ok: false, code: 'OBJECT_CODE_TAKEN' });
  await add('乐藏示例社');
  await add('重长行示例');
  expect(await namesFor('yuezang')).toEqual(['乐藏示例社']);
  expect(await namesFor('chongzhanghang')).toEqual(['重长行示例']);
});

test('条件可以同时用，总数是条件内的户数', async () => {
  await add('示例甲矿业', { industry: '采矿业', tags: ['危化', '重点"用能'], priority: true });
  await add('示例乙矿业', { industry: '采矿业', status: '停业' });
  await add('示例丙商贸', { industry: '批发业', tags: ['用能'] });
  const licences = [{ name: '采矿许可证', number: '示采1' }];
  await add('示例丁矿业', { industry: '采矿业', licences });
  const found = async (filter: Parameters<Office['anyone']['rosters']['objects']['query']>[0]) => {
    const { lines, total } = await operator().objects.query(filter);
    expect(total).toBe(lines.length);
    return lines.map(({ name }) => name.slice(2, 3)).join('');
  };
  expect(await found({ industries: ['采矿业'] })).toBe('甲乙丁');
  expect(await found({ industries: ['采矿业'], statuses: ['停业'] })).toBe('乙');
  expect(await found({ text: 'ky', priority: true })).toBe('甲');
  expect(await found({ tag: '重点"用能' })).toBe('甲');
  expect(await found({ tag: '用能' })).toBe('丙');
  expect(await found({ licence: '采矿许可证' })).toBe('丁');
  expect(await operator().objectChoices.query()).toEqual({
    townships: [],
    industries: ['批发业', '采矿业'].sort(),
    tags: ['危化', '用能', '重点"用能'],
    licences: ['采矿许可证'],
  });
});

test('每一列都能排序，正反相反，分页不重不漏', async () => {
  const industries = ['采矿业', '批发业', ''];
  for (let i = 0; i < 30; i += 1) {
    await add(`示例${'甲乙丙丁戊己'.charAt(i % 6)}${i}厂`, {
      industry: industries[i % 3] ?? '',
      town: `示例${i % 4}镇`,
      priority: i % 2 === 0,
      aboveScale: i % 5 === 0,
      phone: i % 7 === 0 ? '' : `1380000${String(1_000 + i)}`,
    });
  }
  const ids = async (input: Parameters<Office['anyone']['rosters']['objects']['query']>[0]) =>
    (await operator().objects.query(input)).lines.map(({ id }) => id);
  for (const filter of [{}, { text: '示例' }]) {
    for (const sort of objectSorts) {
      const forward = await ids({ ...filter, sort, limit: 2_000 });
      const backward = await ids({ ...filter, sort, descending: true, limit: 2_000 });
      expect(forward).toHaveLength(30);
      expect(backward).toEqual(forward.toReversed());
      const paged: number[] = [];
      for (let offset = 0; offset < 30; offset += 7) paged.push(...(await ids({ ...filter, sort, offset, limit: 7 })));
      expect(paged).toEqual(forward);
    }
  }
});

test('找名称的一段，与逐户看名称的结果相同', async () => {
  const characters = fc.constantFrom(...'示例长重行乐厂甲乙·（）A1');
  const name = fc.array(characters, { minLength: 1, maxLength: 6 }).map((part) => part.join(''));
  const names = fc.sample(name, 40).map((one, index) => `${one}${index}`);
  for (const one of names) await add(one);
  const plain = (text: string) => text.replaceAll('（', '(').replaceAll('）', ')').toUpperCase();
  await fc.assert(
    fc.asyncProperty(name, async (text) => {
      const found = await namesFor(text);
      const expected = names.filter((one) => plain(one).includes(plain(text)));
      for (const one of expected) expect(found).toContain(one);
      if (!/^[A-Z0-9]+$/i.test(text)) expect(found).toHaveLength(expected.length);
    }),
    { numRuns: 50 },
  );
});
