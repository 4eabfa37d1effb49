import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { type Program, signIn, startSampleOffice } from './support/program.ts';

const sample = (name: string) => fileURLToPath(new URL(`../../resources/samples/${name}`, import.meta.url));
let program: Program;

test.beforeAll(async () => {
  program = await startSampleOffice();
});
test.afterAll(() => program.stop());

test('计划表先看后导，批准后第22项成为任务', async ({ page }) => {
  await signIn(page, program, 'operator');
  await page.goto(`${program.address}/plans/import`);
  await page.setInputFiles('input[type=file]', sample('joint-plan-2023.xlsx'));
  await expect(page.getByText('读出22项，比例或数量全部读懂')).toBeVisible();
  await expect(page.getByText('写的是2022年，与2023年度计划不符')).toBeVisible();
  await page.getByRole('button', { name: '确认导入' }).click();
  await expect(page.getByText('待局领导批准')).toBeVisible();
  const planAddress = page.url();
  await page.getByRole('cell', { name: '工业企业安全生产检查' }).click();
  await expect(page.getByRole('button', { name: '下达任务' })).toBeDisabled();

  await signIn(page, program, 'leader');
  await page.goto(planAddress);
  await page.getByRole('button', { name: '批准计划' }).click();
  await page.getByRole('button', { name: '确定批准' }).click();
  await expect(page.getByText('示例分管').first()).toBeVisible();

  await signIn(page, program, 'operator');
  await page.goto(planAddress);
  await page.getByRole('cell', { name: '工业企业安全生产检查' }).click();
  await page.getByRole('button', { name: '下达任务' }).click();
  await expect(page.getByText('名录中在此范围内的有0户')).toBeVisible();
  await page.getByLabel('开始日期').fill('2026-09-01');
  await page.getByLabel('结束日期').fill('2026-08-01');
  await page.getByRole('button', { name: '下达任务' }).click();
  await expect(page.getByText('结束日期2026-08-01早于开始日期2026-09-01')).toBeVisible();
  await page.getByLabel('结束日期').fill('2026-11-30');
  await page.getByRole('button', { name: '下达任务' }).click();
  await expect(page.getByText(/已下达任务 额工信抽查〔20\d\d〕1号/)).toBeVisible();

  await page.goto(`${program.address}/plans/tasks`);
  await page.getByRole('cell', { name: /额工信抽查〔20\d\d〕1号/ }).click();
  await expect(page.getByRole('dialog').getByText('应急、消防、市监')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('名录之外的代码逐行列出，没有可导入的行不能确认', async ({ page }) => {
  await signIn(page, program, 'operator');
  await page.goto(`${program.address}/credit/import`);
  await page.setInputFiles('input[type=file]', sample('national-grades.xlsx'));
  await expect(page.getByText('可以导入0户')).toBeVisible();
  await expect(page.getByText('不在检查对象名录中').first()).toBeVisible();
  await expect(page.getByRole('button', { name: '确认导入0户' })).toBeDisabled();
  await page.goBack();
  await expect(page.getByText('还没有导入过国家等级。')).toBeVisible();
});
