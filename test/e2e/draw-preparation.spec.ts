import { expect, type Page, test } from '@playwright/test';
import { localDayOf } from '../../shared/kernel/local-date.ts';
import { picture } from './support/pictures.ts';
import { type Program, startSampleOffice } from './support/program.ts';
import { setTaskUp } from './support/stage.ts';

/** 名录 and everything before 冻结, with the page loaded anew in the middle. */
const year = Number(localDayOf(new Date().toISOString()).slice(0, 4));

let program: Program;
test.beforeAll(async () => {
  program = await startSampleOffice();
});
test.afterAll(() => program.stop());

test('冻结前逐项核定，中途刷新接着办', async ({ page }) => {
  const { taskId } = await setTaskUp(page, program, year);
  await page.goto(`${program.address}/draws/new?task=${taskId}`);
  const group = page.getByRole('row', { name: /^全部/ });
  await expect(group).toContainText('定额2户');
  await expect(page.getByText('无论抽到哪些对象，2户都排得满')).toBeVisible();
  await picture(page, 'prep-1-open');

  await test.step('排除', () => exclude(page));
  await test.step('改动前后', () => alter(page));
  await test.step('必检', () => acceptDue(page));
  await test.step('人员', () => lookAtOfficers(page));
  await test.step('刷新', async () => {
    await expect(page.getByText(/准备情况已保存/)).toBeVisible();
    await page.reload();
    await expect(group).toContainText('定额2户');
    await expect(page.getByRole('spinbutton', { name: /每户人数/ })).toHaveValue('3');
    await expect(page.getByRole('tab', { name: /^排除/ })).not.toHaveText('排除（0户）');
  });
  await test.step('冻结一步填到一半，刷新后仍在', () => halfFilled(page));
  await test.step('演练另行准备', () => rehearse(page));
});

async function exclude(page: Page): Promise<void> {
  const objects = page.getByRole('tabpanel', { name: /^对象/ });
  await objects.getByRole('checkbox').nth(1).check();
  await objects.getByRole('checkbox').nth(2).check();
  await objects.getByRole('button', { name: '排除所选' }).click();
  const ask = page.getByRole('dialog');
  await expect(ask).toContainText('冻结前排除2户');
  await ask.getByRole('radio', { name: '其他原因' }).check();
  await ask.getByRole('button', { name: /排\s*除/ }).click();
  await expect(ask.getByText('请写明是什么原因')).toBeVisible();
  await ask.getByRole('radio', { name: '停产停业' }).check();
  await picture(page, 'prep-2-exclude');
  await ask.getByRole('button', { name: /排\s*除/ }).click();
  await expect(ask).toBeHidden();
  await page.getByRole('tab', { name: /^排除/ }).click();
  await expect(page.getByRole('cell', { name: '停产停业' })).toHaveCount(2);
  await picture(page, 'prep-3-exclusions');
}

async function alter(page: Page): Promise<void> {
  const changes = page.getByRole('region', { name: '改动前后' });
  await expect(changes).toContainText(/全部：名单\d+户、必检0户、抽取2户 → 名单\d+户、必检0户、抽取2户/);
  await page.getByRole('spinbutton', { name: /每户人数/ }).fill('3');
  await expect(changes).toContainText('每户席位：5个 → 6个');
  await picture(page, 'prep-4-changes');
  await changes.getByRole('button', { name: '以改动后为准' }).click();
  await expect(changes).toBeHidden();
}

async function acceptDue(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^必检/ }).click();
  const due = page.getByRole('tabpanel', { name: /^必检/ });
  await expect(due).toContainText('重点企业一年、一般企业三年全覆盖');
  await expect(due).toContainText(/到期而未列入的\d+户，抽取户数内只能再列2户/);
  await due.getByRole('button', { name: '取最久未检查的2户' }).click();
  await expect(page.getByRole('row', { name: /^全部/ })).toContainText(/2\s*2$/);
  await picture(page, 'prep-5-due');
  await due.getByRole('checkbox').nth(1).check();
  await expect(due.getByLabel(/^必检理由/)).toHaveValue(/全覆盖到期$/);
}

async function lookAtOfficers(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^人员/ }).click();
  const officers = page.getByRole('tabpanel', { name: /^人员/ });
  await expect(officers).toContainText('细则第七条');
  await expect(officers.getByRole('row', { name: /不参加/ }).first()).toBeVisible();
  await picture(page, 'prep-6-officers');
  await page.getByRole('tab', { name: '每户人选' }).click();
  await expect(page.getByRole('tabpanel', { name: '每户人选' })).toContainText('1. 工信组长席位');
  await picture(page, 'prep-7-seats');
}

async function halfFilled(page: Page): Promise<void> {
  await page.getByRole('button', { name: '名单无误，准备冻结' }).click();
  const first = page.getByRole('group', { name: '第1位' });
  await first.getByLabel('姓名').fill('示例纪检');
  await page.getByLabel('抽取地点').fill('示例会议室');
  await expect(page.getByText(/准备情况已保存/)).toBeVisible();
  await page.reload();
  await expect(first.getByLabel('姓名')).toHaveValue('示例纪检');
  await expect(page.getByLabel('抽取地点')).toHaveValue('示例会议室');
  await picture(page, 'prep-8-freeze');
  await page.getByRole('button', { name: '回到名录' }).click();
}

async function rehearse(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '演练' }).click();
  await expect(page.getByRole('heading', { name: /^演练：/ })).toBeVisible();
  const seats = page.getByRole('spinbutton', { name: /每户人数/ });
  await expect(seats).toHaveValue('3');
  await seats.fill('2');
  await expect(page.getByText(/准备情况已保存/)).toBeVisible();
  await page.getByRole('radio', { name: '正式抽取' }).click();
  await expect(page.getByRole('heading', { name: /^抽取：/ })).toBeVisible();
  await expect(seats).toHaveValue('3');
}
