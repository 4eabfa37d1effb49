import { afterEach, beforeAll, expect, test } from 'vitest';
import { ensureFonts } from '../../../electron/build/fonts.ts';
import { must } from '../../support/outcomes.ts';
import { canReadPdfs, solidText } from '../../support/pdf.ts';
import type { WalkOffice } from '../../support/walk-office.ts';
import { importNationalGrades, openWalkOffice } from '../../support/walk-office.ts';

let walk: WalkOffice;
beforeAll(() => void ensureFonts());
afterEach(() => walk.office.close());
const as = (role: 'operator' | 'reviewer' | 'leader') => walk.office.as(role).registers;
const textOf = ({ newest }: { newest: { sections: readonly { text: string }[] } }) =>
  newest.sections.map(({ text }) => text).join('\n');

const annual = { kind: 'annual', year: 2026, field: '', isInternal: false, filter: {} } as const;

test('年度总结按台账和名录的数据起草，每个数据指明来源；等级分布只在内部总结中', { timeout: 60_000 }, async () => {
  walk = await openWalkOffice('erguna-2023');
  await importNationalGrades(walk);
  for (const on of ['2026-03-01', '2026-04-01', '2025-04-01']) {
    const cells = { on, law: '中华人民共和国安全生产法', people: 20 };
    must(await as('operator').addEntry.mutate({ registerId: 'law-publicity', cells }));
  }
  const outside = must(await as('operator').draftSummary.mutate(annual)).id;
  const inside = must(await as('operator').draftSummary.mutate({ ...annual, isInternal: true })).id;
  const open = await as('leader').summary.query({ id: outside });
  expect(open.newest.title).toBe('额尔古纳市工业和信息化局（示例）2026年信用分级分类监管工作总结');
  expect(textOf(open)).toContain('普法台账2条');
  expect(textOf(open)).toContain('监管对象9户，已评定信用等级9户');
  expect(textOf(open)).not.toMatch(/[ABCD]级/);
  expect(open.newest.figures.list.some(({ isInternal }) => isInternal)).toBe(false);
  const law = open.newest.figures.list.find(({ label }) => label === '普法台账');
  expect(law).toMatchObject({ value: 2, source: { path: '/registers/law-publicity' } });
  const closed = await as('leader').summary.query({ id: inside });
  expect(textOf(closed)).toContain('A级2户、B级3户、C级3户、D级1户');
});

test('对外的总结写不进信用等级；起草人不能自己批准；批准后再改须重新送审', { timeout: 60_000 }, async () => {
  walk = await openWalkOffice('erguna-2023');
  const { id } = must(await as('operator').draftSummary.mutate(annual));
  const { newest } = await as('operator').summary.query({ id });
  const [first, ...rest] = newest.sections;
  const edit = (text: string) =>
    as('operator').editSummary.mutate({ id, title: newest.title, sections: [{ heading: '', text }, ...rest] });
  expect(await edit('其中D级企业1户。')).toMatchObject({ code: 'SUMMARY_TELLS_GRADE', details: { found: 'D级' } });
  expect(await edit(first?.text ?? '')).toMatchObject({ code: 'SUMMARY_UNCHANGED' });
  must(await edit('今年以来，工作扎实推进。'));
  expect(await as('leader').approveSummary.mutate({ id, opinion: '同意' })).toMatchObject({ code: 'SUMMARY_STATE' });
  must(await as('operator').submitSummary.mutate({ id }));
  expect(await edit('送审后又改。')).toMatchObject({ code: 'SUMMARY_STATE' });
  expect(await as('operator').approveSummary.mutate({ id, opinion: '同意' })).toMatchObject({ code: 'NOT_ALLOWED' });
  must(await as('reviewer').returnSummary.mutate({ id, opinion: '请补充下一步打算' }));
  must(await edit('今年以来，各项工作扎实推进。'));
  must(await as('operator').submitSummary.mutate({ id }));
  must(await as('leader').approveSummary.mutate({ id, opinion: '同意' }));
  const approved = await as('operator').summary.query({ id });
  expect(approved.state).toBe('approved');
  expect(approved.versions).toHaveLength(3);
  must(await edit('又有新的数据。'));
  expect((await as('operator').summary.query({ id })).state).toBe('draft');
});

test('分领域总结只统计本领域的企业，写入要素完整的案例，不完整的不写', {
  skip: !canReadPdfs,
  timeout: 60_000,
}, async () => {
  walk = await openWalkOffice('wuzhong-2022');
  const [field = ''] = await as('operator').fields.query();
  const cells = { name: '示例案例', field, when: '2026-05-06', where: '示例镇', who: '示例企业1有限公司' };
  const { id } = must(await as('operator').addEntry.mutate({ registerId: 'effect-cases', cells }));
  expect((await as('operator').register.query({ registerId: 'effect-cases' })).entries[0]?.lacks).toEqual([
    '做法',
    '成效',
  ]);
  const refused = await walk.office.fetch('operator', `/files/registers/cases/${id}/case.pdf`);
  expect(await refused.json()).toMatchObject({ code: 'CASE_INCOMPLETE', details: { lacks: ['做法', '成效'] } });
  const asked = { ...annual, kind: 'field', field, filter: { nameHas: '示例企业1' } } as const;
  const before = must(await as('operator').draftSummary.mutate(asked)).id;
  expect(textOf(await as('operator').summary.query({ id: before }))).toContain('尚无要素完整的成效案例');
  expect(await as('operator').submitSummary.mutate({ id: before })).toMatchObject({ code: 'SUMMARY_UNFINISHED' });
  const whole = { ...cells, how: '开展信用约谈，指导整改', effect: '按期整改到位' };
  must(await as('operator').correctEntry.mutate({ id, cells: whole, reason: '补齐要素' }));
  must(await as('operator').redraftSummary.mutate({ id: before }));
  const view = await as('operator').summary.query({ id: before });
  expect(view.newest.sections.map(({ heading }) => heading)).toEqual([
    '',
    '具体举措',
    '实际评价结果',
    '监管支撑数据',
    '实际成效案例',
  ]);
  expect(textOf(view)).toContain('2026年5月6日，在示例镇，示例企业1有限公司：开展信用约谈，指导整改。按期整改到位。');
  expect(view.newest.figures.list.find(({ id: figure }) => figure === 'objects')?.value).toBe(1);
  const printed = solidText(await walk.office.download('leader', `/files/registers/summaries/${before}/summary.pdf`));
  expect(printed).toContain('一、具体举措');
  expect(printed).toContain('附数据来源');
  const paper = solidText(await walk.office.download('leader', `/files/registers/cases/${id}/case.pdf`));
  expect(paper).toMatch(/一、时间2026年5月6日二、地点示例镇三、主体示例企业1有限公司四、做法/);
});

test('期间还没有开始的总结不起草', async () => {
  walk = await openWalkOffice('erguna-2023');
  expect(await as('operator').draftSummary.mutate({ ...annual, year: 2027 })).toMatchObject({
    code: 'PERIOD_NOT_BEGUN',
  });
});
