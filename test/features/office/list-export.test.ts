import { expect, test } from 'vitest';
import { openOffice } from '../../support/office.ts';

const list = {
  title: '账号',
  columns: [
    { heading: '姓名', kind: 'text' },
    { heading: '次数', kind: 'number' },
  ],
  rows: [
    ['=1+1', 3],
    ['示例经办', null],
  ],
};
const post = (body: unknown) => ({ method: 'POST', body: JSON.stringify(body) });

test('列表导出为表格，记入台账；未登录者不能导出', async () => {
  const office = await openOffice({ today: '2026-09-07' });
  const exported = await office.fetch('operator', '/files/office/list.xlsx', post(list));
  expect(exported.headers.get('content-disposition')).toContain(encodeURIComponent('账号-2026-09-07.xlsx'));
  expect(
    Buffer.from(await exported.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  const [newest] = await office.as('admin').ledger.lines.query({ limit: 1 });
  expect(newest).toMatchObject({ action: 'office.export-list', actor: '示例经办', subject: '账号' });

  const refused = await office.fetch(null, '/files/office/list.xlsx', post(list));
  expect(await refused.json()).toMatchObject({ ok: false, code: 'NOT_SIGNED_IN' });
  const bad = await office.fetch('operator', '/files/office/list.xlsx', post({ ...list, title: '' }));
  expect(await bad.json()).toMatchObject({ code: 'BAD_INPUT', details: { problems: [{ field: 'title' }] } });
  await office.close();
});
