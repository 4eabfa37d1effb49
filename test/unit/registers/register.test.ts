import { expect, test } from 'vitest';
import { jointLetterBody } from '../../../shared/features/registers/letter.ts';
import {
  type Cell,
  cellText,
  dayOfCells,
  duesOfCells,
  type Links,
  readCells,
  sentOf,
} from '../../../shared/features/registers/register.ts';
import { gradeWordIn } from '../../../shared/features/registers/summary.ts';
import { gradeToldIn } from '../../../shared/kernel/internal-grade.ts';
import { fc } from '../../support/properties.ts';

const links: Links = {
  enterprise: (id) => (id === 1 ? { id, name: '示例公司', code: '91150784MA0N00001X' } : null),
  officer: () => null,
  inspection: () => null,
  listEntry: () => null,
  article: () => false,
};
const column = (kind: 'money' | 'count' | 'text' | 'day' | 'enterprise' | 'officer') => ({
  id: 'c',
  title: '栏',
  kind,
  required: true,
});
const read = (kind: Parameters<typeof column>[0], value: string | number) =>
  readCells({ columns: [column(kind)] }, { c: value }, links);

test('金额按分留存，写出来再读回去一样', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 13 }), (fen) => {
      const typed = sentOf({ kind: 'money' }, fen) ?? '';
      expect(read('money', typed).cells.c).toBe(fen);
    }),
  );
  expect(read('money', '12,000.5').cells.c).toBe(1_200_050);
  expect(cellText({ kind: 'money' }, 1_200_050)).toBe('12,000.50元');
  for (const wrong of ['1.234', '-1', '一元', 'abc']) expect(read('money', wrong).problems).toHaveLength(1);
});

test('整数、日期、企业各按各的规矩，空白的算没有填', () => {
  expect(read('count', '12').cells.c).toBe(12);
  expect(read('count', '1.5').problems[0]?.sentence).toBe('请填写整数');
  expect(read('day', '2026-02-30').problems).toHaveLength(1);
  expect(read('enterprise', 1).cells.c).toMatchObject({ id: 1, name: '示例公司' });
  expect(read('enterprise', 2).problems[0]?.sentence).toContain('没有找到');
  expect(read('officer', '示例甲').cells.c).toEqual({ id: null, name: '示例甲' });
  expect(read('text', '  ').problems[0]?.sentence).toBe('请填写栏');
});

test('记录的日期是第一个不是期限的日期，没有就是登记那天；期限到了前几天起提醒', () => {
  const columns = [
    { id: 'until', title: '到期日', kind: 'day', required: true, remindDays: 30 },
    { id: 'on', title: '签订日', kind: 'day', required: false },
  ] as const;
  const cells: Record<string, Cell> = { until: '2026-10-01', on: '2025-10-01' };
  expect(dayOfCells({ columns }, cells, '2026-09-07')).toBe('2025-10-01');
  expect(dayOfCells({ columns }, { until: '2026-10-01' }, '2026-09-07')).toBe('2026-09-07');
  expect(duesOfCells({ columns }, cells, (on, days) => on === '2026-10-01' && days === 30)).toEqual([
    { title: '到期日', on: '2026-10-01' },
  ]);
});

test('文书和公示的文字里认得出内部等级，别的分级和作业不算', () => {
  const titles = ['较差类', '一般类'];
  for (const told of [
    '信用等级为D级',
    '该企业被评为D级',
    '2026年降为 Ｃ 级',
    '属于较高风险企业',
    '列入较高风险。',
    '是较差类',
  ]) {
    expect(gradeToldIn(told, titles), told).not.toBeNull();
  }
  for (const plain of [
    '纳税信用被评为A级',
    '餐饮服务量化等级定为B级',
    '属于高风险作业',
    '环保绩效评为A级',
    '一般类事项',
    '从低风险向高风险转移',
  ]) {
    expect(gradeToldIn(plain, titles), plain).toBeNull();
  }
});

test('对外的文字里认得出信用等级的各种写法', () => {
  const titles = ['A级', '低风险', '信用较差', '信用较好'];
  for (const told of ['评为D级', '属于低风险企业', 'Ｂ 级', '信用较差企业1户', '信用风险等级为较高风险']) {
    expect(gradeWordIn(told, titles), told).not.toBeNull();
  }
  for (const plain of [
    '上级部门',
    '分级分类监管',
    '县级黑名单',
    'A4纸',
    '信用等级评定',
    '对信用较好的企业减少检查，对信用较差的企业加强监管',
  ]) {
    expect(gradeWordIn(plain, titles), plain).toBeNull();
  }
});

test('通报函写明名单、依据、决定日期和措施', () => {
  const body = jointLetterBody({
    name: '示例公司',
    code: '91150784MA0N00001X',
    list: '安全生产诚信黑名单',
    ground: '一年内发生一般责任事故。',
    decidedOn: '2026年9月1日',
    document: '示列决〔2026〕1号',
    untilOn: '2027年9月1日',
    measures: ['暂停项目审批', '上调保险费率'],
  });
  expect(body).toContain('列入安全生产诚信黑名单（示列决〔2026〕1号）。认定依据：一年内发生一般责任事故。');
  expect(body).toContain('暂停项目审批；上调保险费率');
});
