import { expect, type Page, test } from '@playwright/test';
import { parseWorkbook } from '../../electron/workbooks/parse.ts';
import { renderWorkbook } from '../../electron/workbooks/write.ts';
import { officerColumns, officerSheetName } from '../../shared/features/rosters/officer-columns.ts';
import { completeDraw, openDrawOffice } from '../support/draw-office.ts';
import { closeDrawer, downloaded, visit } from './support/pages.ts';
import { picture } from './support/pictures.ts';
import { type Program, signIn, startProgram } from './support/program.ts';

let program: Program;

/** The sample rosters and plan, and one recorded draw of two enterprises. */
test.beforeAll(async () => {
  const { office, taskId } = await openDrawOffice();
  await completeDraw(office, taskId);
  program = await startProgram(await office.leave());
});
test.afterAll(() => program.stop());

const dialog = (page: Page) => page.getByRole('dialog').last();

async function openOfficer(page: Page, name: string): Promise<void> {
  await visit(page, '执法检查人员', '名录');
  await page.getByRole('cell', { name, exact: true }).click();
  await expect(page.getByRole('dialog').getByText('参加抽取')).toBeVisible();
}

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await dialog(page).getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: option, visible: true }).first().click();
}

test('申报曾任职单位，自动建议回避，登记后不再抽到一起', async ({ page }) => {
  await signIn(page, program, 'operator');
  await visit(page, '执法检查人员', '名录');
  await picture(page, 'officers');
  await openOfficer(page, '示例丙');
  await page.getByRole('dialog').getByRole('button', { name: '变更' }).click();
  await dialog(page).getByRole('button', { name: '增加曾任职单位' }).click();
  await dialog(page).getByLabel('曾任职单位', { exact: true }).fill('示例十号矿业（有限）公司');
  await dialog(page).getByRole('button', { name: '增加亲属' }).click();
  await choose(page, '亲属关系', '配偶');
  await dialog(page).getByLabel('亲属姓名').fill('不在名录');
  await picture(page, 'officer-form');
  await dialog(page).getByLabel('变更事由').fill('本人书面申报');
  await dialog(page).getByRole('button', { name: '保存变更' }).click();
  await expect(page.getByText('已变更')).toBeVisible();

  await page.goto(`${program.address}/rosters/recusals?tab=suggested`);
  await expect(page.getByText('没有建议。')).toBeVisible();
  await page.goto(`${program.address}/rosters`);
  const name = (
    await page
      .getByRole('cell', { name: /^示例.*有限公司$/ })
      .first()
      .innerText()
  ).trim();
  await openOfficer(page, '示例丙');
  await page.getByRole('dialog').getByRole('button', { name: '变更' }).click();
  await dialog(page).getByLabel('曾任职单位', { exact: true }).fill(name.replace('有限公司', ' 有限公司'));
  await dialog(page).getByLabel('变更事由').fill('更正申报');
  await dialog(page).getByRole('button', { name: '保存变更' }).click();
  await expect(page.getByText('已变更')).toBeVisible();
  await page.goto(`${program.address}/rosters/recusals`);
  await page.getByRole('tab', { name: '建议（1）' }).click();
  await expect(page.getByText('申报的曾任职单位与该对象名称一致')).toBeVisible();
  await picture(page, 'recusals-suggested');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByText('已登记1对回避')).toBeVisible();
  await page.getByRole('tab', { name: '现行（5）' }).click();
  await expect(page.getByRole('row', { name: new RegExp(`示例丙.*${name}.*曾任职`) })).toBeVisible();
  await picture(page, 'recusals-current');

  await page
    .getByRole('row', { name: new RegExp(`示例丙.*${name}`) })
    .getByRole('button', { name: '解除' })
    .click();
  await dialog(page).getByLabel('事由').fill('离职已满三年');
  await picture(page, 'recusal-lift');
  await dialog(page).getByRole('button', { name: '解除回避' }).click();
  await page.getByRole('tab', { name: '已解除（1）' }).click();
  await expect(page.getByRole('row', { name: /离职已满三年/ })).toBeVisible();
  await picture(page, 'recusals-past');
});

test('请假在详情里登记，名单上写明请到哪一天；几人一起登记', async ({ page }) => {
  await signIn(page, program, 'operator');
  await openOfficer(page, '示例乙');
  await page.getByRole('tab', { name: '请假（0）' }).click();
  await page.getByRole('button', { name: '登记请假' }).last().click();
  await picture(page, 'leave-form');
  await dialog(page).getByRole('button', { name: '登记请假' }).click();
  await expect(page.getByText('假期中')).toBeVisible();
  await picture(page, 'officer-leaves');
  await closeDrawer(page);
  await expect(page.getByRole('row', { name: /示例乙.*不参加：请假至/ })).toBeVisible();

  await page
    .getByRole('row', { name: /示例辛/ })
    .getByRole('checkbox')
    .check();
  await page
    .getByRole('row', { name: /示例壬/ })
    .getByRole('checkbox')
    .check();
  await picture(page, 'officers-batch');
  await page.getByRole('button', { name: '登记请假' }).click();
  await dialog(page).getByRole('button', { name: '登记请假' }).click();
  await expect(page.getByText('已变更2人')).toBeVisible();
  await expect(page.getByRole('row', { name: /示例壬.*请假至/ })).toBeVisible();
  await page.getByRole('button', { name: '按日查看' }).click();
  await page.getByLabel('名录日期').fill('2026-09-07');
  await expect(page.getByRole('row', { name: /示例乙.*在岗 参加/ })).toBeVisible();
  await picture(page, 'officers-on-day');
});

test('参与部门发回交换表：逐人列出，未再列入的改为调离，整批可以撤销', async ({ page }) => {
  await signIn(page, program, 'operator');
  await visit(page, '执法检查人员', '名录');
  await page.getByRole('button', { name: '交换表' }).click();
  await page.getByLabel('参与部门', { exact: true }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: '应急（现有2人）' }).click();
  await picture(page, 'exchange');
  await page.getByRole('button', { name: '导出交换表' }).click();
  const sent = await downloaded(page, dialog(page).getByRole('button', { name: /^导\s?出$/ }));
  const book = await parseWorkbook(sent.bytes);
  const rows = book.ok ? (book.value.find(({ name }) => name === officerSheetName)?.rows ?? []) : [];
  const [first = []] = rows.slice(1).map(({ cells }) => officerColumns.map((_, i) => cells[i]?.text ?? null));
  const back = await renderWorkbook({
    sheets: [
      {
        name: officerSheetName,
        columns: officerColumns,
        rows: [first.with(3, '示例股长'), first.with(0, '示例新人').with(4, '15078499001')],
      },
    ],
    createdAt: '2026-09-07T01:00:00.000Z',
  });
  await page.setInputFiles('input[type=file]', { name: '应急交换表.xlsx', mimeType: '', buffer: Buffer.from(back) });
  await expect(page.getByText(/新增1人，变更1人，无变化0人，未再列入1人/)).toBeVisible();
  await page.getByLabel(/将未再列入的1人改为/).check();
  await picture(page, 'exchange-preview');
  await page.getByRole('button', { name: '确认导入3人' }).click();
  await expect(page.getByText('已导入：新增1人，更新2人，其中改为调离1人')).toBeVisible();
  await visit(page, '导入', '名录');
  const batch = page.getByRole('row', { name: /应急交换表\.xlsx/ });
  await batch.getByRole('button', { name: '撤销' }).click();
  await dialog(page).getByLabel('事由').fill('示例：表发错了');
  await dialog(page).getByRole('button', { name: '撤销这一批' }).click();
  await expect(batch).toContainText('已撤销');
});

test('离岗的人把未公示的检查一次移交；检查上写明谁由谁接替', async ({ page }) => {
  await signIn(page, program, 'operator');
  await visit(page, '检查');
  const team = await page
    .getByRole('row', { name: /额工信抽查/ })
    .first()
    .innerText();
  const names = ['示例甲', '示例乙', '示例丙', '示例丁', '示例己'];
  const leaver = names.find((name) => team.includes(name)) ?? team;
  await openOfficer(page, leaver);
  await page.getByRole('dialog').getByRole('button', { name: '变更' }).click();
  await choose(page, '状态', '退休');
  await dialog(page).getByLabel('变更事由').fill('到龄退休');
  await dialog(page).getByRole('button', { name: '保存变更' }).click();
  await expect(dialog(page).getByText(/户未公示的检查，须一并移交/)).toBeVisible();
  await picture(page, 'handover');
  await dialog(page).getByLabel('全部移交给', { exact: true }).click();
  const free = page.locator('.ant-select-item-option').filter({ hasNotText: '不能接替', visible: true }).first();
  const successor = await free.innerText();
  await free.click();
  await picture(page, 'handover-chosen');
  await dialog(page)
    .getByRole('button', { name: /^移交\d+户$/ })
    .click();
  await expect(page.getByText(/已移交\d+户检查/)).toBeVisible();
  await page.goto(`${program.address}/inspections`);
  await page
    .getByRole('row', { name: new RegExp(successor) })
    .first()
    .click();
  await expect(page.getByText(new RegExp(`${leaver}由${successor}接替`))).toBeVisible();
  await picture(page, 'inspection-handed-over');
});
