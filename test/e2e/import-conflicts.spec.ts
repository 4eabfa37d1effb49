import { expect, type Locator, type Page, test } from '@playwright/test';
import { makeUscc } from '../../shared/kernel/uscc.ts';
import { closeDrawer, visit } from './support/pages.ts';
import { picture } from './support/pictures.ts';
import { type Program, signIn, startSampleOffice } from './support/program.ts';

let program: Program;
test.beforeAll(async () => {
  program = await startSampleOffice();
});
test.afterAll(() => program.stop());

const code = (n: number) => makeUscc('91150784', n);
const heads = ['名称', '统一社会信用代码', '地址', '负责人', '联系电话'];

/** Chooses a .csv of these rows; ends where the program takes the user. */
async function choose(page: Page, name: string, rows: readonly (readonly string[])[]): Promise<void> {
  await visit(page, '导入', '名录');
  await page.getByLabel('检查对象名录（.xlsx）').setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.map((row) => row.join(',')).join('\r\n')),
  });
}

const roster = [
  ['字号', '证照号', '驻地', '当家人', '联络号码', '网格'],
  ['示例一厂', code(1), '北街1号', '示例甲', '13800001111', '一'],
  ['示例（二）厂', code(2), '北街2号', '示例乙', '13800002222', '二'],
];

test('逐项选择冲突、合并疑似重复、整批撤销', async ({ page }) => {
  await signIn(page, program, 'operator');
  await mapForeignColumns(page);

  await choose(page, '更新.csv', [
    heads,
    ['示例一厂', code(1), '南街1号', '示例丙', ''],
    ['示例(二)厂', code(12), '东街2号', '示例乙', ''],
    ['示例三厂', code(13), '西街3号', '示例丁', ''],
  ]);
  await page.getByRole('tab', { name: '更新与冲突（1）' }).click();
  const first = page.getByRole('row', { name: /示例一厂/ });
  await expect(first).toContainText('北街1号');
  await expect(first).toContainText('南街1号');
  await picture(page, 'import-conflicts');
  await pick(first.getByLabel('第2行“负责人姓名”'), '保留名录');

  await page.getByRole('tab', { name: '疑似重复（1）' }).click();
  await expect(page.getByText('名称相同（括号、间隔点写法不计）')).toBeVisible();
  await picture(page, 'import-twins');
  await page.getByLabel('第3行').getByText('合并').click();
  await page.getByRole('dialog').getByLabel('理由').fill('换发营业执照');
  await picture(page, 'import-twin-reason');
  await page.getByRole('dialog').getByRole('button', { name: '合并' }).click();
  await expect(page.getByText('理由：换发营业执照')).toBeVisible();
  await page.getByRole('tab', { name: '更新与冲突（2）' }).click();
  await expect(page.getByText('合并到名录中的这一户')).toBeVisible();
  await page.getByRole('button', { name: '确认导入3条' }).click();
  await expect(page.getByRole('row', { name: /更新\.csv.*已导入/ })).toBeVisible();

  await expectEntry(page, '示例一厂', ['南街1号', '示例甲']);
  await expectEntry(page, '示例(二)厂', ['东街2号', code(2)]);
  await undo(page);
  await expectEntry(page, '示例一厂', ['北街1号', '示例甲']);
  await expectEntry(page, '示例（二）厂', ['北街2号', code(2)]);
  await visit(page, '检查对象', '名录');
  await expect(page.getByText('示例三厂')).toHaveCount(0);
});

/** A sheet with headings of its own: mapped once, read by itself the next time. */
async function mapForeignColumns(page: Page): Promise<void> {
  await choose(page, '外来.csv', roster);
  await expect(page.getByText('对应各列：外来.csv')).toBeVisible();
  await picture(page, 'import-columns');
  const fields: Readonly<Record<string, string>> = {
    字号: '名称（姓名）',
    证照号: '统一社会信用代码（身份证号码）',
    驻地: '地址（住所）',
    当家人: '负责人姓名',
    联络号码: '联系方式',
  };
  for (const [heading, field] of Object.entries(fields)) {
    const box = page.getByLabel(`“${heading}”对应`);
    await box.click();
    await box.fill(field);
    await box.press('Enter');
  }
  await picture(page, 'import-columns-chosen');
  await page.getByRole('button', { name: '按此检查' }).click();
  await expect(page.getByText('共读到2行：新增2，更新0，不能导入0')).toBeVisible();
  await page.getByRole('button', { name: '返回，不导入' }).click();
  await choose(page, '外来.csv', roster);
  await expect(page.getByText(/各列按记住的对应读取（示例经办/)).toBeVisible();
  await picture(page, 'import-remembered');
  await page.getByRole('button', { name: '确认导入2条' }).click();
  await expect(page.getByRole('row', { name: /外来\.csv.*已导入/ })).toBeVisible();
}

async function pick(choice: Locator, side: string): Promise<void> {
  await choice.getByText(side).click();
  await expect(choice.getByText(side)).toBeVisible();
}

/** What the drawer of the object says. */
async function expectEntry(page: Page, name: string, texts: readonly string[]): Promise<void> {
  await visit(page, '检查对象', '名录');
  await page.getByRole('cell', { name, exact: true }).click();
  const drawer = page.getByRole('dialog');
  for (const text of texts) await expect(drawer).toContainText(text);
  await closeDrawer(page);
}

async function undo(page: Page): Promise<void> {
  await visit(page, '导入', '名录');
  const batch = page.getByRole('row', { name: /更新\.csv/ });
  await batch.getByRole('button', { name: '撤销' }).click();
  const ask = page.getByRole('dialog');
  await ask.getByLabel('事由').fill('示例：文件选错');
  await picture(page, 'import-undo');
  await ask.getByRole('button', { name: '撤销这一批' }).click();
  await expect(batch).toContainText('示例经办：示例：文件选错');
}
