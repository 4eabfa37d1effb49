import { expect, type Locator, type Page, test } from '@playwright/test';
import { closeDrawer, paper, visit } from './support/pages.ts';
import { picture } from './support/pictures.ts';
import { type Program, signIn, startSampleOffice } from './support/program.ts';
import { setTaskUp } from './support/stage.ts';

const year = new Date().getFullYear();
const number = (serial: number) => `额工信抽查〔${year}〕${serial}号`;
let program: Program;

test.beforeAll(async () => {
  program = await startSampleOffice();
});
test.afterAll(() => program.stop());

test('按类下达、综合查一次、分期下达；临时任务报批后抽取', async ({ page }) => {
  test.setTimeout(600_000);
  await setTaskUp(page, program, year);
  await makeClasses(page);
  await makeTogether(page);
  await makeRounds(page);
  await propose(page);
  await approve(page);
  await seeNamedDraw(page);
  await seeTask(page);
});

async function openItem(page: Page, name: string): Promise<Locator> {
  await visit(page, '年度计划', '事项与计划');
  await page.getByRole('link', { name: /抽查计划/ }).click();
  await page.getByRole('cell', { name }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: '下达任务' }).click();
  return drawer;
}

async function fillDates(drawer: Locator): Promise<void> {
  await drawer.getByLabel('开始日期').fill(`${year}-01-01`);
  await drawer.getByLabel('结束日期').fill(`${year}-12-31`);
}

async function told(page: Page, text: string): Promise<void> {
  const notice = page.getByRole('alert').filter({ hasText: text });
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: /^(关闭|Close)$/i }).click();
  await expect(notice).toBeHidden();
}

async function makeClasses(page: Page): Promise<void> {
  const drawer = await openItem(page, '对医保领域欺诈骗保行为的抽查检查');
  await expect(drawer.getByText('下达“医疗机构”的任务')).toBeVisible();
  await expect(drawer.getByText('名录中在此范围内的有55户，抽取10户')).toBeVisible();
  await drawer.getByRole('group', { name: '“药店”在名录中的范围' }).getByLabel('名称或行业含').fill('木业');
  await expect(drawer.getByText(/名录中在此范围内的有[1-9]户，抽取[1-9]户/)).toBeVisible();
  await picture(page, 'tasks-01-classes');
  await drawer.getByRole('button', { name: '查看名单' }).last().click();
  const names = page.getByRole('dialog', { name: '抽取范围' });
  await expect(names.getByRole('cell', { name: /木业/ }).first()).toBeVisible();
  await picture(page, 'tasks-02-pool');
  await page.keyboard.press('Escape');
  await fillDates(drawer);
  await drawer.getByRole('button', { name: '下达任务' }).click();
  await told(page, `已下达任务 ${number(2)}至3号`);
  await expect(page.getByRole('cell', { name: `${number(2)}、${number(3)}` })).toBeVisible();
}

async function makeTogether(page: Page): Promise<void> {
  const drawer = await openItem(page, '未办税户核查');
  await fillDates(drawer);
  await drawer.getByLabel(/^同时检查的其他事项/).fill('统计台账');
  await page.getByTitle(/^第18项 调查对象/).click();
  await picture(page, 'tasks-03-together');
  await drawer.getByRole('button', { name: '下达任务' }).click();
  await told(page, `已下达任务 ${number(4)}`);
}

async function makeRounds(page: Page): Promise<void> {
  const drawer = await openItem(page, '重点行业消防安全综合治理');
  await drawer.getByLabel(/^1月/).check();
  await drawer.getByLabel(/^2月/).check();
  await drawer.getByLabel('抽查事项（印在通知书上）').fill('消防安全责任制落实情况');
  await picture(page, 'tasks-04-rounds');
  await drawer.getByRole('button', { name: '下达任务' }).click();
  await told(page, `已下达任务 ${number(5)}至6号`);
  const again = await openItem(page, '重点行业消防安全综合治理');
  await expect(again.getByLabel(/^1月/)).toBeDisabled();
  await expect(again.getByText(`已下达${number(5)}`)).toBeVisible();
  await closeDrawer(page);
}

async function propose(page: Page): Promise<void> {
  await visit(page, '抽查任务', '事项与计划');
  await page.getByRole('button', { name: '登记临时任务' }).click();
  const drawer = page.getByRole('dialog', { name: '登记临时任务' });
  await drawer.getByLabel('来文文号或来电登记').fill('示例来电12号');
  await drawer.getByLabel('收到日期').fill(`${year}-01-05`);
  await drawer.getByLabel(/^转来单位或登记人/).fill('示例市政府值班室');
  await drawer.getByLabel('反映的问题').fill('反映夜间违规动火作业');
  await drawer.getByLabel('任务名称').fill('动火作业投诉核查');
  await drawer.getByLabel('结束日期').fill(`${year}-12-31`);
  await drawer.getByLabel(/^被反映的检查对象/).fill('示例一号');
  await page.getByTitle(/^示例一号矿业有限公司（/).click();
  await drawer.getByLabel('抽查事项（印在通知书上）').fill('动火作业审批情况');
  await expect(drawer.getByText('名录中在此范围内的有1户，抽取1户')).toBeVisible();
  await picture(page, 'tasks-05-propose');
  await drawer.getByRole('button', { name: '登记并报批' }).click();
  await told(page, `已登记临时任务 ${number(7)}`);
  await page.getByRole('cell', { name: number(7) }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: '批准任务' })).toBeDisabled();
  await picture(page, 'tasks-06-proposed');
}

async function approve(page: Page): Promise<void> {
  await signIn(page, program, 'leader');
  await visit(page, '抽查任务', '事项与计划');
  await picture(page, 'tasks-07-list');
  await page.getByRole('cell', { name: number(7) }).click();
  await page.getByRole('button', { name: '批准任务' }).click();
  await page.getByRole('button', { name: /^批\s?准$/ }).click();
  await expect(page.getByText(`已批准${number(7)}，可以抽取。`)).toBeVisible();
  await closeDrawer(page);
  await page.getByRole('cell', { name: number(4) }).click();
  await page.getByRole('button', { name: '取消任务' }).click();
  const dialog = page.getByRole('dialog', { name: `取消任务：${number(4)}` });
  await dialog.getByLabel('理由').fill('上级已统一组织');
  await dialog.getByRole('button', { name: '取消任务' }).click();
  await expect(page.getByText(`${number(4)}已取消，编号保留。`)).toBeVisible();
}

async function seeNamedDraw(page: Page): Promise<void> {
  await signIn(page, program, 'operator');
  await visit(page, '抽查任务', '事项与计划');
  await page.getByRole('cell', { name: number(7) }).click();
  await page.getByRole('link', { name: '去抽取' }).click();
  await expect(page.getByText('对象由任务指定，全部必检，只抽取人员。')).toContainText(
    '投诉举报（示例来电12号），定向检查',
  );
  await expect(page.getByRole('button', { name: '名单无误，准备冻结' })).toBeEnabled();
  await picture(page, 'tasks-08-draw');
}

async function seeTask(page: Page): Promise<void> {
  await visit(page, '抽查任务', '事项与计划');
  await page.getByRole('cell', { name: number(1), exact: true }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('tab', { name: '抽取范围' }).click();
  await expect(drawer.getByText('名录中在此范围内的有55户，抽取2户')).toBeVisible();
  await picture(page, 'tasks-09-pool');
  const sheet = await paper(page, drawer.getByRole('button', { name: '打印任务书' }), async () =>
    picture(page, 'tasks-10-sheet'),
  );
  expect(sheet.subarray(0, 4).toString()).toBe('%PDF');
}
