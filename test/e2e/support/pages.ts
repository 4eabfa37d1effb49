import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';

/** A workbook of resources/samples. */
export const sample = (name: string) => fileURLToPath(new URL(`../../../resources/samples/${name}`, import.meta.url));

/** By the left menu; `room` is unfolded first where the page lies in one. */
export async function visit(page: Page, title: string, room?: string): Promise<void> {
  const menu = page.getByRole('navigation', { name: '主菜单' });
  const entry = menu.getByRole('menuitem', { name: title, exact: true });
  if (room !== undefined && !(await entry.isVisible())) await menu.getByText(room, { exact: true }).click();
  await entry.click();
  await expect(page.getByText('没有读到', { exact: true })).toHaveCount(0);
}

/** Presses what gives a file; the bytes are what was saved. */
export async function downloaded(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Presses what shows a paper, saves it as 下载 does, and closes it. */
export async function paper(page: Page, button: Locator, look?: (shown: Locator) => Promise<void>): Promise<Buffer> {
  await button.click();
  const shown = page.getByRole('dialog').filter({ has: page.getByRole('navigation', { name: '页面缩略图' }) });
  const { bytes } = await downloaded(page, shown.getByRole('button', { name: '下载' }));
  await expect(shown.getByText(/^共 \d+ 页$/)).toBeVisible();
  await look?.(shown);
  await shown.getByRole('button', { name: /^(关闭|Close)$/ }).click();
  await shown.waitFor({ state: 'hidden' });
  return bytes;
}

/** Closes the drawer beside the list, if one is open. */
export async function closeDrawer(page: Page): Promise<void> {
  const drawer = page.getByRole('dialog');
  if (await drawer.isVisible()) await drawer.getByRole('button', { name: /^(关闭|Close)$/ }).click();
  await expect(drawer).toBeHidden();
}
