import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { solidText } from '../../support/pdf.ts';
import { downloaded, paper, visit } from '../support/pages.ts';
import { picture } from '../support/pictures.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const witnesses = [
  { name: '示例纪检', unit: '示例纪检监察组', kind: '纪检监察人员', typed: '3141592', digits: '3141592' },
  { name: '示例代表', unit: '示例企业协会', kind: '企业代表', typed: '６５３５８９７', digits: '6535897' },
  { name: '示例群众', unit: '示例社区', kind: '社区、群众代表', typed: '932384', digits: '932384' },
] as const;

/** 抽取: the eight steps with the projector in a second window; the 验证包 computes to the same. */
export async function drawBeforeWitnesses(page: Page, number: string): Promise<void> {
  await prepare(page);
  await freeze(page, number);
  const hall = await openHall(page);
  const commitment = await hexOf(hall, '名单承诺值');
  expect(await hexOf(page, '名单承诺值')).toBe(commitment);
  await picture(hall, '23-hall-frozen');
  await picture(page, '24-digits');
  const sheet = solidText(await paper(page, page.getByRole('button', { name: '冻结单', exact: true })));
  expect(sheet).toContain(commitment);
  await takeDigits(page, hall);
  await drawAndSeat(page, hall);
  const resultHash = await hexOf(hall, '结果哈希');
  const record = solidText(await paper(page, page.getByRole('button', { name: '抽取记录', exact: true })));
  for (const text of [commitment, resultHash, '示例纪检', '示例监督']) expect(record).toContain(text);
  await handOver(page, commitment, resultHash);
  await hall.close();
}

async function prepare(page: Page): Promise<void> {
  await visit(page, '抽取');
  await page.getByRole('button', { name: '主持抽取' }).first().click();
  const ask = page.getByRole('dialog');
  await ask.getByRole('combobox', { name: '任务' }).click();
  await page.getByTitle(/工业企业安全生产检查（/).click();
  await picture(page, '19-choose-task');
  await ask.getByRole('button', { name: '进入抽取' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '名录' }).first()).toHaveAttribute('aria-current', 'step');
  for (const department of ['应急', '消防', '市监']) {
    await expect(page.getByRole('checkbox', { name: department })).toBeChecked();
  }
  await picture(page, '20-roster-step');
  await page.getByRole('button', { name: '名单无误，准备冻结' }).click();
}

async function freeze(page: Page, number: string): Promise<void> {
  await fillWitnesses(page, witnesses);
  await picture(page, '21-freeze-step');
  await page.getByRole('button', { name: '冻结名单' }).click();
  await expect(page.getByRole('heading', { name: `抽取 ${number}` })).toBeVisible();
}

interface SampleWitness {
  readonly name: string;
  readonly unit: string;
  readonly kind: string;
  readonly digits: string;
}

/** Step 冻结 filled in: who will give how many digits, where, under whose eyes. Three rows are there, more are added. */
export async function fillWitnesses(page: Page, sample: readonly SampleWitness[]): Promise<void> {
  for (const [i, witness] of sample.entries()) {
    const row = page.getByRole('group', { name: `第${i + 1}位` });
    if (!(await row.isVisible())) await page.getByRole('button', { name: '增加一位见证人' }).click();
    await row.getByLabel('姓名').fill(witness.name);
    await row.getByLabel('单位').fill(witness.unit);
    await row.getByLabel('身份').click();
    await page.getByTitle(witness.kind, { exact: true }).locator('visible=true').click();
    await row.getByLabel('数字位数').fill(String(witness.digits.length));
  }
  await page.getByLabel('抽取地点').fill('示例会议室');
  await page.getByLabel('监督人', { exact: true }).fill('示例监督');
  await page.getByLabel('监督人单位').fill('示例司法局');
}

async function openHall(page: Page): Promise<Page> {
  const button = page.getByRole('button', { name: '打开投影' });
  const [hall] = await Promise.all([page.waitForEvent('popup'), button.click()]);
  await hall.setViewportSize({ width: 1920, height: 1080 });
  await expect(hall.getByText('名单承诺值（已冻结，请与冻结单核对）')).toBeVisible();
  await expect(hall.getByRole('img')).toBeVisible();
  return hall;
}

/** A hash as it stands on the screen, in groups. */
export async function hexOf(page: Page, label: string): Promise<string> {
  const shown = (await page.getByLabel(label, { exact: true }).first().innerText()).replace(/\s/g, '');
  expect(shown).toMatch(/^[0-9a-f]{64}$/);
  return shown;
}

async function takeDigits(page: Page, hall: Page): Promise<void> {
  await page.getByRole('button', { name: '核对完毕，开始取数' }).click();
  for (const [i, { name, typed, digits }] of witnesses.entries()) {
    const field = page.getByLabel(new RegExp(`^第${i + 1}位 ${name}`));
    await expect(field).toBeFocused();
    await field.fill('一二三');
    await page.keyboard.press('Enter');
    await expect(page.getByText('第1个字符“一”不是数字')).toBeVisible();
    if (i === 0) await picture(page, '25-digits-refused');
    await field.fill(typed);
    await page.keyboard.press('Enter');
    await expect(hall.getByRole('img', { name: digits })).toBeVisible();
    if (i === 0) await picture(hall, '26-hall-digits');
    await page.getByRole('button', { name: `${name}核对无误` }).click();
  }
  // Whatever happens to the window, the draw goes on where it stood.
  await page.reload();
  const seal = page.getByRole('button', { name: '全部确认，封存' });
  await expect(seal).toBeDisabled();
  await picture(page, '27-seal');
  for (const { name } of witnesses) {
    const confirm = page.getByRole('button', { name: `${name}确认` });
    await confirm.click();
    await expect(confirm).toHaveCount(0);
  }
  await seal.click();
  await expect(hall.getByRole('heading', { name: '种子已封存' })).toBeVisible();
  await picture(hall, '28-hall-sealed');
}

async function drawAndSeat(page: Page, hall: Page): Promise<void> {
  await page.getByRole('button', { name: '抽取检查对象' }).click();
  const drawn = page.getByRole('row', { name: /示例.+公司/ });
  await expect(drawn).toHaveCount(2);
  await expect(hall.getByText('2 / 2')).toBeVisible();
  await expect(hall.getByText(/示例.+公司/)).toHaveCount(2);
  await picture(hall, '29-hall-drawn');
  await page.getByRole('button', { name: '抽取检查人员' }).click();
  for (const row of await drawn.all()) {
    await expect(row).toContainText(/（工信）.*（工信.*）.*（应急.*）.*（消防.*）.*（市监.*）/);
  }
  await expect(page.getByText('示例戊')).toHaveCount(0);
  await expect(hall.getByRole('heading', { name: '检查人员' })).toBeVisible();
  await expect(hall.getByText('2 / 2')).toBeVisible();
  await picture(hall, '30-hall-staffed');
  await picture(page, '31-record-step');
  await page.getByRole('button', { name: '生成笔录' }).click();
  await expect(hall.getByRole('heading', { name: '抽取完成，结果已记入笔录' })).toBeVisible();
  await picture(hall, '32-hall-finished');
}

/** The 验证包 is handed over, and both ways of replaying it without the program come to the same. */
export async function handOver(page: Page, commitment: string, resultHash: string): Promise<void> {
  const button = page.getByRole('button', { name: '下载验证包' });
  await expect(button).toBeDisabled();
  await page.getByLabel('交给').fill('示例纪检监察组');
  const { bytes } = await downloaded(page, button);
  await picture(page, '33-handed-over');
  const folder = mkdtempSync(join(tmpdir(), 'mingqian-package-'));
  try {
    writeFileSync(join(folder, 'package.zip'), bytes);
    const files = join(folder, 'files');
    mkdirSync(files);
    for (const [name, content] of Object.entries(unzipSync(bytes))) writeFileSync(join(files, name), content);
    const run = (tool: string, ...args: string[]) => spawnSync(tool, args, { encoding: 'utf8', cwd: root });
    const script = run('python3', join(files, 'verify.py'), join(folder, 'package.zip'));
    expect(script).toMatchObject({ status: 0, stderr: '' });
    for (const text of [commitment, resultHash, '结论：与复算一致。']) expect(script.stdout).toContain(text);
    const replay = run(process.execPath, 'electron/commands/replay.ts', files);
    expect(replay.status, replay.stderr).toBe(0);
    expect(replay.stderr).toContain(`名单承诺值 ${commitment}\n结果哈希 ${resultHash}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
