import { expect, test } from '@playwright/test';
import { password } from '../support/office.ts';
import { signIn, startSampleOffice } from './support/program.ts';

const next = '示例新密码-9876543210';
let program: Awaited<ReturnType<typeof startSampleOffice>>;
test.beforeAll(async () => {
  program = await startSampleOffice();
});
test.afterAll(() => program.stop());

test('新增账号：登录名重复时说明原因，已填的还在', async ({ page }) => {
  await signIn(page, program, 'admin');
  await page.getByRole('menuitem', { name: '设置' }).click();
  await page.getByRole('button', { name: '新增账号' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('登录名').fill('operator');
  await drawer.getByLabel('姓名').fill('示例新人');
  await drawer.getByLabel('新密码（至少10个字符）').fill(password);
  await drawer.getByLabel('再输一次').fill(password);
  await drawer.getByRole('button', { name: '新增' }).click();
  await expect(drawer.getByText('登录名“operator”已被使用，请换一个。')).toBeVisible();
  await expect(drawer.getByLabel('姓名')).toHaveValue('示例新人');

  await drawer.getByLabel('登录名').fill('newcomer');
  await drawer.getByRole('button', { name: '新增' }).click();
  await expect(drawer.getByText(/“示例新人”的角色不合要求/)).toBeVisible();
  await drawer.getByRole('checkbox', { name: '经办人' }).check();
  await drawer.getByRole('button', { name: '新增' }).click();
  await expect(page.getByText('共 6 条', { exact: true })).toBeVisible();
});

test('停用、重设密码，当事人随即按新的来', async ({ page }) => {
  await signIn(page, program, 'admin');
  await page.goto(`${program.address}/settings`);
  await page.getByText('示例审核').click();
  await page.getByRole('dialog').getByRole('switch').click();
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByText(/还没有在用的审核人账号/)).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByText('示例分管').click();
  await page.getByRole('tab', { name: '重设密码' }).click();
  const panel = page.getByRole('tabpanel', { name: '重设密码' });
  await panel.getByLabel('新密码（至少10个字符）').fill(next);
  await panel.getByLabel('再输一次').fill(next);
  await panel.getByRole('button', { name: '重设密码' }).click();
  await expect(page.getByText('已重设密码')).toBeVisible();

  await signIn(page, program, 'leader', next);
  await page.goto(`${program.address}/settings/password`);
  await page.getByLabel('当前密码').fill('不对的密码00');
  await page.getByLabel('新密码（至少10个字符）').fill(password);
  await page.getByLabel('再输一次').fill(password);
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page.getByText('当前密码不正确').first()).toBeVisible();
  await page.getByLabel('当前密码').fill(next);
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page.getByText('已修改密码')).toBeVisible();
});

test('改单位名称，抬头随之改变', async ({ page }) => {
  await signIn(page, program, 'admin');
  await page.goto(`${program.address}/settings/bureau`);
  await page.getByLabel('单位全称').fill('额尔古纳市工信局（示例二）');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('banner').getByText('额尔古纳市工信局（示例二）')).toBeVisible();
});

test('忘记密码：恢复码重设后换发新码', async ({ page }) => {
  await page.goto(program.entrance);
  await page.getByRole('button', { name: /使用恢复码/ }).click();
  const fill = async (code: string) => {
    await page.getByLabel('恢复码', { exact: true }).fill(code);
    await page.getByLabel('要重设密码的登录名').fill('admin');
    await page.getByLabel('新密码（至少10个字符）').fill(next);
    await page.getByLabel('再输一次').fill(next);
    await page.getByRole('button', { name: '重设密码' }).click();
  };
  await fill('AAAAA-BBBBB');
  await expect(page.getByText('恢复码不正确')).toBeVisible();
  await fill(program.recoveryCode.toLowerCase());
  await expect(page.getByText(/^[2-9A-Z]{5}(-[2-9A-Z]{5}){4}$/)).toBeVisible();
  await expect(page.getByText(program.recoveryCode)).toBeHidden();
});
