import { expect, test } from 'vitest';
import { catalogueStateOf, lastSupplied } from '../../../shared/features/credit/catalogue.ts';
import type { CreditKind } from '../../../shared/kernel/credit-facts.ts';

const monthly = { everyMonths: 1 };
const state = (records: string | null, receipt: string | null, today: string, everyMonths: number | null = 1) =>
  catalogueStateOf({ everyMonths }, { records, receipt }, '2026-01-31', today);

test('上次收到后一个周期内没有再收到，就是逾期；本期无也算收到', () => {
  expect(state('2026-06-10', null, '2026-07-10')).toMatchObject({ dueOn: '2026-07-10', isLate: false });
  expect(state('2026-06-10', null, '2026-07-11')).toMatchObject({ isLate: true, lastWas: 'records' });
  expect(state('2026-06-10', '2026-07-05', '2026-07-11')).toMatchObject({
    lastOn: '2026-07-05',
    lastWas: 'none',
    dueOn: '2026-08-05',
    isLate: false,
  });
});

test('从未收到的从启用之日起算；随时提供的没有截止', () => {
  expect(catalogueStateOf(monthly, { records: null, receipt: null }, '2026-01-31', '2026-03-01')).toMatchObject({
    dueOn: '2026-02-28',
    isLate: true,
    lastWas: null,
  });
  expect(state(null, null, '2030-01-01', null)).toMatchObject({ dueOn: null, isLate: false });
});

test('提供部门的全称、简称和别名都认得', () => {
  const departments = [{ name: '市场监管局', short: '市监', aliases: ['市场监督管理局'] }];
  const supplies = [
    { kind: 'penalty', source: '示例市市场监督管理局', lastOn: '2026-05-01' },
    { kind: 'penalty', source: '市监', lastOn: '2026-06-01' },
    { kind: 'licence', source: '市监', lastOn: '2026-07-01' },
    { kind: 'penalty', source: '应急管理局', lastOn: '2026-08-01' },
    { kind: 'reward', source: '示例市工业和信息化局运行股', lastOn: '2026-04-01' },
    { kind: 'reward', source: '市监', lastOn: '2026-05-01' },
    { kind: 'judicial', source: '示例人民法院', lastOn: '2026-03-01' },
  ] as const;
  const given = { bureau: { name: '示例市工业和信息化局', shortName: '示工信', department: '工信' }, departments };
  const last = (kind: CreditKind, supplier: string) => lastSupplied({ kind, supplier }, supplies, given);
  expect(last('penalty', '市场监管局')).toBe('2026-06-01');
  expect(last('reward', '本局各业务股室')).toBe('2026-04-01');
  expect(last('penalty', '本局各业务股室')).toBeNull();
  expect(last('judicial', '司法机关')).toBe('2026-03-01');
});
