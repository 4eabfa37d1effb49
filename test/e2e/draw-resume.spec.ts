import { expect, type Page, test } from '@playwright/test';
import { fillWitnesses, handOver, hexOf } from './case/draw.ts';
import { picture } from './support/pictures.ts';
import { type Program, signIn, startSampleOffice } from './support/program.ts';
import { setTaskUp } from './support/stage.ts';

/** 抽取当中断电：八个步骤的每一步都断一次，重新打开后停在原处；一名经办人、四名见证人，只用键盘。 */
const witnesses = [
  { name: '示例纪检', unit: '示例纪检监察组', kind: '纪检监察人员', digits: '3141592' },
  { name: '示例代表', unit: '示例企业协会', kind: '企业代表', digits: '6535897' },
  { name: '示例群众', unit: '示例社区', kind: '社区、群众代表', digits: '932384' },
  { name: '示例骰子', unit: '示例公证处', kind: '公证人员', digits: '626433' },
] as const;
const drawn = 14;

let program: Program;
let operator: Page;
let hall: Page;
test.beforeAll(async () => {
  program = await startSampleOffice();
});
test.afterAll(() => program.stop());

test('每一步断电都从原处继续，最后验证包复算一致', async ({ page, context }) => {
  test.setTimeout(900_000);
  operator = page;
  const { taskId } = await setTaskUp(page, program, new Date().getFullYear(), { kind: 'count', count: drawn });
  hall = await context.newPage();
  await hall.setViewportSize({ width: 1920, height: 1080 });
  await hall.goto(`${program.address}/projector/task/${taskId}`);

  await test.step('名录', async () => {
    const preparing = `/draws/new?task=${taskId}`;
    await page.goto(`${program.address}${preparing}`);
    const ready = page.getByRole('button', { name: '名单无误，准备冻结' });
    await expect(ready).toBeEnabled();
    await expect(hall.getByText('1 名录')).toBeVisible();
    await powerCut(preparing, async () => {
      await expect(hall.getByText(/^名单 \d+ 户/)).toBeVisible();
      await expect(ready).toBeEnabled();
    });
    await picture(hall, 'hall-1-roster');
    await ready.click();
    await fillWitnesses(page, witnesses);
    await page.getByRole('button', { name: '冻结名单' }).click();
    await expect(page.getByRole('heading', { name: /^抽取 \d{4}-001/ })).toBeVisible();
  });

  const draw = new URL(page.url()).pathname;
  const commitment = await test.step('冻结', async () => {
    // The window that showed 名录 goes on with the draw by itself.
    await expect(hall.getByText('名单承诺值（已冻结，请与冻结单核对）')).toBeVisible();
    const frozen = await hexOf(hall, '名单承诺值');
    await powerCut(draw, async () => expect(await hexOf(hall, '名单承诺值')).toBe(frozen));
    expect(await hexOf(page, '名单承诺值')).toBe(frozen);
    await picture(hall, 'hall-2-frozen');
    await press('核对完毕，开始取数');
    return frozen;
  });

  await test.step('见证取数', async () => {
    await expect(hall.getByText('请公布 7 位数字')).toBeVisible();
    await type(0, '3141593');
    await expect(hall.getByRole('img', { name: '3141593' })).toBeVisible();
    // Typed wrongly: the witness sees it on the screen, and it is corrected before it stands.
    await page.getByRole('button', { name: '数字有误，重新录入' }).click();
    await give(0);
    await powerCut(draw, async () => {
      await expect(hall.getByRole('heading', { name: witnesses[1].name })).toBeVisible();
      await expect(hall.getByText(witnesses[0].digits)).toBeVisible();
    });
    await type(1, witnesses[1].digits);
    await picture(hall, 'hall-3-digits');
    // What waits for the witness's word is still on the screen.
    await powerCut(draw, () => expect(hall.getByRole('img', { name: witnesses[1].digits })).toBeVisible());
    await press('示例代表核对无误');
    await give(2);
    await expect(hall.getByText('请掷骰，公布 6 位数字')).toBeVisible();
    await give(3);
  });

  await test.step('确认封存', async () => {
    await expect(hall.getByRole('heading', { name: '请见证人核对并确认' })).toBeVisible();
    await press('示例纪检确认');
    await press('示例代表确认');
    await powerCut(draw, () => expect(hall.getByText('已确认 2，共 4 位')).toBeVisible());
    await picture(hall, 'hall-4-confirm');
    await press('示例群众确认');
    await press('示例骰子确认');
    await press('全部确认，封存');
    await powerCut(draw, () => expect(hall.getByRole('heading', { name: '种子已封存' })).toBeVisible());
    await picture(hall, 'hall-4-sealed');
  });

  await test.step('抽取', async () => {
    await press('抽取检查对象');
    await expect(hall.getByText(`3 / ${drawn}`)).toBeVisible();
    await powerCut(draw, () => expect(hall.getByText(new RegExp(`^[3-9] / ${drawn}$`))).toBeVisible());
    await hall.keyboard.press('Space');
    await expect(hall.getByText('已暂停')).toBeVisible();
    const shown = await hall.getByText(new RegExp(` / ${drawn}$`)).innerText();
    await powerCut(draw, () => expect(hall.getByText(shown, { exact: true })).toBeVisible());
    for (let i = 0; i < 5; i++) await hall.keyboard.press('ArrowRight');
    await picture(hall, 'hall-5-names');
    await hall.keyboard.press('End');
    await expect(hall.getByText(`第 1 页，共 2 页　共 ${drawn} 户`)).toBeVisible();
    // The cut-off stands under the last name only.
    await expect(hall.getByText('下一页还有 5 户')).toBeVisible();
    await expect(hall.getByText(/^抽中线/)).toHaveCount(0);
    await hall.keyboard.press('ArrowLeft');
    await expect(hall.getByText(/其余 \d+ 户的票号都大于它，未抽中。/)).toBeVisible();
    await picture(hall, 'hall-5-line');
    await hall.keyboard.press('End');
    await picture(hall, 'hall-5-list');
    await hall.keyboard.press('End');
    await expect(hall.getByText(`第 2 页，共 2 页　共 ${drawn} 户`)).toBeVisible();
    await expect(hall.getByText(/^抽中线/)).toBeVisible();
  });

  await test.step('人员', async () => {
    await press('抽取检查人员');
    await expect(hall.getByText(`2 / ${drawn}`)).toBeVisible();
    await hall.keyboard.press('Space');
    await expect(hall.getByText('已暂停')).toBeVisible();
    const shown = await hall.getByText(new RegExp(` / ${drawn}$`)).innerText();
    await powerCut(draw, () => expect(hall.getByText(shown, { exact: true })).toBeVisible());
    await hall.keyboard.press('ArrowRight');
    await picture(hall, 'hall-6-teams');
    await picture(page, 'operator-6-teams');
    await hall.keyboard.press('End');
    await expect(hall.getByText(`${drawn} / ${drawn}`)).toBeVisible();
  });

  await test.step('笔录', async () => {
    await powerCut(draw, () => expect(hall.getByText(`${drawn} / ${drawn}`)).toBeVisible());
    await press('生成笔录');
    await powerCut(draw, () => expect(hall.getByRole('heading', { name: '抽取完成，结果已记入笔录' })).toBeVisible());
    await picture(hall, 'hall-7-record');
  });

  await test.step('验证包', async () => {
    const resultHash = await hexOf(hall, '结果哈希');
    await hall.keyboard.press('ArrowRight');
    const last = hall.getByRole('heading', { name: '任何持有验证包的人都可以复算' });
    await expect(last).toBeVisible();
    await powerCut(draw, () => expect(last).toBeVisible());
    await picture(hall, 'hall-8-package');
    await handOver(page, commitment, resultHash);
  });
});

/** Once the hall shows it, ends the program at once, starts it again, signs in, goes back to the step; the hall recovers by itself. */
async function powerCut(path: string, isWhereItWas: () => Promise<void>): Promise<void> {
  await isWhereItWas();
  await program.crash();
  await expect(hall.getByText('连接中断，正在恢复')).toBeVisible();
  await program.restart();
  await signIn(operator, program, 'operator');
  await operator.goto(`${program.address}${path}`);
  await expect(hall.getByText('连接中断，正在恢复')).toHaveCount(0);
  await isWhereItWas();
}

/** The step's button has the focus by itself: Enter is enough. */
async function press(name: string): Promise<void> {
  await expect(operator.getByRole('button', { name, exact: true })).toBeFocused();
  await operator.keyboard.press('Enter');
}

async function type(index: number, digits: string): Promise<void> {
  await expect(operator.getByLabel(new RegExp(`^第${index + 1}位 `))).toBeFocused();
  await operator.keyboard.type(digits);
  await operator.keyboard.press('Enter');
}

async function give(index: number): Promise<void> {
  const { name, digits } = witnesses[index] ?? witnesses[0];
  await type(index, digits);
  await expect(hall.getByRole('img', { name: digits })).toBeVisible();
  await press(`${name}核对无误`);
  await expect(operator.getByText(`已记入 ${digits}`)).toBeVisible();
}
