import { expect, type Page } from '@playwright/test';
import { canReadPdfs, pageTexts, words } from '../../support/pdf.ts';
import { closeDrawer, paper, visit } from '../support/pages.ts';
import { picture } from '../support/pictures.ts';
import type { Inspected } from './inspection.ts';

const titles = ['随机抽取记录', '检查通知书', '现场检查记录表', '检查结果审批表', '检查结果公示表'];
const points = (mm: number) => (mm * 72) / 25.4;

/** 档案: filed, and made into one file with one click. */
export async function fileDossier(page: Page, { object }: Inspected, archiveNumber: string): Promise<void> {
  await closeDrawer(page);
  await visit(page, '档案');
  const row = page.getByRole('row', { name: new RegExp(object) });
  await picture(page, '45-dossiers');
  await row.getByRole('button', { name: '归档', exact: true }).click();
  await picture(page, '46-filing');
  await page.getByRole('dialog').getByRole('button', { name: '归档', exact: true }).click();
  await expect(row).toContainText(archiveNumber);
  const pdf = await paper(page, row.getByRole('button', { name: '生成卷宗' }), () => picture(page, '47-dossier'));
  if (canReadPdfs) checkDossier(pdf, object, archiveNumber);
}

function checkDossier(pdf: Buffer, object: string, archiveNumber: string): void {
  const pages = pageTexts(pdf);
  const [cover = '', contents = ''] = pages;
  for (const text of ['双随机检查卷宗', object, archiveNumber]) expect(cover).toContain(text);
  expect(contents).toContain('卷内目录');
  expect(pages.at(-1)).toContain('卷内备考表');

  // Every page number of 卷内目录 stands on the page where that paper begins.
  const solid = contents.replace(/\s+/g, ' ');
  for (const title of titles) {
    const told = new RegExp(`${title}(?!（).*? \\d{4}-\\d{2}-\\d{2} (\\d+)`).exec(solid)?.[1];
    const begins = pages.findIndex((text, i) => i > 1 && text.replace(/\s/g, '').includes(title));
    expect.soft(begins, title).toBeGreaterThan(1);
    expect.soft(pages[begins]?.trim().split('\n')[0]?.trim(), `“${title}”的页号`).toBe(told);
  }

  // 28 mm to bind: left on the front of a sheet, right on its back.
  const all = words(pdf);
  for (const { page, left, right, text } of all) {
    const isFront = page % 2 === 1;
    expect(isFront ? left : points(210) - right, `第${page}页“${text}”`).toBeGreaterThanOrEqual(points(28) - 1);
  }
}
