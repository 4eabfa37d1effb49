import { expect, type Page } from '@playwright/test';
import { downloaded, sample, visit } from '../support/pages.ts';
import { picture } from '../support/pictures.ts';

/** 名录: the template, sixty enterprises of which five cannot be imported, undone once, and twelve officers. */
export async function importRosters(page: Page): Promise<void> {
  await visit(page, '导入', '名录');
  await expect(page.getByText('还没有导入过。')).toBeVisible();
  await picture(page, '02-imports');
  const template = await downloaded(page, page.getByRole('button', { name: '下载模板' }).first());
  expect(template.name).toMatch(/检查对象.*\.xlsx$/);
  expect(template.bytes.subarray(0, 2).toString()).toBe('PK');

  await checkObjects(page);
  await picture(page, '03-object-problems');
  await seeEveryProblem(page);
  await page.getByRole('tab', { name: '将要导入（55）' }).click();
  await expect(page.getByRole('cell', { name: '示例一号矿业有限公司' })).toBeVisible();
  await picture(page, '04-object-rows');
  await page.getByRole('button', { name: '返回，不导入' }).click();
  await expect(page.getByText('还没有导入过。')).toBeVisible();

  await checkObjects(page);
  await page.getByRole('button', { name: '确认导入55条' }).click();
  await undoImport(page);
  await checkObjects(page);
  await page.getByRole('button', { name: '确认导入55条' }).click();
  await expect(page.getByRole('row', { name: /objects-60\.xlsx.*已导入/ })).toBeVisible();
  await visit(page, '检查对象', '名录');
  await expect(page.getByText('共 55 条', { exact: true })).toBeVisible();
  await picture(page, '06-objects');

  await importOfficers(page);
}

async function checkObjects(page: Page): Promise<void> {
  await page.getByLabel('检查对象名录（.xlsx）').setInputFiles(sample('objects-60.xlsx'));
  await expect(page.getByText('共读到60行：新增55，更新0，不能导入5')).toBeVisible();
  await expect(page.getByText('现在还没有写入')).toBeVisible();
}

/** Sheet, row, column and sentence of each kind of bad cell, before anything is written. */
async function seeEveryProblem(page: Page): Promise<void> {
  const seen = [
    /检查对象名录 14 统一社会信用代码.* 不能导入 .*是数字格式，后几位已丢失/,
    /检查对象名录 21 统一社会信用代码.* 不能导入 .*与第20行重复/,
    /检查对象名录 28 名称.* 不能导入 .*没有填写/,
    /检查对象名录 8 统一社会信用代码.* 请核对 .*末位校验码是0，按国家标准应为F/,
    /检查对象名录 35 统一社会信用代码.* 已整理 .*全角字符/,
    /检查对象名录 42 名称.* 已整理 .*多余空格已整理/,
  ];
  for (const name of seen) await expect(page.getByRole('row', { name })).toBeVisible();
  const list = await downloaded(page, page.getByRole('button', { name: '下载问题清单' }));
  expect(list.name).toMatch(/问题.*\.xlsx$/);
}

async function undoImport(page: Page): Promise<void> {
  const batch = page.getByRole('row', { name: /objects-60\.xlsx/ });
  await batch.getByRole('button', { name: '撤销' }).click();
  const ask = page.getByRole('dialog');
  await expect(ask.getByText('新增的55条将移出')).toBeVisible();
  await picture(page, '05-undo');
  await ask.getByLabel('事由').fill('示例：文件选错');
  await ask.getByRole('button', { name: '撤销这一批' }).click();
  await expect(batch).toContainText('示例经办：示例：文件选错');
  await visit(page, '检查对象', '名录');
  await expect(page.getByText('示例一号矿业有限公司')).toHaveCount(0);
  await visit(page, '导入', '名录');
}

async function importOfficers(page: Page): Promise<void> {
  await visit(page, '导入', '名录');
  await page.getByLabel('执法检查人员名录（.xlsx）').setInputFiles(sample('officers-12.xlsx'));
  await expect(page.getByText('行政执法证已于2025-06-30到期，可以入库，换证前不参加抽取')).toBeVisible();
  await picture(page, '07-officer-problems');
  await page.getByRole('button', { name: /^确认导入\d+条$/ }).click();
  await expect(page.getByRole('row', { name: /officers-12\.xlsx.*已导入/ })).toBeVisible();
  await visit(page, '执法检查人员', '名录');
  await expect(page.getByText('共 12 条', { exact: true })).toBeVisible();
  await picture(page, '08-officers');
  await visit(page, '回避', '名录');
  await expect(page.getByText('共 4 条', { exact: true })).toBeVisible();
  await picture(page, '09-recusals');
}
