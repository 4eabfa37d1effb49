import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { password, sampleAccounts, sampleBureau } from '../support/office.ts';
import { type Program, signIn, startProgram, startSampleOffice } from './support/program.ts';

const filePassword = '示例迁移密码0123';
let old: Program;
let fresh: Program;
const folder = mkdtempSync(join(tmpdir(), 'mingqian-move-'));
test.beforeAll(async () => {
  old = await startSampleOffice();
  fresh = await startProgram();
});
test.afterAll(async () => {
  await Promise.all([old.stop(), fresh.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

test('旧电脑导出，新电脑迁入，用原账号登录', async ({ page }) => {
  await signIn(page, old, 'admin');
  await page.goto(`${old.address}/settings/moving`);
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.getByText('手动备份')).toBeVisible();
  const [backup] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存到U盘' }).click(),
  ]);
  expect(backup.suggestedFilename()).toMatch(/^明签备份-.*asked\.db$/);

  await page.getByRole('tab', { name: '迁移到另一台电脑' }).click();
  await page.getByLabel('为文件设置密码（至少10个字符）').fill(filePassword);
  await page.getByLabel('再输一次').fill(filePassword);
  const [moved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出迁移文件' }).click(),
  ]);
  const file = join(folder, moved.suggestedFilename());
  await moved.saveAs(file);
  const other = join(folder, 'other.mqmove');
  writeFileSync(other, 'not a move file, although it is called one, and long enough to be read as one');

  await page.context().clearCookies();
  await page.goto(fresh.entrance);
  await page.getByRole('button', { name: /从另一台电脑迁入/ }).click();
  const moveIn = async (path: string, typed: string) => {
    await page.locator('input[type=file]').setInputFiles(path);
    await page.getByLabel('导出时设置的密码').fill(typed);
    await page.getByRole('button', { name: '检查并迁入' }).click();
  };
  await moveIn(other, filePassword);
  await expect(page.getByText('这不是明签的迁移文件')).toBeVisible();
  await moveIn(file, '不对的密码0123');
  await expect(page.getByText('密码不正确，或者文件已损坏')).toBeVisible();
  await moveIn(file, filePassword);
  await expect(page.getByText(`${sampleBureau.name}，操作台账`)).toBeVisible();
  await page.getByRole('dialog').getByRole('button').click();

  await page.getByLabel('登录名').fill(sampleAccounts.operator.login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('button', { name: '示例经办（经办人）' })).toBeVisible();
  await expect(page.getByText(sampleBureau.name)).toBeVisible();
});
