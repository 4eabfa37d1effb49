import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { packageOf } from '../support/draw-folder.ts';
import { MANIPULATIONS } from '../support/draw-manipulations.ts';
import { type Package, samplePackage, signedOfSample } from '../support/draw-package.ts';
import { type CeremonyCase, ceremonies, ceremony, sha256 } from '../support/draw-vectors.ts';
import { zipped } from '../support/draw-zip.ts';

const pageFile = fileURLToPath(new URL('../../resources/verify/verify.html', import.meta.url));
const full = ceremony('full example');
const second = ceremony('second officer stage');
const EQUAL = '结论：与复算一致。';

const uploads = (files: Package) =>
  Object.entries(files).map(([name, content]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) }));
const zip = (one: CeremonyCase, level?: 0 | 6) => ({
  name: '验证包.zip',
  mimeType: 'application/zip',
  buffer: zipped(packageOf(one), level),
});
const verdict = (page: Page) => page.locator('#verdict');
const put = (page: Page, files: Package) => page.getByLabel('选择验证包').setInputFiles(uploads(files));
const paper = {
  seed: (page: Page) => page.getByLabel('冻结单上的承诺值'),
  result: (page: Page) => page.getByLabel('抽取记录上的结果哈希'),
};

test.beforeEach(async ({ page, context }) => {
  await context.setOffline(true);
  await page.goto(`file://${pageFile}`);
});

test('验证页：每个已知答案都与复算一致，写出承诺值、种子、结果', async ({ page }) => {
  for (const one of ceremonies()) {
    await put(page, packageOf(one));
    await expect(verdict(page)).toContainText(EQUAL);
    await expect(page.locator('#steps')).toContainText(one.commit.match(/.{4}/g)?.join('') ?? '');
    await expect(page.locator('#steps')).toContainText(one.seed);
    await expect(page.locator('#steps')).toContainText(one.result_sha256);
    const rows = await page
      .getByRole('table', { name: '结果', exact: true })
      .locator('tbody tr')
      .evaluateAll((list) => list.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)));
    expect(rows).toEqual(one.rows.map((row) => row.map(String)));
  }
});

test('验证页：七步依次写出，每个席位写明谁在前、取谁、别人为何不取', async ({ page }) => {
  await put(page, samplePackage);
  await expect(verdict(page)).toContainText(EQUAL);
  const titles = ['文件和哈希', '承诺值', '见证数字和种子', '名单和户数', '票号和分界', '检查人员', '结果'];
  await expect(page.locator('#steps h2')).toHaveText(titles.map((title, n) => `${n + 1}${title}`));
  await expect(page.locator('#steps')).toContainText('15×20%＝3，进位取整为3，不少于4');
  await expect(page.locator('#steps')).toContainText('采用第2次人员名单');
  await page.locator('#steps details summary', { hasText: '1．' }).first().click();
  const seat = page.getByRole('table', { name: /第1席$/ }).first();
  await expect(seat.locator('tr.taken')).toHaveCount(1);
  await expect(seat).toContainText('没有组长资格');
  await expect(seat).toContainText('不是该部门的人员');
});

test('验证页：第二次安排人员以最后一次为准', async ({ page }) => {
  await put(page, packageOf(second, true));
  await expect(verdict(page)).toContainText(EQUAL);
  await expect(page.locator('#steps')).toContainText('采用第2次人员名单');
});

test('验证页：压缩和不压缩的zip都能读，再放一个重新计算', async ({ page }) => {
  for (const [file, number] of [
    [zip(full), full.manifest.split(/[\t\n]/)[2] ?? ''],
    [zip(second, 0), '2026-007'],
  ] as const) {
    await page.getByLabel('选择验证包').setInputFiles(file);
    await expect(page.locator('#steps')).toContainText(`抽取编号 ${number}`);
    await expect(verdict(page)).toContainText(EQUAL);
  }
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
  await expect(verdict(page)).toContainText(EQUAL);
});

test('验证页：与签字的纸面核对，空格和大写不计', async ({ page }) => {
  await put(page, samplePackage);
  await expect(verdict(page)).toContainText('还没有核对签字纸面上的承诺值和结果哈希');
  const { seed, resultHash } = signedOfSample;
  await paper.seed(page).fill((seed.slice(0, 64).match(/.{4}/g) ?? []).join(' ').toUpperCase());
  await paper.result(page).fill(resultHash);
  await expect(verdict(page)).toContainText('承诺值和结果哈希也与签字的纸面相同');
  await paper.seed(page).fill(`${seed.slice(0, 40)}0000${seed.slice(44, 64)}`);
  await expect(verdict(page)).toContainText('与签字的不同（第11组起）');
});

test('验证页：查询一户', async ({ page }) => {
  await put(page, packageOf(ceremony('graded with exclusions and must')));
  const ask = async (id: string) => {
    await page.getByLabel('查询一户：').fill(id);
    await page.getByRole('button', { name: '查询' }).click();
    return page.locator('#answer');
  };
  await expect(await ask('911507840000004655')).toHaveText(
    /本组按票号排第1号，抽中。\s.*票号 0\.\d{64,78}\s.*末位抽中的票号为 0\./,
  );
  await expect(await ask('911507840000004655')).toContainText(/第1席（组长）：\d+人可任，取/);
  await expect(await ask(' 91150784000000019m ')).toContainText('冻结前已排除，原因代码 CAP-ITEM');
  await expect(await ask('911507840000000436')).toContainText('必检对象，非随机');
  await expect(await ask('91150784000000000X')).toContainText('不在名单内');
});

test('验证页：一百多种改动，每一种都指出在哪个文件、哪一行', async ({ page }) => {
  test.setTimeout(300_000);
  expect(MANIPULATIONS.length).toBeGreaterThan(50);
  for (const { name, files, told, signed } of MANIPULATIONS) {
    await paper.seed(page).fill(signed.seed ?? '');
    await paper.result(page).fill(signed.resultHash ?? '');
    await put(page, files);
    await expect(verdict(page), name).toContainText('结论：');
    const said = (await verdict(page).textContent()) ?? '';
    expect(said, name).toContain('结论：不通过。');
    expect(said, name).toMatch(told);
  }
});

test('验证页：人员排不满、缺文件、不是zip、zip中有同名文件', async ({ page }) => {
  const officers = full.officers_tsv.replaceAll('\t1\t', '\t0\t');
  const manifest = full.manifest.replace(sha256(full.officers_tsv), sha256(officers));
  await put(page, { ...packageOf(full), 'officers.tsv': officers, 'manifest.txt': manifest });
  await expect(verdict(page)).toContainText('人员无法排满');
  const { 'digits.txt': _, ...files } = packageOf(full);
  await put(page, files);
  await expect(verdict(page)).toContainText('digits.txt 第1行：文件不存在。');
  const input = page.getByLabel('选择验证包');
  const asZip = (buffer: Buffer) => ({ name: '坏.zip', mimeType: 'application/zip', buffer });
  await input.setInputFiles(asZip(Buffer.from('不是压缩包，只是一段文字而已而已')));
  await expect(verdict(page)).toContainText('不是zip文件。');
  const twice = zipped({ ...packageOf(full), 'copy/digits.txt': '1\n' });
  await input.setInputFiles(asZip(twice));
  await expect(verdict(page)).toContainText('digits.txt 第1行：zip中有两个同名文件。');
});

test('验证页：只有一个文件，不引用任何外部内容', () => {
  expect(readFileSync(pageFile, 'utf8')).not.toMatch(/https?:|src=|@import|fetch\(|XMLHttpRequest/);
});
