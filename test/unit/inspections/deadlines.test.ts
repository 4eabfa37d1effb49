import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nextDue, objectionsUntil } from '../../../shared/features/inspections/deadlines.ts';
import { PolicyPack } from '../../../shared/kernel/policy-pack.ts';
import { workingCalendar, YearCalendar } from '../../../shared/kernel/working-days.ts';

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../../resources/${path}`, import.meta.url), 'utf8'));
const pack = PolicyPack.parse(read('policies/erguna-2023.json'));
const calendar = workingCalendar(
  [2023, 2024, 2025, 2026].map((year) => YearCalendar.parse(read(`calendars/${year}.json`))),
);
const open = { taskToOn: '2023-11-30', completedOn: null, publishedOn: null };

test('未检查的，期限是计划的截止日', () => {
  expect(nextDue(open, '2023-11-30', pack, calendar)).toMatchObject({
    step: 'inspect',
    on: '2023-11-30',
    overdue: false,
  });
  expect(nextDue(open, '2023-12-01', pack, calendar)).toMatchObject({ overdue: true });
});

test('完成后30个工作日内公示，国庆和调休按通知计算，依据细则第十三条', () => {
  const due = nextDue({ ...open, completedOn: '2023-09-15' }, '2023-10-31', pack, calendar);
  // 2023-09-29 to 10-06 is holiday; 10-07 and 10-08 are worked.
  expect(due).toEqual({ step: 'publish', on: '2023-11-02', article: '细则第十三条', overdue: false, estimated: false });
  expect(nextDue({ ...open, completedOn: '2023-09-15' }, '2023-11-03', pack, calendar)?.overdue).toBe(true);
});

test('尚未发布放假通知的年份，写明按周末推算', () => {
  expect(nextDue({ ...open, completedOn: '2026-12-20' }, '2026-12-21', pack, calendar)?.estimated).toBe(true);
});

test('公示之后没有待办期限，异议自公示起60个工作日', () => {
  expect(
    nextDue({ ...open, completedOn: '2023-09-15', publishedOn: '2023-09-20' }, '2024-01-01', pack, calendar),
  ).toBeNull();
  expect(objectionsUntil('2023-09-20', pack, calendar)).toBe('2023-12-19');
});
