import { expect, type Page, test } from '@playwright/test';
import { pastWorkbook } from '../support/past-files.ts';
import { closeDrawer, downloaded, visit } from './support/pages.ts';
import { picture } from './support/pictures.ts';
import { type Program, signIn, startSampleOffice } from './support/program.ts';
import { setTaskUp } from './support/stage.ts';

const year = new Date().getFullYear();
const visited = '示例一号矿业有限公司';
const item = '工业企业安全生产检查';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
let program: Program;

// The second test goes on where the first one left the office.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  program = await startSampleOffice();
});
test.afterAll(() => program.stop());

test('以往检查导入后，本年度查过同一事项的不再抽取，撤销后恢复', async ({ page }) => {
  test.setTimeout(600_000);
  const { taskId } = await setTaskUp(page, program, year);
  await expect(page.getByRole('link', { name: '导入以往检查' })).toBeVisible();
  await picture(page, 'past-00-home');
  await visit(page, '以往检查', '检查');
  await expect(page.getByText('还没有登记以往检查。')).toBeVisible();
  await picture(page, 'past-01-empty');

  await importPast(page);
  await seeOne(page);
  await seeExcluded(page, taskId, true);
  await seeInRoster(page);
  await undo(page);
  await seeExcluded(page, taskId, false);
});

test('单次检查可以手工登记，撤销要写事由', async ({ page }) => {
  await signIn(page, program, 'operator');
  await enterByHand(page);
});

async function importPast(page: Page): Promise<void> {
  await page.getByRole('button', { name: '导入以往检查' }).first().click();
  const template = await downloaded(page, page.getByRole('button', { name: '下载模板' }));
  expect(template.name).toBe('以往检查导入模板.xlsx');
  await picture(page, 'past-02-import');
  const good = { object: visited, item, inspectedOn: `${year}-01-05`, result: '合格' };
  const buffer = await pastWorkbook(
    [
      { ...good, officers: '示例甲、示例离任人员', documentNumber: '示例文书1号' },
      { ...good, object: '示例二号木业有限公司', item: '示例旧事项', department: '市场监督管理局' },
      { ...good, object: '示例无此企业' },
      { ...good, inspectedOn: `${year + 1}-01-05` },
      { ...good, result: '良好' },
      good,
    ].map((row) => ({ ...row })),
  );
  await page.setInputFiles('input[type=file]', { name: '往年检查.xlsx', mimeType: xlsx, buffer: Buffer.from(buffer) });
  await expect(page.getByText('现在还没有写入')).toBeVisible();
  await expect(page.getByText('检查对象“示例无此企业”不在检查对象名录中')).toBeVisible();
  await expect(page.getByText('还没有到。请核对。')).toBeVisible();
  await picture(page, 'past-03-problems');
  await page.getByRole('tab', { name: /^将要导入/ }).click();
  await picture(page, 'past-04-rows');
  await page.getByRole('button', { name: /^确认导入\d行$/ }).click();
  await expect(page.getByText('已导入2次检查。')).toBeVisible();
  await expect(page.getByText('共 2 条', { exact: true })).toBeVisible();
  await picture(page, 'past-05-list');
}

async function seeOne(page: Page): Promise<void> {
  await rowOf(page).getByText(item).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText(`${year}年度同一事项的检查次数。`)).toBeVisible();
  await expect(drawer.getByText('不在执法检查人员名录中')).toBeVisible();
  await picture(page, 'past-06-drawer');
  await closeDrawer(page);
}

async function seeExcluded(page: Page, taskId: number, isExcluded: boolean): Promise<void> {
  await page.goto(`${program.address}/draws/new?task=${taskId}`);
  const excluded = page.getByRole('tab', { name: isExcluded ? '排除（1户）' : '排除（0户）' });
  await expect(excluded).toBeVisible();
  await excluded.click();
  const line = page.getByRole('row', { name: new RegExp(`本年度同一事项已达检查次数上限.*${visited}`) });
  await expect(line).toHaveCount(isExcluded ? 1 : 0);
  if (isExcluded) await picture(page, 'past-07-excluded');
}

async function seeInRoster(page: Page): Promise<void> {
  await visit(page, '检查对象', '名录');
  await page.getByRole('cell', { name: visited }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('tab', { name: '检查' }).click();
  await expect(drawer.getByRole('row', { name: new RegExp(`${year}-01-05.*工业企业安全生产检查`) })).toBeVisible();
  await picture(page, 'past-08-object');
  await closeDrawer(page);
}

async function undo(page: Page): Promise<void> {
  await page.goto(`${program.address}/inspections/past/import`);
  await picture(page, 'past-09-batches');
  await page
    .getByRole('row', { name: /往年检查\.xlsx/ })
    .getByRole('button', { name: '撤销导入' })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '撤销这一批' }).click();
  await expect(dialog.getByText('请填写事由')).toBeVisible();
  await dialog.getByLabel('事由').fill('选错了文件');
  await picture(page, 'past-10-undo');
  await dialog.getByRole('button', { name: '撤销这一批' }).click();
  await expect(page.getByRole('row', { name: /往年检查\.xlsx.*已撤销.*选错了文件/ })).toBeVisible();
}

async function enterByHand(page: Page): Promise<void> {
  await visit(page, '以往检查', '检查');
  await page.getByRole('button', { name: '登记一次检查' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('检查对象').fill('一号矿业');
  await page.getByTitle(new RegExp(`^${visited} `)).click();
  await drawer.getByLabel(/^抽查事项/).fill('工业企业安全生产');
  await page.locator('.ant-select-item-option', { hasText: '工业企业安全生产检查' }).click();
  await drawer.getByLabel('检查日期').fill(`${year + 1}-01-01`);
  await drawer.getByLabel('检查结果').click();
  await page.locator('.ant-select-item-option', { hasText: '未发现问题' }).click();
  await drawer.getByRole('button', { name: '登记', exact: true }).click();
  await expect(drawer.getByText('检查日期还没有到，请核对').first()).toBeVisible();
  await picture(page, 'past-11-form');
  await drawer.getByLabel('检查日期').fill(`${year}-01-06`);
  await drawer.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByRole('row', { name: new RegExp(`${year}-01-06.*${visited}`) })).toBeVisible();

  await page.getByRole('row', { name: new RegExp(`${year}-01-06`) }).click();
  await page.getByRole('button', { name: '撤销登记' }).click();
  const dialog = page.getByRole('dialog').filter({ hasText: '的检查登记' });
  await dialog.getByLabel('事由').fill('登记错了户');
  await dialog.getByRole('button', { name: '撤销登记' }).click();
  await expect(page.getByText('登记错了户。不再计入频次、检查量和覆盖。')).toBeVisible();
  await picture(page, 'past-12-revoked');
}

/** The name in it leads to the enterprise; the rest of the row opens the inspection. */
function rowOf(page: Page) {
  return page.getByRole('row').filter({ hasText: visited });
}
