import { describe, expect, test } from 'vitest';
import { fileProblemSentence } from '../../../shared/features/draws/file-problem.ts';
import { readAmendment, readManifest, writeAmendment, writeManifest } from '../../../shared/features/draws/manifest.ts';
import { readPlan, seatsAt, writePlan } from '../../../shared/features/draws/plan-file.ts';
import { readDraw } from '../../../shared/features/draws/read-draw.ts';
import {
  readDigits,
  readObjects,
  readOfficers,
  readRecusals,
  writeDigits,
  writeObjects,
  writeOfficers,
  writeRecusals,
} from '../../../shared/features/draws/roster-files.ts';
import { ceremonies, ceremony, filesOf, sha256 } from '../../support/draw-vectors.ts';
import { fc } from '../../support/properties.ts';

function readValue<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

describe.each(ceremonies().map((one) => [one.name, one] as const))('%s: written again, the same bytes', (_, one) => {
  test('rosters', () => {
    expect(writeObjects(readValue(readObjects('', one.objects_tsv)))).toBe(one.objects_tsv);
    expect(writeOfficers(readValue(readOfficers('', one.officers_tsv)))).toBe(one.officers_tsv);
    expect(writeRecusals(readValue(readRecusals('', one.recusals_tsv)))).toBe(one.recusals_tsv);
  });

  test('manifest, plan and digits', () => {
    expect(writeManifest(readValue(readManifest('', one.manifest)))).toBe(one.manifest);
    expect(writePlan(JSON.parse(one.plan_json))).toBe(one.plan_json);
    expect(readValue(readDigits('', writeDigits(one.digits)))).toEqual(one.digits);
    if (one.r2) expect(writeAmendment(readValue(readAmendment('', one.r2.amend)))).toBe(one.r2.amend);
  });
});

test('what is written in any order is sorted by bytes', () => {
  const id = fc.stringMatching(/^[0-9A-Z]{1,6}$/);
  fc.assert(
    fc.property(fc.uniqueArray(id), (ids) => {
      const text = writeObjects(ids.map((one) => ({ id: one, stratum: '*' })));
      expect(
        readValue(readObjects('', text))
          .map((one) => one.id)
          .sort(),
      ).toEqual([...ids].sort());
    }),
  );
});

describe('a broken line is named with its file, line and fault', () => {
  test.each([
    ['\ufeffA\t*\n', 1, 'BOM'],
    ['A\t*\r\nB\t*\n', 1, 'CARRIAGE_RETURN'],
    ['A\t*\nB\t*', 2, 'NO_FINAL_LF'],
    ['A\t*\nB\te\u0301\n', 2, 'NOT_NFC'],
    ['A\t*\n\nB\t*\n', 2, 'FIELD_COUNT'],
    ['A\t*\nB\n', 2, 'FIELD_COUNT'],
    ['A\t*\tx\n', 1, 'FIELD_COUNT'],
    ['B\t*\nA\t*\n', 2, 'UNSORTED'],
    ['A\t*\nA\t*\n', 2, 'REPEATED'],
    ['A\t*\nA\tB\n', 2, 'REPEATED'],
    ['\t*\n', 1, 'EMPTY_FIELD'],
    ['A\t\n', 1, 'EMPTY_FIELD'],
  ])('objects.tsv %j', (text, line, problem) => {
    expect(readObjects('objects.tsv', text)).toMatchObject({ details: { file: 'objects.tsv', line, problem } });
  });

  test.each([
    ['P\t甲\t工信\t2\t\t0\t1\n', 'NOT_A_FLAG'],
    ['P\t甲\t工信\t1\t\t-1\t1\n', 'NOT_A_COUNT'],
    ['P\t甲\t工信\t1\t\t0\t1.5\n', 'NOT_A_COUNT'],
    ['P\t甲\t工信\t1\t\t0\t01\n', 'NOT_A_COUNT'],
    ['P\t甲\t\t1\t\t0\t1\n', 'EMPTY_FIELD'],
    ['P\t甲\t工信\t1\t\t0\n', 'FIELD_COUNT'],
    ['P\t乙\t工信\t1\t\t0\t1\nP\t甲\t工信\t1\t\t0\t1\n', 'REPEATED'],
  ])('officers.tsv %j', (text, problem) => {
    expect(readOfficers('officers.tsv', text)).toMatchObject({ code: 'BAD_FILE', details: { problem } });
  });

  test.each([
    ['P\tA\t\n', 'EMPTY_FIELD'],
    ['P\tA\n', 'FIELD_COUNT'],
  ])('recusals.tsv %j', (text, problem) => {
    expect(readRecusals('recusals.tsv', text)).toMatchObject({ details: { line: 1, problem } });
  });

  test.each([
    ['1234\n12a4\n', 2, 'NOT_DIGITS'],
    ['1234\n\n', 2, 'NOT_DIGITS'],
    ['１２３４\n', 1, 'NOT_DIGITS'],
    ['1234', 1, 'NO_FINAL_LF'],
  ])('digits.txt %j', (text, line, problem) => {
    expect(readDigits('digits.txt', text)).toMatchObject({ details: { line, problem } });
  });

  test('the sentence says file, line and fault', () => {
    const bad = readObjects('objects.tsv', 'A\t*\nB\n');
    expect(bad.ok ? '' : fileProblemSentence(bad.details)).toBe('objects.tsv 第2行：列数不对，应为2列。');
  });

  test('an officer without item scopes is listed with an empty field', () => {
    expect(readValue(readOfficers('', 'P\t甲\t工信\t1\t\t0\t1\n'))[0]?.scopes).toEqual([]);
  });
});

describe('manifest.txt', () => {
  const { manifest } = ceremony('rehearsal');
  const lines = manifest.split('\n');
  const withLine = (index: number, text: string) => lines.map((line, at) => (at === index ? text : line)).join('\n');

  test.each([
    [withLine(0, 'SSJ-2'), 1, 'VERSION'],
    [withLine(0, 'SSJ-1'), 2, 'NUMBER'],
    [withLine(1, 'draw\t2026-004'), 2, 'NUMBER'],
    [withLine(1, 'number\tYL2026-004'), 2, 'NUMBER'],
    [withLine(1, 'draw\tYL2026-004\tx'), 2, 'NUMBER'],
    [withLine(2, lines[3]!), 3, 'MANIFEST_LINE'],
    [withLine(2, 'objects\tABC'), 3, 'MANIFEST_LINE'],
    [withLine(4, `${lines[4]}\tx`), 5, 'MANIFEST_LINE'],
    [withLine(6, 'witnesses\t0'), 7, 'MANIFEST_LINE'],
    [withLine(6, 'witnesses\t3'), 8, 'MANIFEST_LINE'],
    [withLine(7, 'digits\t10,x'), 8, 'MANIFEST_LINE'],
    [withLine(7, 'digits\t10,9'), 8, 'TOO_FEW_DIGITS'],
    [withLine(6, 'witnesses\t1').replace('10,10', '20'), 7, 'TOO_FEW_WITNESSES'],
    [`${manifest}more\n`, 9, 'EXTRA_LINE'],
    ['', 1, 'VERSION'],
    ['SSJ-1\n', 2, 'NUMBER'],
    ['SSJ-1\ndraw\t2026-001\n', 3, 'MANIFEST_LINE'],
    [manifest.replace('\n', '\r\n'), 1, 'CARRIAGE_RETURN'],
    [manifest.slice(0, manifest.indexOf('witnesses')), 7, 'MANIFEST_LINE'],
    [manifest.slice(0, manifest.indexOf('digits')), 8, 'MANIFEST_LINE'],
  ])('%j', (text, line, problem) => {
    expect(readManifest('manifest.txt', text)).toMatchObject({ details: { file: 'manifest.txt', line, problem } });
  });

  test('amend-r2.txt', () => {
    const amend = ceremony('second officer stage').r2!.amend;
    expect(readAmendment('amend-r2.txt', `${amend}x\n`)).toMatchObject({ details: { line: 3, problem: 'EXTRA_LINE' } });
    expect(readAmendment('amend-r2.txt', amend.slice(1))).toMatchObject({ details: { line: 1 } });
    expect(readAmendment('amend-r2.txt', amend.trimEnd())).toMatchObject({ details: { problem: 'NO_FINAL_LF' } });
  });
});

describe('plan.json', () => {
  const team = '"team":[{"dept":"工信","leader":true}]';

  test.each([
    ['{', 'NOT_JSON'],
    [`{"strata":{"*":{"count":2}},${team}}\n`, 'NOT_CANONICAL'],
    [`{${team},"strata":{"*":{"count":2}}}`, 'NOT_CANONICAL'],
    [`{"strata": {"*":{"count":2}},${team}}`, 'NOT_CANONICAL'],
    [`{"strata":{"*":{"count":2}},"team":[{"dept":"\\u5de5"}]}`, 'NOT_CANONICAL'],
    [`{"strata":{"*":{"count":2}},"team":[{"dept":"e\u0301"}]}`, 'NOT_NFC'],
    ['[]', 'PLAN_FIELD'],
    ['null', 'PLAN_FIELD'],
    [`{"strata":{},${team}}`, 'PLAN_FIELD'],
    ['{"strata":{"*":{"count":2}}}', 'PLAN_FIELD'],
    ['{"strata":{"*":{"count":2}},"team":[]}', 'PLAN_FIELD'],
    [`{"strata":{"*":{}},${team}}`, 'PLAN_FIELD'],
    [`{"strata":{"*":{"bp":500,"count":2}},${team}}`, 'PLAN_FIELD'],
    [`{"strata":{"*":{"count":2,"min":1}},${team}}`, 'PLAN_FIELD'],
    [`{"strata":{"*":{"bp":10001}},${team}}`, 'PLAN_FIELD'],
    [`{"strata":{"*":{"bp":0.5}},${team}}`, 'PLAN_FIELD'],
    [`{"strata":{"*":{"bp":-1}},${team}}`, 'PLAN_FIELD'],
    [`{"strata":{"*":{"bp":1,"must":["A","A"]}},${team}}`, 'PLAN_FIELD'],
    [`{"exclude":[],"strata":{"*":{"bp":1}},${team}}`, 'PLAN_FIELD'],
    [`{"exclude":[["B","X"],["A","X"]],"strata":{"*":{"bp":1}},${team}}`, 'PLAN_FIELD'],
    [`{"seed":1,"strata":{"*":{"bp":1}},${team}}`, 'PLAN_FIELD'],
    [`{"mode":"batch","size":0,"strata":{"*":{"bp":10000}}}`, 'PLAN_FIELD'],
    [`{"mode":"batch","size":5,"strata":{"*":{"bp":500}}}`, 'PLAN_FIELD'],
    [`{"mode":"batch","size":5,"strata":{"A":{"bp":10000}}}`, 'PLAN_FIELD'],
    [`{"mode":"batch","size":5,"strata":{"*":{"bp":10000}},${team}}`, 'PLAN_FIELD'],
    [`{"mode":"other","size":5,"strata":{"*":{"bp":10000}}}`, 'PLAN_FIELD'],
  ])('%j', (text, problem) => {
    expect(readPlan('plan.json', text)).toMatchObject({ details: { file: 'plan.json', line: 1, problem } });
  });

  test('the field at fault is named', () => {
    const bad = readPlan('plan.json', `{"strata":{"A":{"bp":"5%"}},${team}}`);
    expect(bad).toMatchObject({ details: { about: 'strata.A.bp' } });
  });

  test('band is 1 and slack 0 where nothing is said', () => {
    expect(readValue(readPlan('', `{"strata":{"*":{"count":2}},${team}}`))).toMatchObject({ band: 1, slack: 0 });
  });

  test('joint seats follow at the joint grade, or everywhere', () => {
    const graded = readValue(readPlan('', ceremony('full example').plan_json));
    expect(seatsAt(graded, 'D')).toHaveLength(4);
    expect(seatsAt(graded, 'A')).toHaveLength(2);
    const everywhere = readValue(readPlan('', ceremony('two of sixty, joint').plan_json));
    expect(seatsAt(everywhere, '*').map(({ dept }) => dept)).toEqual(['工信', '工信', '应急', '消防', '市监']);
  });
});

describe('files that contradict each other', () => {
  const one = ceremony('graded with exclusions and must');
  const files = filesOf(one);
  const withPlan = (plan: string) => readDraw({ ...files, plan }, sha256);

  test('an excluded object cannot be 必检', () => {
    const plan = one.plan_json.replace('"must":["911507840000000436"]', '"must":["911507840000001074"]');
    expect(withPlan(plan)).toMatchObject({ details: { problem: 'MUST_EXCLUDED', about: '911507840000001074' } });
  });

  test('a 必检 object must stand in its stratum', () => {
    const plan = one.plan_json.replace('"must":["911507840000000436"]', '"must":["911507840000000511"]');
    expect(withPlan(plan)).toMatchObject({ details: { problem: 'MUST_OUTSIDE' } });
  });

  test('an exclusion must be of the list', () => {
    const plan = one.plan_json.replace('["911507840000001074","STATUS"]', '["911507840000001075","STATUS"]');
    expect(withPlan(plan)).toMatchObject({ details: { problem: 'EXCLUDED_UNKNOWN' } });
  });

  test('an object of a stratum that the plan does not know', () => {
    const plan = one.plan_json.replace('"C":{"bp":6000},', '');
    expect(withPlan(plan)).toMatchObject({ details: { file: 'objects.tsv', line: 3, problem: 'UNKNOWN_STRATUM' } });
  });

  test('a joint grade that the plan does not know', () => {
    const full = ceremony('full example');
    const plan = full.plan_json.replace('"grade":"D"', '"grade":"E"');
    expect(readDraw({ ...filesOf(full), plan }, sha256)).toMatchObject({ details: { problem: 'UNKNOWN_STRATUM' } });
  });

  test.each(['manifest', 'objects', 'officers', 'recusals', 'plan'] as const)(
    'a broken %s stops the reading',
    (key) => {
      expect(readDraw({ ...files, [key]: 'broken' }, sha256)).toMatchObject({ code: 'BAD_FILE' });
    },
  );

  test.each(['officers', 'recusals', 'amend'] as const)('a broken %s of the second stage stops the reading', (key) => {
    const second = filesOf(ceremony('second officer stage'), true);
    const amendments = second.amendments.map((stage) => ({ ...stage, [key]: 'broken' }));
    expect(readDraw({ ...second, amendments }, sha256)).toMatchObject({ code: 'BAD_FILE' });
  });
});
