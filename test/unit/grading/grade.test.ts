import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  type GradeInputs,
  gradeOf,
  measuresOf,
  normaliseNationalGrade,
  visitsPerYear,
} from '../../../shared/features/grading/grade.ts';
import { factsIn } from '../../../shared/features/grading/grade-reasons.ts';
import type { CreditFact, CreditKind } from '../../../shared/kernel/credit-facts.ts';
import { PolicyPack } from '../../../shared/kernel/policy-pack.ts';

const pack = PolicyPack.parse(
  JSON.parse(readFileSync(new URL('../../../resources/policies/erguna-2023.json', import.meta.url), 'utf8')),
);
const clean: GradeInputs & { readonly today: string } = {
  nationalGrade: '良',
  facts: [],
  today: '2026-09-07',
};

function factOf(kind: CreditKind, happenedOn: string, part: Partial<CreditFact> = {}): CreditFact {
  const unknown = { severity: null, accidentClass: null, amountFen: null, outcome: null };
  return {
    id: `record:${happenedOn}`,
    kind,
    happenedOn,
    endedOn: null,
    repairedOn: null,
    ...unknown,
    title: '',
    ...part,
  };
}

function graded(inputs: Partial<GradeInputs>) {
  return gradeOf(pack, { ...clean, ...inputs });
}

test.each([
  ['优+', 'A'],
  ['优', 'A'],
  ['良+', 'B'],
  ['良', 'B'],
  ['良-', 'B'],
  ['中+', 'C'],
  ['中', 'C'],
  ['中-', 'C'],
  ['差', 'D'],
])('国家评价“%s”对应%s级，理由写明制度第五条', (nationalGrade, grade) => {
  const grading = graded({ nationalGrade });
  expect(grading.grade).toBe(grade);
  expect(grading.reasons[0]).toEqual({
    text: expect.stringContaining(`国家评价等级为“${nationalGrade}”，对应${grade}级`),
    article: '制度第五条',
  });
});

test('没有“优-”这一等级，不据以认定，按未取得国家评价办理并说明', () => {
  const { basis, reasons } = graded({ nationalGrade: '优-' });
  expect(basis).toBe('no-national-grade');
  expect(reasons.map(({ text }) => text).join('')).toMatch(/“优-”在规则包中没有对应的等级.*未取得国家评价等级/);
});

test('没有国家评价的按规则包处理并注明待核', () => {
  const grading = graded({ nationalGrade: null });
  expect(grading).toMatchObject({ grade: 'B', basis: 'no-national-grade', raisedBy: [] });
  expect(grading.reasons[0]?.text).toMatch(/^未取得国家评价等级.*定为B级（待核）。$/);
});

test('表格里的各种写法归一', () => {
  expect(['优＋', ' 良 － ', '良—', '中级', '差'].map(normaliseNationalGrade)).toEqual([
    '优+',
    '良-',
    '良-',
    '中',
    '差',
  ]);
  expect(['', '  ', '无', '未评价', '/', '—'].map(normaliseNationalGrade)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('投诉多、列异常、严重违法只增加频次，不改等级', () => {
  const grading = graded({
    nationalGrade: '优',
    facts: [
      factOf('complaint', '2026-02-01'),
      factOf('complaint', '2026-03-01'),
      factOf('complaint', '2026-04-01'),
      factOf('abnormal-list', '2026-05-01'),
      factOf('serious-violation', '2026-06-01'),
    ],
  });
  expect(grading.grade).toBe('A');
  expect(grading.raisedBy).toEqual(['complaints', 'abnormal-list', 'serious-violation']);
  expect(grading.reasons.slice(1).map(({ article }) => article)).toEqual(['制度第六条', '制度第六条', '制度第六条']);
  expect(visitsPerYear(pack, 'plain', grading)).toBe(2);
  expect(visitsPerYear(pack, 'plain', graded({ nationalGrade: '优' }))).toBe(1);
});

test('计数只看规定的期间', () => {
  const three = (first: string) => ['2026-03-01', '2026-04-01', first].map((on) => factOf('complaint', on));
  expect(graded({ facts: three('2025-09-08') }).raisedBy).toEqual(['complaints']);
  expect(graded({ facts: three('2025-09-07') }).raisedBy).toEqual([]);
});

test('等级低本身就增加频次；按需检查的不设上限', () => {
  const grading = graded({ nationalGrade: '差' });
  expect(grading).toMatchObject({ grade: 'D', raisedBy: ['low-grade'] });
  expect(visitsPerYear(pack, 'plain', grading)).toBe(3);
  expect(visitsPerYear(pack, 'lindian', grading)).toBeNull();
});

test('D级除采取C级措施外再加三项', () => {
  const [c, d] = [measuresOf(pack, 'C'), measuresOf(pack, 'D')];
  expect(d.slice(0, c.length)).toEqual(c);
  expect(d.slice(c.length).map(({ source }) => source.article)).toEqual(['第十一条', '第十一条', '第十一条']);
});

test('等级说明里已写明的记录在原处成链接，不再列第二遍；没有写明的列在句后', () => {
  const facts = ['事故', '处罚', '投诉'].map((title, index) => ({
    id: `record:${index}`,
    title,
    happenedOn: `2026-07-0${index + 1}`,
  }));
  const [accident, penalty, complaint] = facts;
  expect(factsIn('一票否决：严重失信（2026-07-02处罚、2026-07-01事故等3件），定为D级', facts)).toEqual({
    pieces: ['一票否决：严重失信（', penalty, '、', accident, '等3件），定为D级'],
    unnamed: [complaint],
  });
  expect(factsIn('投诉举报多', facts)).toEqual({ pieces: ['投诉举报多'], unnamed: facts });
});
