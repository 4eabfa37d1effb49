import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** The smallest screens of an office: 1366×768, and the same at 125 %. */
const sizes = [
  { width: 1366, height: 768 },
  { width: 1093, height: 614 },
];

/** A projector of today and an old one. */
const hallSizes = [
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
];

/** With PICTURES=FOLDER in the environment, keeps what is on the screen at both sizes, to be looked at; else nothing. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const own = page.viewportSize();
  for (const size of (own?.width ?? 0) > 1366 ? hallSizes : sizes.toReversed()) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(folder, `${name}-${size.width}.png`), animations: 'disabled' });
  }
  if (own !== null) await page.setViewportSize(own);
}
