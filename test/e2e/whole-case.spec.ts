import { type Browser, expect, type Page, test } from '@playwright/test';
import { addDays, localDayOf } from '../../shared/kernel/local-date.ts';
import { fileDossier } from './case/dossier.ts';
import { drawBeforeWitnesses } from './case/draw.ts';
import { correct, enterResult, issueNotice, publish, review } from './case/inspection.ts';
import { approvePlan, importGrades, importPlan, makeTask } from './case/plan.ts';
import { importRosters } from './case/rosters.ts';
import { visit } from './support/pages.ts';
import { picture } from './support/pictures.ts';
import { type Program, type SampleRole, signIn, startProgram } from './support/program.ts';
import { goThroughWizard } from './support/wizard.ts';

/** 一个完整的案例：从空库到卷宗，全部在界面上办理。 */
const today = localDayOf(new Date().toISOString());
const year = today.slice(0, 4);

let program: Program;
test.beforeAll(async () => {
  program = await startProgram();
});
test.afterAll(() => program.stop());

test('一个案例从空库走到卷宗', async ({ browser, page }) => {
  test.setTimeout(600_000);
  await test.step('首次设置', async () => {
    await page.goto(program.entrance);
    await picture(page, '01-wizard');
    await goThroughWizard(page);
    await picture(page, '01-sign-in');
  });
  const operator = await pageOf(browser, 'operator');
  await picture(operator, '01-home-empty');
  await test.step('名录', () => importRosters(operator));
  await test.step('计划', () => importPlan(operator));
  const principal = await pageOf(browser, 'principal');
  await test.step('批准计划', () => approvePlan(principal));
  await test.step('下达任务', () => makeTask(operator, today, addDays(today, 30)));
  await test.step('信用', () => importGrades(operator));
  await test.step('抽取', () => drawBeforeWitnesses(operator, `${year}-001`));
  const inspected = await test.step('通知书', () => issueNotice(operator, today));
  await test.step('录入结果', () => enterResult(operator, inspected, today));
  const reviewer = await pageOf(browser, 'reviewer');
  await test.step('审核', () => review(reviewer, inspected));
  await test.step('公示', () => publish(operator, inspected));
  await test.step('更正', () => correct({ operator, reviewer, principal }, inspected));
  await test.step('卷宗', () => fileDossier(operator, inspected, `${year}0001`));
  await test.step('操作台账', () => verifyLedger(operator));
  await visit(operator, '首页');
  await picture(operator, '49-home');
});

async function pageOf(browser: Browser, role: SampleRole): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, program, role);
  return page;
}

async function verifyLedger(page: Page): Promise<void> {
  await visit(page, '操作台账');
  await page.getByRole('button', { name: '核验台账' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '核验', exact: true }).click();
  await expect(page.getByText(/共\d+条，未发现改动。/)).toBeVisible();
  await picture(page, '48-ledger');
  await page.getByRole('dialog').getByText('关闭', { exact: true }).click();
}
