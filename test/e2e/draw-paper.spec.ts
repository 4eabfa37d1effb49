import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { digits, freezeOf } from '../support/draw-office.ts';
import { solidText } from '../support/pdf.ts';
import { scannedPdf, scannedPng } from '../support/scans.ts';
import { paper, visit } from './support/pages.ts';
import { picture } from './support/pictures.ts';
import { type Program, signIn, startSampleOffice } from './support/program.ts';
import { call, setTaskUp } from './support/stage.ts';

const year = new Date().getFullYear();
let program: Program;

test.beforeAll(async () => {
  program = await startSampleOffice();
});
test.afterAll(() => program.stop());

test('笔录打印、签字件存入；笔录后作废；演练自成一列，处处有标记', async ({ page }) => {
  test.setTimeout(600_000);
  const { taskId } = await setTaskUp(page, program, year);
  const drawId = await completed(page, taskId, false);
  await attachSigned(page, drawId);
  await voidIt(page, drawId);
  const rehearsal = await completed(page, taskId, true);
  await seeRehearsal(page, rehearsal);
  await chooseKnown(page, taskId);
});

/** A whole draw by calls: the ceremony has its own test. */
async function completed(page: Page, taskId: number, isRehearsal: boolean): Promise<number> {
  const { drawId } = await call<{ drawId: number }>(page, program, 'draws.freeze', freezeOf(taskId, { isRehearsal }));
  for (const [index, typed] of digits.entries()) {
    const position = index + 1;
    const given = { drawId, position, typed, way: 'read' };
    const echoed = await call<{ digits: string }>(page, program, 'draws.echoDigits', given);
    await call(page, program, 'draws.confirmDigits', { drawId, position, digits: echoed.digits });
  }
  for (const index of digits.keys()) await call(page, program, 'draws.confirmSeed', { drawId, position: index + 1 });
  for (const step of ['seal', 'drawObjects', 'drawOfficers', 'record']) {
    await call(page, program, `draws.${step}`, { drawId });
  }
  return drawId;
}

const papers = (page: Page) => page.locator('section').filter({ has: page.getByRole('heading', { name: '签字件' }) });

async function attachSigned(page: Page, drawId: number): Promise<void> {
  await page.goto(`${program.address}/`);
  await expect(page.getByText(`抽取${year}-001的抽取记录尚未存入签字件`)).toBeVisible();
  await picture(page, 'paper-01-home');
  await page.getByText(`抽取${year}-001的抽取记录尚未存入签字件`).click();
  await expect(page.getByRole('heading', { name: `抽取 ${year}-001` })).toBeVisible();
  const record = solidText(await paper(page, page.getByRole('button', { name: '抽取记录', exact: true })));
  for (const text of ['监督人示例监督：', '见证人示例见证丙：', '截止线前', '结果哈希']) expect(record).toContain(text);
  expect(record).not.toContain('演练');

  const part = papers(page);
  await part.scrollIntoViewIfNeeded();
  await expect(part.getByText('尚未存入签字件')).toHaveCount(2);
  await picture(page, 'paper-02-missing');
  await choose(page, '存入抽取记录扫描件', '乱.pdf', new TextEncoder().encode('不是扫描件'));
  await expect(page.getByText('“乱.pdf”不是PDF、JPG或PNG文件')).toBeVisible();
  await picture(page, 'paper-03-refused');
  await page
    .getByRole('button', { name: /^(关闭|Close)$/ })
    .first()
    .click();
  await choose(page, '存入抽取记录扫描件', '记录扫描.pdf', await scannedPdf(3));
  await expect(part.getByText('已存入3页')).toBeVisible();
  await choose(page, '存入冻结单扫描件', '冻结单.png', scannedPng);
  await expect(part.getByText('已存入1页')).toBeVisible();

  await part
    .getByRole('row', { name: /冻结单\.png/ })
    .getByRole('button', { name: '查看' })
    .click();
  await expect(page.getByRole('dialog').getByRole('img', { name: '冻结单.png' })).toBeVisible();
  await page.keyboard.press('Escape');
  await part
    .getByRole('row', { name: /冻结单\.png/ })
    .getByRole('button', { name: '标为作错' })
    .click();
  await page.getByLabel('作错的原因').fill('漏扫第2页');
  await page.getByRole('dialog').getByRole('button', { name: '标为作错' }).click();
  await expect(part.getByText('作错（漏扫第2页）')).toBeVisible();
  await picture(page, 'paper-04-attached');
  await page.goto(`${program.address}/`);
  await expect(page.getByText('本年进度')).toBeVisible();
  await expect(page.getByText('尚未存入签字件')).toHaveCount(0);
  await page.goto(`${program.address}/draws/${drawId}`);
}

/** Through the button, as a person does. */
async function choose(page: Page, button: string, name: string, bytes: Uint8Array): Promise<void> {
  const file = join(program.data, name);
  writeFileSync(file, bytes);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles(file);
}

async function voidIt(page: Page, drawId: number): Promise<void> {
  await signIn(page, program, 'leader');
  await page.goto(`${program.address}/draws/${drawId}`);
  await page.getByRole('button', { name: '作废', exact: true }).click();
  await picture(page, 'paper-05-void-asked');
  await page.getByRole('button', { name: '继续作废' }).click();
  const form = page.getByRole('dialog', { name: '作废的理由和见证' });
  await form.getByLabel('作废原因').fill('名单有误');
  // One of those who were there before is chosen; the other is written in.
  const first = form.getByRole('group', { name: '第1位' });
  await first.getByLabel('姓名').fill('示例见证甲');
  await page.getByRole('option', { name: /示例见证甲/ }).click();
  await expect(first.getByLabel('单位')).toHaveValue('示例纪检监察组');
  const second = form.getByRole('group', { name: '第2位' });
  await second.getByLabel('姓名').fill('示例经办');
  await second.getByLabel('单位').fill('示例志愿者协会');
  await second.getByLabel('身份', { exact: true }).click();
  await page.getByTitle('其他', { exact: true }).locator('visible=true').click();
  await second.getByLabel('身份说明').fill('志愿者');
  await picture(page, 'paper-06-void-form');
  await form.getByRole('button', { name: '确认作废' }).click();
  await expect(form.getByText('操作人“示例经办”不能同时作见证人')).toBeVisible();
  await second.getByLabel('姓名').fill('示例见证丁');
  await form.getByRole('button', { name: '确认作废' }).click();
  await expect(page.getByText(/已作废：名单有误。批准人 示例分管/)).toBeVisible();
  await expect(page.getByText(/示例见证丁（示例志愿者协会，志愿者）/)).toBeVisible();
  await picture(page, 'paper-07-void');
  const sheet = solidText(await paper(page, page.getByRole('button', { name: '作废单', exact: true })));
  for (const text of ['随机抽取作废单', '批准人示例分管：', '见证人示例见证丁：']) expect(sheet).toContain(text);
  await visit(page, '抽取');
  await expect(page.getByRole('row', { name: new RegExp(`${year}-001.*作废`) })).toBeVisible();
  await signIn(page, program, 'operator');
  await expect(page.getByText(`抽取${year}-001的作废单尚未存入签字件`)).toBeVisible();
}

async function seeRehearsal(page: Page, drawId: number): Promise<void> {
  await page.goto(`${program.address}/draws`);
  await expect(page.getByRole('row', { name: new RegExp(`YL${year}-001`) })).toHaveCount(0);
  await page.getByText('演练（1）').click();
  const band = page.getByText('演练　不产生检查，不计入统计，不能转为正式抽取');
  await expect(band).toBeVisible();
  await picture(page, 'paper-08-rehearsals');
  await page.getByRole('row', { name: new RegExp(`YL${year}-001`) }).click();
  await expect(page).toHaveURL(new RegExp(`/draws/${drawId}`));
  await expect(band).toBeVisible();
  await picture(page, 'paper-09-rehearsal');
  for (const name of ['冻结单', '抽取记录']) {
    const found = solidText(await paper(page, page.getByRole('button', { name, exact: true })));
    expect(found).toContain('本次为演练，不产生检查，不能转为正式抽取。');
  }
}

/** Who attended before is offered by name; the place too. */
async function chooseKnown(page: Page, taskId: number): Promise<void> {
  await page.goto(`${program.address}/draws/new?task=${taskId}`);
  await page.getByRole('button', { name: '名单无误，准备冻结' }).click();
  const row = page.getByRole('group', { name: '第1位' });
  await row.getByLabel('姓名').click();
  await page.getByRole('option', { name: /示例见证乙/ }).click();
  await expect(row.getByLabel('单位')).toHaveValue('示例企业协会');
  await page.getByLabel('监督人', { exact: true }).click();
  await page.getByRole('option', { name: /示例监督/ }).click();
  await expect(page.getByLabel('监督人单位')).toHaveValue('示例司法局');
  await picture(page, 'paper-10-freeze');
}
