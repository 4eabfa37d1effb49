import { expect, type Page, test } from '@playwright/test';
import { voidWitnesses } from '../support/draw-office.ts';
import { completeDrawBy } from './support/complete-draw.ts';
import { picture } from './support/pictures.ts';
import { type Program, signIn, startSampleOffice } from './support/program.ts';
import { call, setTaskUp } from './support/stage.ts';

let program: Program;
const year = new Date().getFullYear();
test.beforeEach(async () => {
  program = await startSampleOffice();
});
test.afterEach(() => program.stop());

async function choose(page: Page, label: string, option: string) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-dropdown:visible').getByText(option).first().click();
}

async function decide(page: Page, drawId: number, role: 'reviewer' | 'leader') {
  await signIn(page, program, role);
  await page.goto(`${program.address}/draws/${drawId}`);
  await page.getByRole('button', { name: /^批\s*准$/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^批\s*准$/ })
    .click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('替补：跳过不能检查的，经审核人批准后补上，检查随之替换；再经局领导批准更换检查人员；作废后不再替补', async ({
  page,
}) => {
  const { taskId } = await setTaskUp(page, program, year);
  const drawId = await completeDrawBy(page, program, taskId);
  await page.goto(`${program.address}/draws/${drawId}`);
  await page
    .getByRole('button', { name: /^替\s*补$/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await choose(page, '不能检查的情形', '查无下落');
  await dialog.getByLabel('查明的情况').fill('9月7日现场大门紧闭，登记的电话无人接听');
  await choose(page, '不能递补的情形', '已关闭停业');
  await dialog.getByLabel('不能递补的情况').fill('已停业');
  await dialog.getByRole('button', { name: '跳过这一户' }).click();
  await expect(dialog.getByText('轮到递补第2位')).toBeVisible();
  await picture(page, 'substitute-form');
  await dialog.getByRole('button', { name: '送审核人或局领导批准' }).click();
  await expect(page.getByText('待批准')).toBeVisible();
  await decide(page, drawId, 'reviewer');
  await expect(page.getByText('（原检查组）')).toBeVisible();
  await picture(page, 'substituted');

  await signIn(page, program, 'operator');
  await page.goto(`${program.address}/inspections`);
  await expect(page.getByText('已终止')).toBeVisible();
  await page.goto(`${program.address}/draws/${drawId}`);
  await page.getByRole('button', { name: '更换检查人员' }).click();
  await choose(page, '不能参加的检查人员', '户）');
  await page.keyboard.press('Escape');
  await choose(page, '原因', '病假');
  await page.getByRole('dialog').getByLabel('具体情况').fill('住院，附诊断证明');
  await picture(page, 'officers-form');
  await page.getByRole('button', { name: '送审核人或局领导批准' }).click();
  await expect(page.getByText('待批准')).toBeVisible();
  await decide(page, drawId, 'leader');
  await expect(page.getByText('第1次排定的检查组')).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '再替补' })).toBeVisible();
  await picture(page, 'officers-replaced');

  await call(page, program, 'draws.void', { drawId, reason: '示例：名单有误', witnesses: voidWitnesses });
  await page.reload();
  await expect(page.getByText('（原检查组）')).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '再替补' })).toBeHidden();
  await picture(page, 'void-after-replacement');
});

test('批次顺序：在抽取页面逐批下达，任务可以接着抽取人员', async ({ page }) => {
  const { taskId } = await setTaskUp(page, program, year);
  const drawId = await completeDrawBy(page, program, taskId, { mode: 'batch', batchSize: 5 });
  await page.goto(`${program.address}/draws/${drawId}`);
  await page.getByRole('button', { name: '下达第1批' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('检查起始日期').fill(`${year}-01-01`);
  await dialog.getByLabel('检查截止日期').fill(`${year}-12-31`);
  await dialog.getByRole('button', { name: '下达第1批' }).click();
  await expect(page.getByRole('cell', { name: '已下达' })).toBeVisible();
  await picture(page, 'batches');
});
