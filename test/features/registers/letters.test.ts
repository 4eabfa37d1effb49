import { afterEach, beforeAll, expect, test } from 'vitest';
import { ensureFonts } from '../../../electron/build/fonts.ts';
import { parseWorkbook } from '../../../electron/workbooks/parse.ts';
import { makeUscc } from '../../../shared/kernel/uscc.ts';
import { addObject } from '../../support/objects.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { canReadPdfs, solidText } from '../../support/pdf.ts';

let office: Office;
beforeAll(() => void ensureFonts());
afterEach(() => office.close());
const as = (role: 'operator' | 'reviewer' | 'leader') => office.as(role).registers;

const letter = {
  kind: 'joint',
  source: 'none',
  sourceId: null,
  objectId: null,
  subjectName: '示例矿业有限公司',
  title: '关于通报失信情况的函',
  body: '该公司违法情节严重。\n请依法采取联合惩戒措施，并函复我局。',
} as const;

test('通报函每个部门一件，连续编号；起草人之外的人签发后才能发出、登记答复', { skip: !canReadPdfs }, async () => {
  office = await openOffice({ packId: 'chenbarhu-2023' });
  const { departments } = await as('operator').letterChoices.query();
  expect(departments).toHaveLength(5);
  const { letters } = must(await as('operator').draftLetters.mutate({ ...letter, addressees: departments }));
  expect(letters.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5].map((n) => `额工信信通〔2026〕${n}号`));
  const id = letters[0]?.id ?? 0;
  const day = { id, onDay: '2026-09-07', text: '机要交换' };
  expect(await as('operator').dispatchLetter.mutate(day)).toMatchObject({ code: 'LETTER_STATE' });
  must(await as('leader').returnLetter.mutate({ id, opinion: '写明文号' }));
  must(await as('operator').editLetter.mutate({ id, title: letter.title, body: `${letter.body}\n附：处罚决定书。` }));
  must(await as('reviewer').approveLetter.mutate({ id }));
  expect(await as('operator').editLetter.mutate({ id, title: '改', body: '改' })).toMatchObject({
    code: 'LETTER_STATE',
  });
  expect(await as('operator').dispatchLetter.mutate({ ...day, onDay: '2026-09-06' })).toMatchObject({
    code: 'LETTER_BEFORE',
  });
  const home = await office.as('operator').home.summary.query();
  expect(home.dues).toContainEqual(expect.objectContaining({ what: '发出通报函', isOverdue: false }));
  must(await as('operator').dispatchLetter.mutate(day));
  must(await as('operator').answerLetter.mutate({ id, onDay: '2026-09-07', text: '已暂停项目审批' }));
  expect(await as('operator').letter.query({ id })).toMatchObject({
    state: 'answered',
    steps: [{ step: 'return' }, { step: 'approve' }, { step: 'dispatch', text: '机要交换' }, { step: 'answer' }],
  });
  const text = solidText(await office.download('leader', `/files/registers/letters/${id}/letter.pdf`));
  expect(text).toContain('额工信信通〔2026〕1号');
  expect(text).toContain('行业主管部门：');
  expect(text).toContain('2026年9月7日');
});

test('函中写不进信用等级；撤回的编号不再使用', async () => {
  office = await openOffice({ packId: 'chenbarhu-2023' });
  const told = { ...letter, addressees: ['行业主管部门'], body: '该公司信用等级为D级。' };
  expect(await as('operator').draftLetters.mutate(told)).toMatchObject({ code: 'LETTER_TELLS_GRADE' });
  const one = { ...letter, addressees: ['行业主管部门'] };
  const unfounded = { ...one, source: 'list-entry', sourceId: 999 } as const;
  expect(await as('operator').draftLetters.mutate(unfounded)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await as('operator').draftLetters.mutate({ ...one, objectId: 999 })).toMatchObject({ code: 'NOT_FOUND' });
  const first = must(await as('operator').draftLetters.mutate(one)).letters[0];
  must(await as('operator').withdrawLetter.mutate({ id: first?.id ?? 0, reason: '对象有误' }));
  const second = must(await as('operator').draftLetters.mutate(one)).letters[0];
  expect(second?.number).toBe('额工信信通〔2026〕2号');
});

test('干部失信通报从台账记录起草', async () => {
  office = await openOffice({ packId: 'chenbarhu-2023' });
  const { register } = await as('operator').register.query({ registerId: 'cadre-notices' });
  const to = register.columns.find(({ id }) => id === 'to')?.choices?.[0] ?? '';
  const cells = { on: '2026-09-01', person: '示例某', section: '示例科', fact: '逾期不履行生效判决', to };
  must(await as('operator').addEntry.mutate({ registerId: 'cadre-notices', cells }));
  const { sources } = await as('operator').letterChoices.query();
  expect(sources[0]).toMatchObject({ source: 'register-entry', subjectName: '示例某' });
  expect(sources[0]?.body).toContain('示例某存在以下失信行为：逾期不履行生效判决。');
});

test('报送日期从规则包来：到期前列入首页，登记报送后消去，附件另计', async () => {
  office = await openOffice({ packId: 'wuzhong-2022' });
  const dues = async () =>
    (await office.as('operator').home.summary.query()).dues.filter(({ what }) => what === '报送');
  expect(await dues()).toMatchObject([{ on: '2026-09-30', isOverdue: false, path: '/registers/reports' }]);
  const { lines, register } = await as('operator').reportDates.query({ year: 2026 });
  expect(lines.map(({ on, sent }) => [on, sent])).toEqual([
    ['2026-09-30', null],
    ['2026-12-09', null],
  ]);
  const cells = {
    report: lines[0]?.name ?? '',
    year: 2026,
    sentOn: '2026-09-07',
    receiver: '市信用联办',
    document: '示工信发〔2026〕9号',
  };
  must(await as('operator').addEntry.mutate({ registerId: register.id, cells }));
  expect(await dues()).toEqual([]);
  expect((await as('operator').reportDates.query({ year: 2026 })).lines[0]?.sent).toMatchObject({
    receiver: '市信用联办',
    files: 0,
  });
});

test('启用以前的报送日期不列为逾期', async () => {
  office = await openOffice({ packId: 'wuzhong-2022', today: '2026-10-09' });
  const { lines } = await as('operator').reportDates.query({ year: 2026 });
  expect(lines[0]).toMatchObject({ on: '2026-09-30', isOverdue: false });
  office.setNow('2026-12-20T01:00:00.000Z');
  await office.restart();
  const late = (await office.as('operator').home.summary.query()).dues.filter(({ what }) => what === '报送');
  expect(late).toMatchObject([{ on: '2026-12-09', isOverdue: true }]);
});

test('评价主体名单只有名称、代码和领域，没有等级，也没有自然人', async () => {
  office = await openOffice({ packId: 'wuzhong-2022' });
  await addObject(office, '示例矿业有限公司', 1);
  await addObject(office, '示例某', 2, { kind: '自然人', code: '11010519491231002X' });
  await addObject(office, '示例歇业有限公司', 3, { status: '停业' });
  const reply = await office.fetch('operator', '/files/registers/subjects.xlsx', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ field: '生产领域', filter: {} }),
  });
  const book = must(await parseWorkbook(new Uint8Array(await reply.arrayBuffer())));
  expect(book[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['企业名称', '统一社会信用代码', '领域'],
    ['示例矿业有限公司', makeUscc('91150784', 1), '生产领域'],
  ]);
});

test('推送上级平台的表没有内容时不生成；平台和期间须写明', async () => {
  office = await openOffice();
  const fetched = async (query: string) =>
    (await office.fetch('operator', `/files/registers/platform.xlsx?${query}`)).json();
  expect(await fetched('target=gsxt&from=2026-01-01&to=2026-09-07')).toMatchObject({ code: 'NOTHING_TO_PUSH' });
  expect(await fetched('target=other&from=2026-01-01&to=2026-09-07')).toMatchObject({ code: 'BAD_INPUT' });
});
