import { expect, type Page, test } from '@playwright/test';
import { localDayOf } from '../../shared/kernel/local-date.ts';
import { complaint } from '../support/plan-office.ts';
import { picture } from './support/pictures.ts';
import { type Program, signIn, startSampleOffice } from './support/program.ts';
import { call, setTaskUp, stageFile } from './support/stage.ts';

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
  await expect(group).toContainText('按2户抽取');
  await expect(page.getByText('无论抽到哪些对象，2户都排得满')).toBeVisible();
  await picture(page, 'prep-1-open');

  await test.step('排除', () => exclude(page));
  await test.step('改动前后', () => alter(page));
  await test.step('必检', () => acceptDue(page));
  await test.step('人员', () => lookAtOfficers(page));
  await test.step('刷新', async () => {
    await expect(page.getByText(/准备情况已保存/)).toBeVisible();
    const saves: string[] = [];
    page.on('request', (request) => request.url().includes('draws.saveDraft') && saves.push(request.url()));
    await page.reload();
    await expect(page.getByText(/准备情况已保存/)).toBeVisible();
    // Who only looks does not become the one who saved it.
    expect(saves).toEqual([]);
    await expect(group).toContainText('按2户抽取');
    await expect(page.getByRole('spinbutton', { name: /每户人数/ })).toHaveValue('3');
    await expect(page.getByRole('tab', { name: /^排除/ })).not.toHaveText('排除（0户）');
  });
  await test.step('冻结一步填到一半，刷新后仍在', () => halfFilled(page));
  await test.step('演练另行准备', () => rehearse(page));
});

test('按等级抽取不足计划的，冻结前指出差多少、提高哪一级，一点即改', async ({ page }) => {
  const other = await startSampleOffice();
  try {
    await setTaskUp(page, other, year);
    const stageId = await stageFile(page, other, 'grading/import', 'national-grades.xlsx');
    await call(page, other, 'grading.confirmImport', { stageId });
    const taskId = await setRatioTaskUp(page, other);
    await page.goto(`${other.address}/draws/new?task=${taskId}`);
    await expect(page.getByRole('row', { name: /^全部/ })).toContainText('55户×30%=16.5户，进为17户');
    await page.getByRole('radio', { name: '按信用等级' }).check();
    await picture(page, 'prep-9-graded');
    await expect(page.getByText(/计划要求不少于17户，按现行比例只能抽取\d+户，还差\d+户/)).toBeVisible();
    await expect(page.getByRole('button', { name: '名单无误，准备冻结' })).toBeDisabled();
    await page.getByRole('button', { name: /^把C级提到\d+%/ }).click();
    await expect(page.getByRole('row', { name: /^合计/ })).toContainText('计划要求合计不少于17户，已达到');
    await expect(page.getByRole('region', { name: '改动前后' })).toContainText(/C级：.* → /);
    await expect(page.getByRole('button', { name: '名单无误，准备冻结' })).toBeEnabled();
    await picture(page, 'prep-10-raised');
  } finally {
    await other.stop();
  }
});

/** A task of 30 % of the roster that no plan holds; ends signed in as 经办人. */
async function setRatioTaskUp(page: Page, other: Program): Promise<number> {
  const { id } = await call<{ id: number }>(page, other, 'plans.proposeTask', {
    ...complaint({ origin: 'data', quota: { kind: 'ratio', bp: 3_000, atLeast: true } }),
    source: { ...complaint().source, receivedOn: `${year}-01-05` },
    fromOn: `${year}-01-10`,
    toOn: `${year}-12-31`,
  });
  await signIn(page, other, 'leader');
  await call(page, other, 'plans.approveTask', { id });
  await signIn(page, other, 'operator');
  return id;
}

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
