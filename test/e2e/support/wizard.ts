import { expect, type Page } from '@playwright/test';
import { password, sampleBureau } from '../../support/office.ts';

/** The four people of a small office, in the order the wizard asks for them; the last is 局主要领导. */
const people = [
  { name: '示例管理', login: 'admin' },
  { name: '示例经办', login: 'operator' },
  { name: '示例审核', login: 'reviewer' },
  { name: '示例局长', login: 'principal' },
];

export const recoveryCode = /^[2-9A-Z]{5}(-[2-9A-Z]{5}){4}$/;

/** 首次设置 from the first screen to the sign-in, as a new user fills it in. */
export async function goThroughWizard(page: Page): Promise<void> {
  await fillBureau(page);
  await fillAccounts(page);
  await page.getByRole('button', { name: '完成设置' }).click();
  await keepRecoveryCode(page);
}

export async function fillBureau(page: Page): Promise<void> {
  const { name, shortName, department } = sampleBureau;
  const typed = { 单位全称: name, 机关简称: shortName, 部门简称: department };
  for (const [label, text] of Object.entries(typed)) await page.getByLabel(label).fill(text);
  await page.getByLabel('股室', { exact: true }).fill('安全生产股');
  await page.keyboard.press('Enter');
  await page.getByLabel('规则包').click();
  await page
    .getByText(/额尔古纳/)
    .last()
    .click();
  await page.getByRole('button', { name: '下一步：账号' }).click();
}

/** All but the button; `lastRepeated` is what the last of them types the second time. */
export async function fillAccounts(page: Page, lastRepeated = password): Promise<void> {
  for (const [i, { name, login }] of people.entries()) {
    const block = page.getByRole('group', { name: `账号${i + 1}` });
    const again = i === people.length - 1 ? lastRepeated : password;
    const typed = { 姓名: name, 登录名: login, 密码: password, 再输一次: again };
    for (const [label, text] of Object.entries(typed)) await block.getByLabel(label).fill(text);
  }
}

export async function keepRecoveryCode(page: Page): Promise<void> {
  await expect(page.getByText(recoveryCode)).toBeVisible();
  await page.getByLabel('已打印或抄写，并核对无误').check();
  await page.getByRole('button', { name: '完成，去登录' }).click();
}
