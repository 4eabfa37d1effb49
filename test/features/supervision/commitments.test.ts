import { afterAll, beforeAll, expect, test } from 'vitest';
import { addFirms, type Firm, gradeFirms, makeFile } from '../../support/follow-up.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { must } from '../../support/outcomes.ts';
import { canReadPdfs, pageTexts, solidText } from '../../support/pdf.ts';

let office: Office;
let firms: Firm[];

beforeAll(async () => {
  office = await openOffice({ today: '2026-09-07' });
  firms = await addFirms(office, 3);
  await gradeFirms(
    office,
    firms.map((one) => [one, '良'] as const),
  );
});
afterAll(() => office.close());

const firm = (n: number): Firm => {
  const found = firms[n - 1];
  if (found === undefined) throw new Error(`no firm ${n}`);
  return found;
};
const commitments = () => office.as('operator').supervision.commitments;
const everyone = { priority: null, townships: [], industries: [], aboveScale: null };
const list = async () => (await commitments().list.query({ descending: false })).lines;
const line = async (n: number) => {
  const found = (await list()).find(({ objectId }) => objectId === firm(n).id);
  if (found === undefined) throw new Error(`no commitment of firm ${n}`);
  return found;
};

test('承诺事项清单来自规则包，带条款', async () => {
  const { items } = await commitments().items.query();
  const repair = items.find(({ id }) => id === 'repair');
  expect(repair).toMatchObject({ name: '信用修复承诺书', isPublicised: true });
  expect(repair?.terms[0]).toMatch(/^所列失信行为/);
  expect(repair?.article.length).toBeGreaterThan(0);
});

test('按条件成批出具，已有有效承诺书的不重复出具', async () => {
  const issue = { itemId: 'repair', matter: '示例事由', untilOn: '2027-09-06', checkOn: '2026-12-01' };
  const one = { objectIds: [firm(1).id] };
  expect(await commitments().previewIssue.query({ targets: everyone, itemId: 'repair' })).toMatchObject({ letters: 3 });
  const told = { ...issue, targets: one, expected: 1, matter: '信用等级为C级的整改' };
  expect(await commitments().issue.mutate(told)).toMatchObject({ code: 'GRADE_ON_PAPER' });
  expect(must(await commitments().issue.mutate({ ...issue, targets: one, expected: 1 })).issued).toBe(1);
  expect(await commitments().previewIssue.query({ targets: everyone, itemId: 'repair' })).toMatchObject({ letters: 2 });
  expect(await commitments().issue.mutate({ ...issue, targets: everyone, expected: 3 })).toMatchObject({
    code: 'LETTERS_OUTDATED',
  });
  must(await commitments().issue.mutate({ ...issue, targets: everyone, expected: 2 }));
  expect((await list()).map(({ number, state }) => [number, state])).toEqual([
    ['额工信承诺〔2026〕1号', 'issued'],
    ['额工信承诺〔2026〕2号', 'issued'],
    ['额工信承诺〔2026〕3号', 'issued'],
  ]);
});

test.runIf(canReadPdfs)('承诺书填好企业信息，注明主动公示，不写信用等级；成批打印各从新页起', async () => {
  const one = await makeFile(office, '/files/supervision/commitments/letters.pdf', { ids: [(await line(1)).id] });
  const text = solidText(one);
  for (const part of [firm(1).name, firm(1).code, '主动向社会公示', '所列失信行为', '额工信承诺〔2026〕1号']) {
    expect(text).toContain(part);
  }
  expect(text).not.toMatch(/[A-D]级|信用等级/);
  const all = await makeFile(office, '/files/supervision/commitments/letters.pdf', {
    filter: { state: 'issued' },
    except: [],
  });
  const pages = pageTexts(all);
  expect(pages.length).toBeGreaterThanOrEqual(3);
  expect(pages.filter((page) => page.includes('承诺主体') && page.includes('住所'))).toHaveLength(3);
});

test('没有签署的不能核查；签署、公示的先后日期不能颠倒', async () => {
  const { id, terms } = await line(1);
  const check = { id, checkedOn: '2026-09-07', findings: '现场核查', checkedBy: '示例经办' };
  const kept = terms.map(() => 'kept' as const);
  expect(await commitments().check.mutate({ ...check, outcome: 'kept', terms: kept })).toMatchObject({
    code: 'COMMITMENT_UNSIGNED',
  });
  const selection = { ids: [id] };
  expect(await commitments().sign.mutate({ selection, signedOn: '2026-09-06' })).toMatchObject({ code: 'DAY_BEFORE' });
  expect(
    await commitments().publish.mutate({ selection, publishedOn: '2026-09-07', publishedAt: '示例网站' }),
  ).toMatchObject({
    code: 'NO_COMMITMENTS_TO',
  });
  must(await commitments().sign.mutate({ selection, signedOn: '2026-09-07', signedBy: '示例负责人' }));
  expect((await line(1)).state).toBe('signed');
  must(await commitments().publish.mutate({ selection, publishedOn: '2026-09-07', publishedAt: '政务网（示例）' }));
  expect(await line(1)).toMatchObject({ state: 'standing', signedBy: '示例负责人', publishedAt: '政务网（示例）' });
});

test('逐条核查与结论不符的不收', async () => {
  const { id, terms } = await line(1);
  const check = { id, checkedOn: '2026-09-07', findings: '现场核查', checkedBy: '示例经办' };
  const broken = terms.map((_, index) => (index === 0 ? ('broken' as const) : ('kept' as const)));
  expect(await commitments().check.mutate({ ...check, outcome: 'kept', terms: broken })).toMatchObject({
    code: 'FULFILMENT_DOES_NOT_FIT',
  });
  expect(await commitments().check.mutate({ ...check, outcome: 'kept', terms: ['kept'] })).toMatchObject({
    code: 'FULFILMENT_DOES_NOT_FIT',
  });
});

test('践诺记为良好的信用记录，部分践诺不记，违诺记为不良并发出预警和建议', async () => {
  const { id, terms } = await line(1);
  const check = { id, checkedOn: '2026-09-07', findings: '现场核查', checkedBy: '示例经办' };
  const kept = terms.map(() => 'kept' as const);
  const mixed = terms.map((_, index) => (index === 0 ? ('broken' as const) : ('kept' as const)));
  const first = must(
    await commitments().check.mutate({ ...check, outcome: 'kept', terms: kept, nextOn: '2026-12-01' }),
  );
  expect(first.recordId).not.toBeNull();
  expect(must(await commitments().check.mutate({ ...check, outcome: 'partly', terms: mixed })).recordId).toBeNull();
  const warnings = () => office.as('operator').supervision.warnings.ofObject.query({ objectId: firm(1).id });
  expect(await warnings()).toEqual([]);
  const broken = must(
    await commitments().check.mutate({ ...check, outcome: 'broken', terms: mixed, findings: '逾期未整改' }),
  );
  expect(await warnings()).toMatchObject([
    { ruleId: 'broken-promise', state: 'open', grounds: [{ id: `record:${broken.recordId}` }] },
  ]);
  const view = await commitments().one.query({ id });
  expect(view.checks.map(({ outcome }) => outcome)).toEqual(['broken', 'partly', 'kept']);
  expect(view.suggestions.some(({ kind }) => kind === 'talk')).toBe(true);
});

test('核查到期的列出来；到期的承诺书自动列为已到期', async () => {
  const selection = { ids: [(await line(2)).id] };
  must(await commitments().sign.mutate({ selection, signedOn: '2026-09-07' }));
  expect(await commitments().counts.query()).toMatchObject({ unsigned: 1, unpublished: 1, toCheck: 0 });
  office.setNow('2026-12-01T01:00:00.000Z');
  await office.restart();
  expect((await commitments().list.query({ outcome: 'to-check' })).lines.map(({ objectId }) => objectId)).toEqual([
    firm(2).id,
  ]);
  office.setNow('2027-09-07T01:00:00.000Z');
  await office.restart();
  expect((await list()).map(({ state }) => state)).toEqual(['expired', 'expired', 'expired']);
  expect(await commitments().previewIssue.query({ targets: everyone, itemId: 'repair' })).toMatchObject({ letters: 3 });
});

test('终止的承诺书留在台账，注明理由，不能再终止', async () => {
  const { id } = await line(3);
  must(await commitments().end.mutate({ id, reason: '企业改签新文本' }));
  expect(await line(3)).toMatchObject({ state: 'ended', endReason: '企业改签新文本' });
  expect(await commitments().end.mutate({ id, reason: '再终止' })).toMatchObject({ code: 'COMMITMENT_ENDED' });
});

test('承诺台账可以打印，也可以导出', async () => {
  const filter = { text: '' };
  const pdf = await makeFile(office, '/files/supervision/commitments/register.pdf', filter);
  if (canReadPdfs) expect(solidText(pdf)).toContain('额工信承诺〔2026〕3号');
  const book = await makeFile(office, '/files/supervision/commitments.xlsx', filter);
  expect(new TextDecoder('latin1').decode(book.slice(0, 2))).toBe('PK');
});
