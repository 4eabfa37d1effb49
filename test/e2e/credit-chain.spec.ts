import { expect, type Page, test } from '@playwright/test';
import { makeUscc } from '../../shared/kernel/uscc.ts';
import { scannedPdf } from '../support/scans.ts';
import { picture } from './support/pictures.ts';
import { type Program, signIn, startSampleOffice } from './support/program.ts';
import { ask, call } from './support/stage.ts';

let program: Program;
let objectId: number;
const penalties: number[] = [];

test.beforeAll(async () => {
  program = await startSampleOffice();
});
test.afterAll(() => program.stop());
test.describe.configure({ mode: 'serial' });

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const daysAgo = (days: number) => new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);
const enterprise = (tab: string) => `${program.address}/enterprises/${objectId}?tab=${tab}`;

async function openedWhy(page: Page): Promise<void> {
  await page.goto(enterprise('grade'));
  await expect(page.getByRole('tab', { selected: true })).toContainText('为什么是');
}

test('两次处罚登记后，等级下降，理由写明记录和条款', async ({ page }) => {
  await signIn(page, program, 'operator');
  const entry = {
    name: '示例机械有限公司',
    code: makeUscc('91150784', 77),
    kind: '企业',
    status: '存续',
    aboveScale: true,
    priority: false,
  };
  await call(page, program, 'rosters.addObject', { entry, reason: '示例入库' });
  const { lines } = await ask<{ lines: { id: number }[] }>(page, program, 'rosters.objects', {});
  objectId = lines[0]?.id ?? 0;
  await call(page, program, 'grading.regrade');
  await openedWhy(page);
  await expect(page.getByRole('tab', { selected: true })).toHaveText('为什么是B级');

  const first = { objectId, kind: 'penalty', happenedOn: daysAgo(40), source: '示例应急管理局', severity: 'minor' };
  const added = await call<{ id: number }>(page, program, 'credit.records.add', {
    ...first,
    documentNumber: '示罚〔2026〕1号',
    summary: '示例：未按规定培训',
  });
  penalties.push(added.id);

  await page.goto(`${program.address}/credit/records`);
  await page.getByRole('button', { name: '登记信用记录' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('企业').fill('示例机械');
  await page.getByText('示例机械有限公司 9115').click();
  await form.getByLabel('类别').fill('行政处罚');
  await page.keyboard.press('Enter');
  await form.getByLabel(/日期/).first().fill(daysAgo(2));
  await form.getByLabel('来源部门').fill('示例应急管理局');
  await form
    .getByLabel(/文号|文书号|决定书/)
    .first()
    .fill('示罚〔2026〕2号');
  await form.getByLabel('严重程度').click();
  await page
    .locator('.ant-select-item-option')
    .filter({ hasText: /^轻微$/ })
    .click();
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByText('已登记，等级已重新评定。')).toBeVisible();

  await openedWhy(page);
  await expect(page.getByRole('tab', { selected: true })).toHaveText('为什么是C级');
  await expect(page.getByText('一年内受到两次以上行政处罚').first()).toBeVisible();
  await expect(page.getByText('示罚〔2026〕2号').first()).toBeVisible();
  await picture(page, 'credit-chain-fallen');
});

test('预警列出新增处罚和等级下降，从预警出具约谈通知书', async ({ page }) => {
  await signIn(page, program, 'operator');
  await page.goto(`${program.address}/supervision`);
  await expect(page.getByRole('cell', { name: '信用等级下降' }).first()).toBeVisible();
  await picture(page, 'credit-chain-warnings');
  await page.getByRole('cell', { name: '信用等级下降' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '约谈' }).click();
  await expect(page.getByText('通知约谈').first()).toBeVisible();
  const form = page.getByRole('dialog').last();
  await form.getByLabel('约谈种类').click();
  await page.locator('.ant-select-item-option').filter({ hasText: '工作约谈' }).click();
  await form.getByLabel(/约谈事由/).fill('一年内两次受到行政处罚');
  await form.getByLabel('约谈日期').fill(today());
  await form.getByLabel('联系人和电话').fill('示例联系人 0470-0000000');
  await form.getByRole('button', { name: '制作约谈通知书' }).click();
  await expect(page.getByText(/约谈〔20\d\d〕1号/).first()).toBeVisible();
  await picture(page, 'credit-chain-talk');
});

test('修复一次处罚后，等级回升，修复写在理由和经过里', async ({ page }) => {
  await signIn(page, program, 'operator');
  const day = today();
  const application = { objectId, recordIds: penalties, severity: 'minor', documentOn: daysAgo(40), appliedOn: day };
  const { repairId } = await call<{ repairId: number }>(page, program, 'supervision.repairs.receive', {
    ...application,
    applicant: '示例机械有限公司',
    remedy: '已补办培训，罚款缴清',
  });
  const { ways } = await ask<{ ways: { id: string }[] }>(page, program, 'supervision.repairs.rules');
  const dated = { repairId, datedOn: day };
  await call(page, program, 'supervision.repairs.addMaterial', { ...dated, kind: 'fulfilment', title: '缴款凭证' });
  await call(page, program, 'supervision.repairs.addMaterial', { ...dated, kind: 'commitment', title: '信用承诺书' });
  const way = { repairId, wayId: ways[0]?.id, doneOn: day, proof: '整改报告' };
  await call(page, program, 'supervision.repairs.addWay', way);
  for (const pages of [1, 2]) await attach(page, repairId, pages);
  await call(page, program, 'supervision.repairs.accept', { repairId, acceptedOn: day });
  const finding = '现场核查属实。';
  await call(page, program, 'supervision.repairs.check', { repairId, checkedOn: day, isPassed: true, finding });

  await signIn(page, program, 'leader');
  await call(page, program, 'supervision.repairs.decide', { repairId, outcome: 'repaired', opinion: '同意' });
  await openedWhy(page);
  await expect(page.getByRole('tab', { selected: true })).toHaveText('为什么是B级');
  await page.goto(enterprise('timeline'));
  await expect(page.getByText(/修复/).first()).toBeVisible();
  await expect(page.getByText(/约谈/).first()).toBeVisible();
  await picture(page, 'credit-chain-risen');
});

async function attach(page: Page, repairId: number, pages: number): Promise<void> {
  const headers = { origin: program.address, 'x-file-name': encodeURIComponent(`示例材料${pages}.pdf`) };
  const data = Buffer.from(await scannedPdf(pages));
  const reply = await page.request.post(`${program.address}/uploads/attachments/repair/${repairId}`, { headers, data });
  expect(reply.ok()).toBe(true);
}
