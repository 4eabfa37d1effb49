import { expect, test } from 'vitest';
import { fieldChanges, type ObjectEntry, type OfficerEntry } from '../../../shared/features/rosters/entries.ts';
import { officerBars, periodBars } from '../../../shared/kernel/eligibility.ts';
import type { Sheet } from '../../../shared/kernel/sheet.ts';
import { recogniseHeadings } from '../../../shared/kernel/sheet-columns.ts';
import { sheetOf } from './sheets.ts';

const officer: OfficerEntry = {
  name: '示例甲',
  department: '示例局',
  section: '',
  post: '',
  certificate: '示例1',
  certificateUntil: '2026-09-07',
  established: true,
  scopes: [],
  leader: false,
  status: '在岗',
  leaves: [{ fromOn: '2026-09-10', toOn: '2026-09-12' }],
  phone: '',
};

test.each<[string, Partial<OfficerEntry>, string, readonly string[]]>([
  ['证件有效到当日终了', {}, '2026-09-07', []],
  ['次日起过期', {}, '2026-09-08', ['EXPIRED']],
  ['没有证件', { certificate: '', certificateUntil: undefined }, '2026-09-07', ['NO_CERTIFICATE']],
  ['没填有效期', { certificateUntil: undefined }, '2026-09-07', ['NO_EXPIRY']],
  ['不是行政编制又已调离', { established: false, status: '调离' }, '2026-09-07', ['NOT_ESTABLISHED', 'NOT_ON_DUTY']],
  ['请假头一天和末一天都不参加', { certificateUntil: '2027-01-01' }, '2026-09-12', ['ON_LEAVE']],
  ['假满次日参加', { certificateUntil: '2027-01-01' }, '2026-09-13', []],
])('%s', (_, part, on, bars) => {
  expect(officerBars({ ...officer, ...part }, on)).toEqual(bars);
});

const period = { from: '2026-09-07', to: '2026-09-30' };
test.each<[string, Partial<OfficerEntry>, 'any' | 'whole', readonly string[]]>([
  ['证件在任务结束之前到期', { leaves: [] }, 'any', ['执法证2026-09-07到期，任务到2026-09-30才结束']],
  ['证件有效到任务末日', { certificateUntil: '2026-09-30', leaves: [] }, 'any', []],
  ['证件已过期只说过期', { certificateUntil: '2026-09-01', leaves: [] }, 'any', ['执法证已过期']],
  ['任务期间有一天请假', { certificateUntil: '2027-01-01' }, 'any', ['任务期间请假（2026-09-10至2026-09-12）']],
  ['只请几天假，按“全程请假才不参加”仍参加', { certificateUntil: '2027-01-01' }, 'whole', []],
  [
    '全程请假',
    { certificateUntil: '2027-01-01', leaves: [{ fromOn: '2026-09-01', toOn: '2026-10-08' }] },
    'whole',
    ['任务期间请假（2026-09-01至2026-10-08）'],
  ],
  [
    '任务结束之后才请假',
    { certificateUntil: '2027-01-01', leaves: [{ fromOn: '2026-10-01', toOn: '2026-10-08' }] },
    'any',
    [],
  ],
])('参加任务：%s', (_, part, leaves, bars) => {
  expect(periodBars({ ...officer, ...part }, '2026-09-07', period, leaves)).toEqual(bars);
});

const object: ObjectEntry = {
  name: '示例一号',
  code: '11010519491231002X',
  kind: '自然人',
  address: '',
  principal: '',
  phone: '',
  industry: '',
  town: '',
  registrar: '',
  status: '存续',
  aboveScale: false,
  priority: false,
  tags: ['甲'],
  licences: [{ name: '示例证', number: '1号', until: '2027-01-01' }],
};

test('变更只列有变动的项目，列表写成一句', () => {
  const after = { ...object, status: '停业' as const, tags: ['甲', '乙'], licences: [], aboveScale: true };
  expect(fieldChanges(object, after)).toEqual([
    { label: '状态', before: '存续', after: '停业' },
    { label: '规模以上', before: '否', after: '是' },
    { label: '监管标签', before: '甲', after: '甲；乙' },
    { label: '许可证', before: '示例证 1号 2027-01-01', after: '' },
  ]);
  expect(fieldChanges(object, { ...object })).toEqual([]);
});

test('自然人的身份证号码在变更中也是遮住的', () => {
  expect(fieldChanges(null, object).find(({ label }) => label.includes('代码'))?.after).toBe('110*************2X');
});

test('表头在前二十行之外就不认；同名的两列取前一列', () => {
  const columns = [{ key: 'name', heading: '名称', kind: 'text', width: 10, required: true }] as const;
  const late: Sheet = sheetOf('表', [...Array.from({ length: 20 }, () => ['说明']), ['名称']]);
  expect(recogniseHeadings(late, columns)).toBeUndefined();
  expect(recogniseHeadings(sheetOf('表', [['名称', '名 称', '别的']]), columns)).toEqual({
    row: 1,
    columns: new Map([['name', 1]]),
    unknown: ['名 称', '别的'],
  });
});
