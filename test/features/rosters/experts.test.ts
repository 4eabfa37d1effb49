import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseWorkbook } from '../../../electron/workbooks/parse.ts';
import { renderWorkbook } from '../../../electron/workbooks/write.ts';
import { expertColumns, expertSheetName } from '../../../shared/features/rosters/experts.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { staged } from '../../support/roster-office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const operator = () => office.as('operator').rosters;
const expert = { name: '示例专家', field: '节能', unit: '示例研究所', phone: '13900000001', validUntil: '2027-12-31' };

test('专家的新增、变更、移出都有历史；同一单位同名的只有一人；电话在名单上隐去', async () => {
  const { id } = must(await operator().addExpert.mutate({ entry: expert, reason: '聘任' }));
  const twin = { ...expert, name: '示例 专家', unit: '示例研究所 ' };
  expect(await operator().addExpert.mutate({ entry: twin, reason: '聘任' })).toMatchObject({ code: 'EXPERT_TAKEN' });
  const entry = { ...expert, title: '高级工程师' };
  expect(await operator().changeExpert.mutate({ id, entry: expert, reason: '无' })).toMatchObject({
    code: 'UNCHANGED',
  });
  must(await operator().changeExpert.mutate({ id, entry, reason: '晋升' }));
  expect((await operator().experts.query())[0]).toMatchObject({ maskedPhone: '139****0001' });
  const { history } = await operator().expert.query({ id });
  expect(history).toMatchObject([
    { reason: '晋升', fields: [{ label: '职称', before: '', after: '高级工程师' }] },
    { reason: '聘任', change: 'added' },
  ]);
  expect(JSON.stringify(await office.as('leader').rosters.expert.query({ id }))).not.toContain(expert.phone);
  must(
    await operator().changeExpert.mutate({
      id,
      entry: { ...entry, phone: '139****0001', field: '机械' },
      reason: '变更',
    }),
  );
  expect(must(await operator().revealOfExpert.mutate({ id, reason: '请教' }))).toEqual({ value: expert.phone });
  must(await operator().removeExpert.mutate({ id, reason: '解聘' }));
  expect(await operator().experts.query()).toEqual([]);
  expect(await office.as('reviewer').rosters.addExpert.mutate({ entry, reason: '聘任' })).toMatchObject({
    code: 'NOT_ALLOWED',
  });
});

test('专家库用工作簿导入：先看后写，同一人更新；导出默认隐去电话', async () => {
  must(await operator().addExpert.mutate({ entry: expert, reason: '聘任' }));
  const rows = [
    ['示例专家', '节能', '示例研究所', '研究员', '13900000001', '2027-12-31', '聘书1号'],
    ['示例专家二', '机械', '示例学院', '', '', null, ''],
    ['示例专家三', '', '示例学院', '', '', null, ''],
  ];
  const bytes = await renderWorkbook({
    sheets: [{ name: expertSheetName, columns: expertColumns, rows }],
    createdAt: '2026-09-07T01:00:00.000Z',
  });
  const stageId = await staged(office, '/uploads/rosters/experts', bytes);
  const stage = (await operator().expertStage.query({ stageId })) ?? expect.fail('no stage');
  expect(stage.rows.map(({ name, update }) => `${name} ${update}`)).toEqual(['示例专家 true', '示例专家二 false']);
  expect(stage.problems.map(({ code }) => code)).toEqual(['WILL_UPDATE', 'MISSING']);
  expect(await operator().experts.query()).toHaveLength(1);
  expect(must(await operator().confirmExperts.mutate({ stageId }))).toEqual({ added: 1, updated: 1 });
  const book = await parseWorkbook(await office.download('leader', '/files/rosters/experts.xlsx'));
  const cells = book.ok ? book.value[0]?.rows[1]?.cells.map(({ text }) => text) : [];
  expect(cells).toEqual(['示例专家', '节能', '示例研究所', '研究员', '139****0001', '2027-12-31', '聘书1号']);
});
