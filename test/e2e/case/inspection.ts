import { expect, type Locator, type Page } from '@playwright/test';
import { solidText } from '../../support/pdf.ts';
import { closeDrawer, paper, visit } from '../support/pages.ts';
import { picture } from '../support/pictures.ts';

export interface Inspected {
  readonly object: string;
  readonly notice: string;
}

/** The panel of the first enterprise drawn, or of `object`. */
export async function openInspection(page: Page, object: string | RegExp = /^示例.+公司/): Promise<Locator> {
  await closeDrawer(page);
  await visit(page, '检查办理', '检查');
  // The name leads to the enterprise; the rest of the row opens the inspection.
  const row = page.getByRole('row').filter({ has: page.getByRole('cell', { name: object }) });
  await row
    .first()
    .getByText(/抽查〔20\d\d〕\d+号/)
    .click();
  const panel = page.getByRole('dialog', { name: '检查办理' });
  await expect(panel.getByRole('heading', { level: 2 })).toBeVisible();
  return panel;
}

/** 通知书 is made and printed. */
export async function issueNotice(page: Page, on: string): Promise<Inspected> {
  const panel = await openInspection(page);
  const object = await panel.getByRole('heading', { level: 2 }).innerText();
  await picture(page, '34-inspection');
  await panel.getByRole('button', { name: '出具通知书' }).click();
  await panel.getByLabel('检查日期').fill(on);
  await picture(page, '35-notice-form');
  await panel.getByRole('button', { name: '出具通知书' }).last().click();
  const button = panel.getByRole('button', { name: '打印通知书' });
  await expect(button).toBeEnabled();
  const printed = solidText(await paper(page, button, () => picture(page, '36-notice')));
  const notice = /〔\d{4}〕第?\d+号/.exec(await panel.innerText())?.[0] ?? '';
  for (const text of ['通知书', object, notice, '工业企业安全生产']) expect(printed).toContain(text);
  return { object, notice };
}

/** The result is entered; whoever entered it may not review it. */
export async function enterResult(page: Page, { object }: Inspected, on: string): Promise<void> {
  const panel = await openInspection(page, object);
  await panel.getByRole('button', { name: '录入结果' }).click();
  await panel.getByLabel('检查日期').fill(on);
  await panel.getByLabel('完成日期').fill(on);
  await panel.getByRole('checkbox', { name: '实地核查' }).check();
  await panel.getByLabel('检查情况').fill('安全生产责任制、培训台账均符合要求。');
  await choose(page, panel, '未发现问题');
  await panel.getByRole('radio', { name: '无需后续处置' }).check();
  await picture(page, '37-result-form');
  await panel.getByRole('button', { name: '送审' }).click();
  await expect(panel.getByText('检查结果：未发现问题（待审核）')).toBeVisible();
  const own = panel.getByRole('button', { name: '审核', exact: true });
  await expect(own).toBeDisabled();
  await own.hover({ force: true });
  await expect(page.getByRole('tooltip')).toContainText('须由审核人办理');
  await picture(page, '38-own-review');
}

/** Another person reviews. */
export async function review(page: Page, { object }: Inspected): Promise<void> {
  const panel = await openInspection(page, object);
  await panel.getByRole('button', { name: '审核', exact: true }).click();
  await panel.getByRole('radio', { name: '通过' }).check();
  await picture(page, '39-review');
  await panel.getByRole('button', { name: '提交审核' }).click();
  await expect(panel.getByText('检查结果：未发现问题（待公示）')).toBeVisible();
}

/** Published, and closed to every change. */
export async function publish(page: Page, { object }: Inspected): Promise<void> {
  const panel = await openInspection(page, object);
  await panel.getByRole('button', { name: '公示', exact: true }).click();
  const ask = page.getByRole('dialog').filter({ hasText: '一经公示不得擅自更改' });
  await picture(page, '40-publish');
  await ask.getByRole('button', { name: /公\s*示/ }).click();
  await expect(panel.getByText('检查结果：未发现问题（已公示）')).toBeVisible();
  await expect(panel.getByRole('button', { name: /录入结果|重新送审|撤/ })).toHaveCount(0);
  const sheet = solidText(await paper(page, panel.getByRole('button', { name: '结果公示表' })));
  for (const text of [object, '未发现问题']) expect(sheet).toContain(text);
  await closeDrawer(page);
  await visit(page, '公示');
  await expect(page.getByRole('row', { name: /\d{4}-\d{2}-\d{2} 公示 1 示例经办/ })).toBeVisible();
  await picture(page, '41-publications');
}

interface Signers {
  readonly operator: Page;
  readonly reviewer: Page;
  readonly principal: Page;
}

/** After publication only a version signed by 局主要领导 (细则 第十条); the first version stays. */
export async function correct({ operator, reviewer, principal }: Signers, { object }: Inspected): Promise<void> {
  const panel = await openInspection(operator, object);
  await panel.getByRole('button', { name: '更正', exact: true }).click();
  await panel.getByLabel('更正理由').fill('漏记一处当场整改。');
  await panel.getByLabel('检查情况').fill('一处灭火器压力不足，企业当场更换。');
  await choose(operator, panel, '发现问题经责令已改正');
  await panel.getByRole('radio', { name: '责令改正' }).check();
  await picture(operator, '42-correction');
  await panel.getByRole('button', { name: '更正送审' }).click();
  await expect(panel.getByText('更正1：发现问题经责令已改正（待审核）')).toBeVisible();

  const second = await openInspection(reviewer, object);
  await second.getByRole('button', { name: '审核更正' }).click();
  await second.getByRole('radio', { name: '通过' }).check();
  await second.getByRole('button', { name: '提交审核' }).click();
  await expect(second.getByText('更正1：发现问题经责令已改正（待局主要领导签字）')).toBeVisible();
  await expect(second.getByRole('button', { name: '签字更正' })).toBeDisabled();

  const third = await openInspection(principal, object);
  await third.getByRole('button', { name: '签字更正' }).click();
  await third.getByRole('radio', { name: '同意更正' }).check();
  await picture(principal, '43-sign');
  await third.getByRole('button', { name: '签字', exact: true }).click();
  await expect(third.getByText('更正1：发现问题经责令已改正（已更正）')).toBeVisible();
  await expect(third.getByText('检查结果：未发现问题（已公示）')).toBeVisible();
  await picture(principal, '44-corrected');
}

/** 检查结果 in the form. */
async function choose(page: Page, panel: Locator, result: string): Promise<void> {
  await panel.getByRole('combobox', { name: '检查结果' }).click();
  await page.getByTitle(result, { exact: true }).last().click();
}
