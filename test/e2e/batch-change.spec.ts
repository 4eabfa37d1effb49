import { expect, type Page, test } from '@playwright/test';
import { parseWorkbook } from '../../electron/workbooks/parse.ts';
import { downloaded } from './support/pages.ts';
import { picture } from './support/pictures.ts';
import { type Program, signIn, startSampleOffice } from './support/program.ts';
import { call, stageFile } from './support/stage.ts';

let program: Program;

test.beforeAll(async ({ browser }) => {
  program = await startSampleOffice();
  const page = await browser.newPage();
  await signIn(page, program, 'operator');
  const id = await stageFile(page, program, 'rosters/objects', 'objects-60.xlsx');
  await call(page, program, 'rosters.confirmImport', { id });
  await page.close();
});
test.afterAll(() => program.stop());

test.beforeEach(async ({ page }) => {
  await signIn(page, program, 'operator');
  await page.goto(`${program.address}/rosters`);
  await expect(page.getByText('共 55 条', { exact: true })).toBeVisible();
});

const search = async (page: Page, text: string) => {
  await page.getByLabel('查找', { exact: true }).fill(text);
  await page.getByLabel('查找', { exact: true }).press('Enter');
};

test('条件内全选，批量加标签，整批撤销', async ({ page }) => {
  await search(page, 'shili');
  await page.getByRole('button', { name: '全选' }).click();
  await expect(page.getByText('已选 55 条（条件内共 55 条）')).toBeVisible();
  await page.getByRole('row').nth(2).getByRole('checkbox').uncheck();
  await expect(page.getByText('已选 54 条（条件内共 55 条）')).toBeVisible();
  await page.getByRole('button', { name: '反选' }).click();
  await expect(page.getByText('已选 1 条（条件内共 55 条）')).toBeVisible();
  await page.getByRole('button', { name: '反选' }).click();

  await page.getByRole('button', { name: '批量变更' }).click();
  const form = page.getByRole('dialog', { name: /批量变更/ });
  await form.getByLabel('加上标签').fill('示例新标签');
  await form.getByLabel('加上标签').press('Enter');
  await form.getByLabel('变更事由').fill('年度名单调整');
  await expect(form.getByText('加上监管标签“示例新标签”：54户会变更')).toBeVisible();
  await picture(page, 'batch-change-form');
  await form.getByRole('button', { name: '变更54户' }).click();
  await expect(page.getByText('已变更54户')).toBeVisible();
  await expect(page.getByText('已选 0 条')).toBeVisible();

  await page.goto(`${program.address}/rosters/batches`);
  const batch = page.getByRole('row', { name: /加上监管标签“示例新标签”/ });
  await expect(batch.getByText('54', { exact: true })).toBeVisible();
  await picture(page, 'batch-changes');
  await batch.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('textbox', { name: '事由' }).fill('标签选错');
  await page.getByRole('button', { name: '撤销这一批' }).click();
  await expect(page.getByText('54户恢复原样')).toBeVisible();
  await expect(batch.getByText(/已撤销/)).toBeVisible();
  await page.goto(`${program.address}/rosters?l.tag=${encodeURIComponent('示例新标签')}`);
  await expect(page.getByText('没有符合条件的记录。')).toBeVisible();
});

test('批量改状态写明日期和文号，对象的变更记录里看得到', async ({ page }) => {
  await search(page, '示例五十号');
  await expect(page.getByText('共 1 条', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '全选' }).click();
  await page.getByRole('button', { name: '批量变更' }).click();
  const form = page.getByRole('dialog', { name: /批量变更/ });
  await form.getByLabel('变更哪一项').click();
  await page.locator('.ant-select-item-option[title="状态"]').click();
  await form.getByLabel('状态变更日期').fill('2026-09-01');
  await form.getByLabel('状态变更文号').fill('示市监注〔2026〕1号');
  await form.getByLabel('变更事由').fill('登记机关通报');
  await expect(form.getByText('状态改为“注销”（2026-09-01，示市监注〔2026〕1号）：1户会变更')).toBeVisible();
  await form.getByRole('button', { name: '变更1户' }).click();
  await expect(page.getByText('已变更1户')).toBeVisible();
  await page
    .getByText(/^示例五十号/)
    .first()
    .click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('2026-09-01，示市监注〔2026〕1号')).toBeVisible();
  await picture(page, 'object-drawer');
  await drawer.getByRole('tab', { name: /变更记录/ }).click();
  await expect(drawer.getByText('批量变更：登记机关通报')).toBeVisible();
  await expect(drawer.getByText(/第1批导入/)).toBeVisible();
  await picture(page, 'object-history');
});

test('常用条件存下来，换了条件再选回', async ({ page }) => {
  await search(page, '矿业');
  await expect(page.getByText('共 55 条', { exact: true })).toBeHidden();
  const address = page.url();
  await page.getByRole('button', { name: '常用条件' }).click();
  await page.getByRole('button', { name: '保存当前条件' }).click();
  await page.getByLabel('名称', { exact: true }).fill('各家矿业');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('已保存常用条件')).toBeVisible();
  await page.getByRole('button', { name: '清空条件' }).click();
  await expect(page.getByText('共 55 条', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '常用条件' }).click();
  await picture(page, 'saved-filters');
  await page.getByRole('button', { name: '各家矿业', exact: true }).click();
  await expect(page).toHaveURL(address);
});

test('查看完整电话写明事由，操作台账里有一条', async ({ page }) => {
  await page
    .getByText(/^示例一号/)
    .first()
    .click();
  const drawer = page.getByRole('dialog').first();
  await expect(drawer.getByText(/^138\*{4}\d{4}$/)).toBeVisible();
  await drawer.getByRole('button', { name: '查看联系方式' }).click();
  await page.getByLabel('查看事由').fill('通知检查时间');
  await picture(page, 'reveal');
  await page.getByRole('button', { name: '查看', exact: true }).last().click();
  await expect(drawer.getByText(/^138\d{8}$/)).toBeVisible();
  await page.goto(`${program.address}/ledger`);
  await expect(page.getByText('查看完整个人信息').first()).toBeVisible();
  await expect(page.getByText(/1380000\d{4}/)).toHaveCount(0);
});

test('导出列表所示和完整名录，完整的要写事由；某一天的名录看得到也导得出', async ({ page }) => {
  const textOf = async (bytes: Uint8Array) => JSON.stringify(await parseWorkbook(new Uint8Array(bytes)));
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await picture(page, 'export-menu');
  const shown = await downloaded(page, page.getByText('列表所示的列（55户，号码隐去）'));
  expect(await textOf(shown.bytes)).not.toMatch(/1380000\d{4}/);
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByText('全部栏目，含完整联系方式和身份证号码……').click();
  await page.getByLabel('导出事由').fill('逐户通知');
  const full = await downloaded(page, page.getByRole('dialog').getByRole('button', { name: '导出' }));
  expect(await textOf(full.bytes)).toMatch(/1380000\d{4}/);

  await page.getByRole('button', { name: '某日名录' }).click();
  await expect(page.getByText(/终了时的名录，不是现在的名录/)).toBeVisible();
  await picture(page, 'roster-of-a-day');
  const day = await downloaded(page, page.getByRole('button', { name: '导出这一天的名录' }));
  expect(await textOf(day.bytes)).not.toMatch(/1380000\d{4}/);
  await page.getByLabel('名录日期').fill('2020-01-01');
  await expect(page.getByText('这一天名录里还没有检查对象。请选择以后的日期。')).toBeVisible();
  await page.getByRole('button', { name: '回到现在的名录' }).click();
  await expect(page.getByText('共 55 条', { exact: true })).toBeVisible();
});
