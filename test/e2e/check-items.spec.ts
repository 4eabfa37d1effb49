import { expect, type Page, test } from '@playwright/test';
import { canReadPdfs, solidText } from '../support/pdf.ts';
import { downloaded, paper, visit } from './support/pages.ts';
import { picture } from './support/pictures.ts';
import { type Program, type SampleRole, signIn, startSampleOffice } from './support/program.ts';

let program: Program;

test.beforeAll(async () => {
  program = await startSampleOffice();
});
test.afterAll(() => program.stop());

async function openList(page: Page, role: SampleRole): Promise<void> {
  await signIn(page, program, role);
  await visit(page, '抽查事项清单', '事项与计划');
}

const dialog = (page: Page) => page.getByRole('dialog');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function fillItem(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) await dialog(page).getByLabel(label).fill(text);
}

test('清单从起草、送审、退回、批准、公布到新版和对比', async ({ page }) => {
  await openList(page, 'operator');
  await expect(page.getByText('还没有随机抽查事项清单')).toBeVisible();
  await page.getByRole('button', { name: '起草清单' }).first().click();
  await expect(page.getByText('还没有事项。可以逐项新增')).toBeVisible();
  await page.getByRole('button', { name: '新增事项' }).click();
  await fillItem(page, {
    事项名称: '工业企业安全生产检查',
    抽查对象: '规上工业企业',
    抽查内容: '安全生产责任制落实情况',
    抽查依据: '示例依据（待核）',
    抽查比例: '2家',
    抽查频次: '每年1次',
  });
  await dialog(page).getByLabel('重点检查事项', { exact: true }).check();
  await expect(dialog(page).getByText('读作：2家，每年1次。')).toBeVisible();
  await dialog(page).getByLabel('与检查对象名录对应').check();
  await expect(dialog(page).getByText('名录中在此范围内的有0户。')).toBeVisible();
  await picture(page, 'items-form');
  await dialog(page).getByRole('button', { name: '新增事项' }).click();
  await expect(page.getByText('已保存 SX001')).toBeVisible();
  await expect(page.getByRole('button', { name: '送审' })).toBeDisabled();
  await picture(page, 'items-draft');

  // Each line of what is missing leads to its field.
  await page.getByRole('listitem').filter({ hasText: '没有填写“主管股室”' }).getByRole('button').click();
  await expect(dialog(page).getByLabel('主管股室')).toBeFocused();
  await dialog(page).getByLabel('主管股室').fill('安全生产股');
  await dialog(page).getByLabel('抽查方式').fill('实地核查');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await dialog(page).getByRole('button', { name: '保存事项' }).click();
  await press(page, '送审');
  await expect(page.getByText('待局领导批准').first()).toBeVisible();
  const address = page.url();

  await signIn(page, program, 'leader');
  await page.goto(address);
  await press(page, '退回');
  await dialog(page).getByRole('button', { name: '退回清单' }).click();
  await expect(dialog(page).getByText('请写明退回的意见')).toBeVisible();
  await dialog(page).getByLabel('退回的意见').fill('请补一项一般检查事项');
  await dialog(page).getByRole('button', { name: '退回清单' }).click();
  await expect(page.getByText('退回：请补一项一般检查事项')).toBeVisible();

  await signIn(page, program, 'operator');
  await page.goto(address);
  await page.getByRole('button', { name: '新增事项' }).click();
  await fillItem(page, {
    事项名称: '示例一般事项',
    抽查对象: '示例企业',
    抽查内容: '示例',
    抽查依据: '示例（待核）',
    抽查比例: '不少于5%',
  });
  await fillItem(page, { 抽查频次: '每年1次', 主管股室: '安全生产股' });
  await dialog(page).getByLabel('抽查方式').fill('书面检查');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await dialog(page).getByRole('button', { name: '新增事项' }).click();
  await page.getByRole('button', { name: '上移 SX002' }).click();
  await expect(page.locator('tbody tr.ant-table-row').first()).toContainText('SX002');
  await press(page, '送审');

  await signIn(page, program, 'leader');
  await page.goto(address);
  await press(page, '批准清单');
  await dialog(page).getByLabel('批准文号').fill('额工信发〔2026〕1号');
  await picture(page, 'items-approve');
  await dialog(page).getByRole('button', { name: '批准清单' }).click();
  await expect(page.getByText('已批准，为第1版')).toBeVisible();

  await openList(page, 'operator');
  await press(page, '登记公布');
  await dialog(page).getByRole('button', { name: '登记公布' }).click();
  await expect(page.getByText('（额工信发〔2026〕1号）')).toBeVisible();
  await picture(page, 'items-in-force');
  const printed = await paper(page, page.getByRole('button', { name: '打印清单' }));
  if (canReadPdfs) expect(solidText(printed)).toContain('额工信发〔2026〕1号');
  const { name } = await downloaded(page, page.getByRole('button', { name: '导出清单' }));
  expect(name).toMatch(/随机抽查事项清单（\d{4}年版）\.xlsx/);

  await press(page, '起草新版');
  // The list in force has a row of the same name: only the draft can be sent for approval.
  await expect(page.getByRole('button', { name: '送审', exact: true })).toBeVisible();
  await page.getByRole('cell', { name: '示例一般事项' }).click();
  await press(page, '修改事项');
  await fillItem(page, { 抽查比例: '不少于8%' });
  await dialog(page).getByRole('button', { name: '保存事项' }).click();
  await expect(dialog(page).getByText('请选择调整原因并写明依据')).toBeVisible();
  await dialog(page).getByLabel('法律法规规章制修订').check();
  await fillItem(page, { 调整依据: '示例规章修订' });
  await dialog(page).getByRole('button', { name: '保存事项' }).click();
  await expect(page.getByText('调整1项；其余1项没有变动')).toBeVisible();
  await press(page, '与第1版对比');
  await expect(page.getByText('依据：法律法规规章制修订：示例规章修订')).toBeVisible();
  await expect(page.getByRole('row', { name: '抽查比例 不少于5% 不少于8%' })).toBeVisible();
  await picture(page, 'items-compare');
  const difference = await paper(page, page.getByRole('button', { name: '打印对照表' }));
  if (canReadPdfs) expect(solidText(difference)).toContain('示例规章修订');
});
