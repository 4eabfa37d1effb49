import { expect, type Page, test } from '@playwright/test';
import { password } from '../support/office.ts';
import { type Program, signIn, startProgram, startSampleOffice } from './support/program.ts';
import { fillAccounts, fillBureau, keepRecoveryCode, recoveryCode } from './support/wizard.ts';

test.describe('首次设置', () => {
  let program: Program;
  test.beforeAll(async () => {
    program = await startProgram();
  });
  test.afterAll(() => program.stop());

  test('向导填完即可登录，恢复码可打印', async ({ page }) => {
    await page.goto(program.entrance);
    await expect(page.getByRole('heading', { name: '首次设置' })).toBeVisible();
    await page.getByRole('button', { name: '下一步：账号' }).click();
    await expect(page.getByText('请填写单位全称')).toBeVisible();

    await fillBureau(page);
    await fillAccounts(page, '不一致的密码');
    await page.getByRole('button', { name: '完成设置' }).click();
    await expect(page.getByText('两次输入的密码不一致')).toBeVisible();
    await page.getByRole('group', { name: '账号4' }).getByLabel('再输一次').fill(password);
    await page.getByRole('button', { name: '完成设置' }).click();

    await expect(page.getByText(recoveryCode)).toBeVisible();
    await page.getByRole('button', { name: '打印密封信封单' }).click();
    await expect(page.getByText('明签恢复码密封单.pdf')).toBeVisible();
    await expect(page.getByText('共 1 页')).toBeVisible();
    await page.keyboard.press('Escape');
    await keepRecoveryCode(page);

    await enter(page, 'operator', password);
    await expect(page.getByText('额尔古纳市工业和信息化局（示例）')).toBeVisible();
    await expect(page.getByRole('button', { name: '示例经办（经办人）' })).toBeVisible();
  });
});

test.describe('登录之后', () => {
  let program: Program;
  test.beforeAll(async () => {
    program = await startSampleOffice();
  });
  test.afterAll(() => program.stop());

  test('输错密码说明还剩几次，五次后锁定', async ({ page }) => {
    await page.goto(program.entrance);
    for (let left = 4; left > 0; left -= 1) {
      await enter(page, 'leader', '错误的密码0000');
      await expect(page.getByText(`再错${left}次将锁定账号`)).toBeVisible();
    }
    await enter(page, 'leader', '错误的密码0000');
    await expect(page.getByText('登录名或密码不正确，请重新填写。')).toBeVisible();
    await enter(page, 'leader', password);
    await expect(page.getByText(/账号已锁定至\d\d:\d\d/)).toBeVisible();
  });

  test('锁定后输入密码，回到原来的页面', async ({ page }) => {
    await signIn(page, program, 'operator');
    await page.getByRole('menuitem', { name: '操作台账', exact: true }).click();
    await page.getByRole('button', { name: '示例经办（经办人）' }).click();
    await page.getByRole('menuitem', { name: '锁定' }).click();
    await expect(page.getByRole('heading', { name: '已锁定' })).toBeVisible();
    await expect(page.getByRole('heading', { name: '操作台账' })).toBeHidden();
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: '操作台账' })).toBeVisible();
  });

  test('锁定时，打开着的抽屉也不露出；解锁后还在', async ({ page }) => {
    await signIn(page, program, 'operator');
    await page.goto(`${program.address}/settings`);
    await page.getByText('示例审核').click();
    await expect(page.getByText('账号的变更须由管理员办理')).toBeVisible();
    const headers = { 'content-type': 'application/json' };
    const locked = await page.request.post(`${program.address}/api/office.lock`, { headers });
    expect(locked.ok()).toBe(true);
    // The page asks every twenty seconds by itself.
    await expect(page.getByRole('heading', { name: '已锁定' })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('账号的变更须由管理员办理')).toBeHidden();
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.getByRole('button', { name: '解锁' }).click();
    await expect(page.getByText('账号的变更须由管理员办理')).toBeVisible();
  });

  test('不能办的事，按钮不可按，并说明谁可以办', async ({ page }) => {
    await signIn(page, program, 'operator');
    await page.getByRole('menuitem', { name: '设置' }).click();
    const add = page.getByRole('button', { name: '新增账号' });
    await expect(add).toBeDisabled();
    await add.hover({ force: true });
    await expect(page.getByText('须由管理员办理（示例管理）')).toBeVisible();

    await signIn(page, program, 'admin');
    await page.getByRole('menuitem', { name: '设置' }).click();
    await expect(page.getByRole('button', { name: '新增账号' })).toBeEnabled();
  });

  test('Ctrl K 查找，回车打开', async ({ page }) => {
    await signIn(page, program, 'operator');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('操作台账');
    await page.getByText('操作台账 页面', { exact: true }).click();
    await expect(page).toHaveURL(/\/ledger$/);
  });
});

async function enter(page: Page, login: string, typed: string): Promise<void> {
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(typed);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('button', { name: '登录' })).toBeEnabled();
}
