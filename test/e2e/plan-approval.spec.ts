import { expect, type Page, test } from '@playwright/test';
import { picture } from './support/pictures.ts';
import { type Program, signIn, startSampleOffice } from './support/program.ts';

let program: Program;
test.beforeAll(async () => {
  program = await startSampleOffice();
});
test.afterAll(() => program.stop());
test.use({ viewport: { width: 1093, height: 614 } });

async function fillItem(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  const drawer = page.getByRole('dialog', { name: '增加事项' });
  for (const [label, text] of Object.entries(texts)) await drawer.getByLabel(label, { exact: true }).fill(text);
}

/** Presses a step of approval and fills in its form. */
async function step(page: Page, word: string, opinion = ''): Promise<void> {
  await page.getByRole('button', { name: word, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: word });
  if (opinion !== '') await dialog.getByLabel(/意见/).fill(opinion);
  await dialog.getByRole('button', { name: `确定${word.slice(0, 2)}` }).click();
  await expect(dialog).toBeHidden();
}

test('本局计划：编制、送审、退回、批准、公布、调整', async ({ page }) => {
  // Six sign-ins and their pages: more than one test's usual time on a busy machine.
  test.slow();
  await signIn(page, program, 'operator');
  await page.goto(`${program.address}/plans`);
  await page.getByRole('button', { name: '编制本局计划' }).first().click();
  await page.getByRole('button', { name: '编制计划' }).click();
  await expect(page.getByText('还没有事项')).toBeVisible();
  const address = page.url();

  await page.getByRole('button', { name: '增加事项' }).first().click();
  await fillItem(page, {
    抽查事项: '安全生产检查',
    检查对象: '规上工业企业',
    抽查比例及频次: '5%左右',
    检查时间: '3月至11月',
  });
  await expect(page.getByText('读到第3个字“左右”停下')).toBeVisible();
  await fillItem(page, { 抽查比例及频次: '每季度抽查2户' });
  await expect(page.getByText('比例或数量读作“每季度抽查2户”，推算6户')).toBeVisible();
  await expect(page.getByText('未绑定，去绑定')).toBeVisible();
  await picture(page, '70-item-form');
  await page.getByRole('dialog').getByRole('button', { name: '增加事项' }).click();
  await expect(page.getByRole('cell', { name: '安全生产检查' })).toBeVisible();
  await expect(page.getByText('预估抽查合计6户次')).toBeVisible();

  await step(page, '送审');
  await expect(page.getByText('已送审，待局领导批准')).toBeVisible();
  await expect(page.getByRole('button', { name: '增加事项' })).toHaveCount(0);

  await signIn(page, program, 'leader');
  await page.goto(address);
  await step(page, '退回', '请补充节能监察');
  await signIn(page, program, 'operator');
  await page.goto(address);
  await page.getByRole('button', { name: '增加事项' }).first().click();
  await fillItem(page, {
    抽查事项: '节能监察',
    检查对象: '重点用能企业',
    抽查比例及频次: '2家',
    检查时间: '5月至10月',
  });
  await page.getByRole('dialog').getByRole('button', { name: '增加事项' }).click();
  await expect(page.getByRole('cell', { name: '节能监察' })).toBeVisible();
  await step(page, '送审');

  await signIn(page, program, 'leader');
  await page.goto(address);
  await page.getByRole('button', { name: '批准计划' }).click();
  await page.getByLabel('批准文号（可不填）').fill('额工信发〔2026〕1号');
  await picture(page, '71-approve-plan');
  await page.getByRole('button', { name: '确定批准' }).click();
  await expect(page.getByText(/示例分管 .* 批准（额工信发〔2026〕1号）。尚未公布。/)).toBeVisible();

  await signIn(page, program, 'operator');
  await page.goto(address);
  await page.getByRole('button', { name: '登记公布' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '登记公布' }).click();
  await expect(page.getByText(/\d+-\d+-\d+ 公布。/)).toBeVisible();

  await page.getByRole('button', { name: '审批、公布和调整' }).click();
  await page.getByRole('button', { name: '提出调整' }).click();
  await page.getByLabel('调整理由').fill('上级布置专项检查');
  await page.getByRole('dialog', { name: '提出计划调整' }).getByRole('button', { name: '提出调整' }).click();
  await expect(page.getByText('还没有写明内容')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('cell', { name: '节能监察' }).click();
  await page.getByRole('button', { name: '变更' }).click();
  await page.getByLabel('抽查比例及频次', { exact: true }).fill('4家');
  await page.getByRole('button', { name: '写进调整' }).click();
  await expect(page.getByText('已写进本次调整')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '审批、公布和调整' }).click();
  await expect(page.getByText('2家 → 4家')).toBeVisible();
  await picture(page, '72-amendment');
  await step(page, '送审调整');

  await signIn(page, program, 'leader');
  await page.goto(address);
  await page.getByRole('button', { name: '审批、公布和调整' }).click();
  await page.getByRole('button', { name: '批准调整' }).click();
  await page.getByRole('button', { name: '确定批准' }).click();
  await expect(page.getByText(/第1次调整（已批准）/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('调整后尚未重新公布')).toBeVisible();
  await expect(page.getByRole('cell', { name: '第1次调整变更' })).toBeVisible();
  await picture(page, '73-amended-plan');
});

test('类别绑定之后，计划上写明名录户数和抽取户数；覆盖预测列出未绑定的', async ({ page }) => {
  await signIn(page, program, 'operator');
  await page.goto(`${program.address}/plans/classes`);
  await page.getByRole('cell', { name: '规上工业企业' }).click();
  await page.getByRole('button', { name: /规模以上工业企业（\d+户）/ }).click();
  await picture(page, '74-bind-class');
  await page.getByRole('button', { name: '绑定', exact: true }).click();
  await expect(page.getByText('已绑定。')).toBeVisible();
  await expect(page.getByRole('row', { name: /规上工业企业 规模以上工业企业/ })).toBeVisible();
  await picture(page, '75-classes');
  await page.goto(`${program.address}/plans/coverage`);
  await expect(page.getByText('没有绑定名录，没有算进来')).toBeVisible();
  await expect(page.getByText('陈巴尔虎旗方案第三部分第5项（示例）').first()).toBeVisible();
  await picture(page, '76-coverage');
});
