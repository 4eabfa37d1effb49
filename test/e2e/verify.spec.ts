import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { packageOf } from '../support/draw-folder.ts';
import { type CeremonyCase, ceremonies, ceremony, sha256 } from '../support/draw-vectors.ts';
import { zipped } from '../support/draw-zip.ts';

const pageFile = fileURLToPath(new URL('../../resources/verify/verify.html', import.meta.url));
const full = ceremony('full example');
const second = ceremony('second officer stage');

const uploads = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }));
const zip = (one: CeremonyCase, level?: 0 | 6) => ({
  name: '验证包.zip',
  mimeType: 'application/zip',
  buffer: zipped(packageOf(one), level),
});

test.beforeEach(async ({ page, context }) => {
  await context.setOffline(true);
  await page.goto(`file://${pageFile}`);
});

for (const one of ceremonies()) {
  test(`验证页：${one.name}与复算一致`, async ({ page }) => {
    await page.getByLabel('选择验证包').setInputFiles(uploads(packageOf(one)));
    await expect(page.locator('#verdict')).toHaveText('结论：与复算一致。');
    await expect(page.locator('#steps')).toContainText(one.commit.match(/.{4}/g)?.join(' ') ?? '');
    await expect(page.locator('#steps')).toContainText(one.seed);
    await expect(page.locator('#steps')).toContainText(one.result_sha256);
    const rows = await page
      .locator('#steps tr')
      .evaluateAll((list) => list.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)));
    expect(rows).toEqual(one.rows.map((row) => row.map(String)));
  });
}

test('验证页：第二次安排人员以最后一次为准', async ({ page }) => {
  await page.getByLabel('选择验证包').setInputFiles(uploads(packageOf(second, true)));
  await expect(page.locator('#verdict')).toHaveText('结论：与复算一致。');
  await expect(page.locator('#steps')).toContainText('采用第2次人员名单');
});

test('验证页：压缩和不压缩的zip都能读，再放一个重新计算', async ({ page }) => {
  for (const file of [zip(full), zip(second, 0)]) {
    await page.getByLabel('选择验证包').setInputFiles(file);
    await expect(page.locator('#verdict')).toHaveText('结论：与复算一致。');
  }
  await expect(page.locator('#steps')).toContainText('2026-007');
});

test('验证页：拖放', async ({ page }) => {
  const data = zip(full).buffer.toString('base64');
  const transfer = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const dragged = new DataTransfer();
    dragged.items.add(new File([bytes], '验证包.zip'));
    return dragged;
  }, data);
  await page.dispatchEvent('#drop', 'drop', { dataTransfer: transfer });
  await expect(page.locator('#verdict')).toHaveText('结论：与复算一致。');
});

test('验证页：查询一户', async ({ page }) => {
  await page.getByLabel('选择验证包').setInputFiles(uploads(packageOf(ceremony('graded with exclusions and must'))));
  const ask = async (id: string) => {
    await page.getByLabel('对象编号').fill(id);
    await page.getByRole('button', { name: '查询' }).click();
    return page.locator('#answer');
  };
  await expect(await ask('911507840000004655')).toHaveText(/本组按票号排第1号，抽中。票号 0\.\d{64,78}$/);
  await expect(await ask(' 91150784000000019m ')).toContainText('冻结前已排除，原因代码 CAP-ITEM');
  await expect(await ask('911507840000000436')).toContainText('必检对象，非随机');
  await expect(await ask('91150784000000000X')).toContainText('不在名单内');
});

test('验证页：人员排不满、缺文件、不是zip', async ({ page }) => {
  const officers = full.officers_tsv.replaceAll('\t1\t', '\t0\t');
  const manifest = full.manifest.replace(sha256(full.officers_tsv), sha256(officers));
  const input = page.getByLabel('选择验证包');
  await input.setInputFiles(uploads({ ...packageOf(full), 'officers.tsv': officers, 'manifest.txt': manifest }));
  await expect(page.locator('#verdict')).toContainText('人员无法排满');
  const { 'digits.txt': _, ...files } = packageOf(full);
  await input.setInputFiles(uploads(files));
  await expect(page.locator('#verdict')).toContainText('digits.txt 第1行：文件不存在。');
  await input.setInputFiles({
    name: '坏.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('不是压缩包，只是一段文字而已而已'),
  });
  await expect(page.locator('#verdict')).toContainText('不是zip文件。');
});

test('验证页：只有一个文件，不引用任何外部内容', () => {
  expect(readFileSync(pageFile, 'utf8')).not.toMatch(/https?:|src=|@import|fetch\(|XMLHttpRequest/);
});
