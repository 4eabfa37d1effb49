import { expect, type Page } from '@playwright/test';
import { downloaded, sample, visit } from '../support/pages.ts';
import { picture } from '../support/pictures.ts';

/** 计划: the joint plan as it is, its oddities told, every quota read back. */
export async function importPlan(page: Page): Promise<void> {
  await visit(page, '年度计划', '事项与计划');
  await picture(page, '10-plans');
  await page.getByRole('button', { name: '导入计划表' }).first().click();
  await page.getByLabel('联合抽查计划表（.xlsx）').setInputFiles(sample('joint-plan-2023.xlsx'));
  await expect(page.getByText('读出22项，比例或数量全部读懂')).toBeVisible();
  const warnings = page.getByRole('region', { name: '读表时发现的问题' });
  await expect(warnings).toContainText('写的是2022年，与2023年度计划不符');
  await expect(page.getByRole('row', { name: /工业企业安全生产检查/ })).toContainText('2家2家');
  await picture(page, '11-plan-check');
  await page.getByRole('button', { name: '确认导入' }).click();
  await expect(page.getByText('待局领导批准')).toBeVisible();
  await expect(page.getByText('共 22 条', { exact: true })).toBeVisible();
  await page.getByRole('cell', { name: '工业企业安全生产检查' }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: '下达任务' })).toBeDisabled();
  await page.keyboard.press('Escape');
}

/** 局领导 approves the plan. */
export async function approvePlan(page: Page): Promise<void> {
  await openPlan(page);
  await picture(page, '12-plan-to-approve');
  await page.getByRole('button', { name: '批准计划' }).click();
  await page.getByRole('button', { name: '确定批准' }).click();
  await expect(page.getByText(/示例局长 .* 批准。/)).toBeVisible();
}

/** Row 22 becomes a task with its number. */
export async function makeTask(page: Page, fromOn: string, toOn: string): Promise<void> {
  await openPlan(page);
  await page.getByRole('cell', { name: '工业企业安全生产检查' }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('第22项 工业企业安全生产检查')).toBeVisible();
  await picture(page, '13-item');
  await drawer.getByRole('button', { name: '下达任务' }).click();
  await expect(drawer.getByText('名录中在此范围内的有55户，抽取2户')).toBeVisible();
  await drawer.getByLabel('开始日期').fill(fromOn);
  await drawer.getByLabel('结束日期').fill(toOn);
  await picture(page, '14-task-form');
  await drawer.getByRole('button', { name: '下达任务' }).click();
  const number = `额工信抽查〔${fromOn.slice(0, 4)}〕1号`;
  await expect(page.getByText(`已下达任务 ${number}`)).toBeVisible();
  await visit(page, '抽查任务', '事项与计划');
  await expect(page.getByRole('row', { name: new RegExp(`${number}.*工业企业安全生产检查`) })).toBeVisible();
  await picture(page, '15-tasks');
}

async function openPlan(page: Page): Promise<void> {
  await visit(page, '年度计划', '事项与计划');
  await page.getByRole('link', { name: /抽查计划/ }).click();
}

/** 信用: national grades; every enterprise has its grade with the article that says so. */
export async function importGrades(page: Page): Promise<void> {
  await visit(page, '国家等级导入', '信用');
  const template = await downloaded(page, page.getByRole('button', { name: '下载模板' }));
  expect(template.name).toMatch(/\.xlsx$/);
  await page.getByLabel('国家公共信用综合评价等级表（.xlsx）').setInputFiles(sample('national-grades.xlsx'));
  await expect(page.getByText('读出54行')).toBeVisible();
  await picture(page, '16-grades-check');
  await page.getByRole('button', { name: /^确认导入\d+户$/ }).click();
  await expect(page.getByText('共55户：')).toBeVisible();
  for (const grade of ['A', 'B', 'C', 'D']) {
    await expect(page.getByRole('button', { name: new RegExp(`^${grade}级 \\d+户$`) })).toBeVisible();
  }
  const rows = page.getByRole('row').filter({ hasText: /示例.+公司/ });
  await expect(rows.first()).toBeVisible();
  for (const text of await rows.allInnerTexts()) expect(text).toMatch(/[ABCD][\s\S]*制度第[四五六七八九十]+条/);
  await picture(page, '17-grades');
  await rows
    .filter({ hasText: '示例一号矿业有限公司' })
    .getByText(/制度第/)
    .click();
  await expect(page.getByRole('dialog')).toContainText('制度第');
  await picture(page, '18-grade-drawer');
  await page.keyboard.press('Escape');
}
