import { afterEach, beforeEach, expect, test } from 'vitest';
import { completeDraw, openDrawOffice } from '../../support/draw-office.ts';
import { settingOf } from '../../support/draw-setting.ts';
import type { Office } from '../../support/office.ts';

let office: Office;
let taskId: number;
beforeEach(async () => {
  ({ office, taskId } = await openDrawOffice());
}, 60_000);
afterEach(() => office.close());

test('演练不计入次数、负荷、覆盖和进度，也不要求签字件', async () => {
  const operator = office.as('operator');
  const basis = async () => [
    await operator.draws.preview.query(settingOf(taskId)),
    await operator.draws.candidates.query({ taskId }),
  ];
  const before = await basis();
  await completeDraw(office, taskId, { isRehearsal: true });
  expect(await basis()).toEqual(before);
  const home = await operator.home.summary.query();
  expect([home.covered, home.tasks.recorded, home.inspections.total, home.unsigned]).toEqual([0, 0, 0, []]);
  expect(home.undrawn.map(({ draw }) => draw)).toEqual([null]);
});
