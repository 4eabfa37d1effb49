import { describe, expect, test } from 'vitest';
import { runDraw } from '../../../shared/features/draws/run-draw.ts';
import { ticketBox } from '../../../shared/features/draws/ticket.ts';
import {
  ceremonies,
  ceremony,
  type FullExample,
  filesOf,
  rowsText,
  sha256,
  vectors,
} from '../../support/draw-vectors.ts';
import { fc } from '../../support/properties.ts';

const asText = (rows: readonly (readonly (string | number)[])[]) => rows.map((row) => row.map(String));

describe('known ceremonies', () => {
  test.each(ceremonies().map((one) => [one.name, one] as const))('%s', (_, one) => {
    const result = runDraw(filesOf(one), one.digits, sha256);
    if (!result.ok) throw new Error(JSON.stringify(result));
    const { value } = result;
    expect(value.commitment).toBe(one.commit);
    expect(value.seed).toBe(one.seed);
    expect(value.tmin).toBe(one.Tmin);
    expect(value.rows).toEqual(asText(one.rows));
    expect(value.resultText).toBe(rowsText(one.rows));
    expect(value.resultHash).toBe(one.result_sha256);
    expect(value.stage).toBe(1);
    expect(value.rehearsal).toBe(one.name === 'rehearsal');
  });

  test('the strata of the full example', () => {
    const full = vectors<FullExample>('ssj1_full_example');
    expect(sha256(full.objects_tsv)).toBe(full.objects_tsv_sha256);
    const result = runDraw(filesOf(full), full.digits, sha256);
    if (!result.ok) throw new Error(result.code);
    const strata = Object.fromEntries(
      result.value.strata.map(({ stratum, poolSize, sampleSize, must, drawn, reserve }) => [
        stratum,
        { N: poolSize, n: sampleSize, must, drawn, reserve_first5: reserve.slice(0, 5) },
      ]),
    );
    expect(strata).toEqual(full.strata);
  });

  test('a second officer stage keeps the objects and the seed, and replaces the teams', () => {
    const one = ceremony('second officer stage');
    const first = runDraw(filesOf(one), one.digits, sha256);
    const second = runDraw(filesOf(one, true), one.digits, sha256);
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(second.value.rows).toEqual(asText(one.r2?.rows ?? []));
    expect(second.value.tmin).toBe(one.r2?.Tmin);
    expect(second.value.stage).toBe(2);
    expect(second.value.seed).toBe(first.value.seed);
    expect(second.value.meeting).toEqual(first.value.meeting);
  });
});

describe('what the projector shows', () => {
  const full = ceremony('full example');
  const result = runDraw(filesOf(full), full.digits, sha256);
  if (!result.ok) throw new Error(result.code);
  const { strata, meeting, seed, number } = result.value;
  const box = ticketBox(`${seed}|obj|${number}`, sha256);

  test('every object has its ticket, and the meeting order is theirs', () => {
    const tickets = meeting.map(({ ticket }) => ticket);
    expect(tickets).toEqual(meeting.map(({ id }) => box.ticketOf(id)));
    expect([...tickets].sort()).toEqual(tickets);
    expect(meeting.map(({ position }) => position)).toEqual(meeting.map((_, index) => index + 1));
  });

  test('the cut-off lies between the last drawn and the first of the reserve', () => {
    for (const { drawn, reserve, cutOff } of strata) {
      expect(cutOff.last?.id).toBe(drawn.at(-1));
      expect(cutOff.next?.id).toBe(reserve[0]);
      expect(cutOff.last!.ticket < cutOff.next!.ticket).toBe(true);
    }
  });

  test('a stratum drawn whole has no next ticket, an empty one none at all', () => {
    const one = ceremony('graded with exclusions and must');
    const outcome = runDraw(filesOf(one), one.digits, sha256);
    if (!outcome.ok) throw new Error(outcome.code);
    const whole = outcome.value.strata.find(({ stratum }) => stratum === 'D');
    expect(whole?.reserve).toEqual([]);
    expect(whole?.cutOff.next).toBeUndefined();
    expect(outcome.value.strata.map(({ excluded }) => excluded)).toEqual([1, 2, 0, 0]);
  });
});

describe('the digits', () => {
  const one = ceremony('rehearsal');

  test('must be as many as was committed to', () => {
    expect(runDraw(filesOf(one), ['4159265358', '592653589'], sha256)).toMatchObject({
      code: 'DIGITS_CHANGED',
      details: { committed: [10, 10], found: [10, 9] },
    });
    expect(runDraw(filesOf(one), ['4159265358'], sha256)).toMatchObject({ code: 'DIGITS_CHANGED' });
  });

  test('are digits', () => {
    expect(runDraw(filesOf(one), ['4159265358', '59265358９7'], sha256)).toMatchObject({
      code: 'BAD_FILE',
      details: { file: 'digits.txt', line: 2, problem: 'NOT_DIGITS' },
    });
  });

  test('one other digit gives another draw', () => {
    const other = runDraw(filesOf(one), ['4159265358', '5926535898'], sha256);
    expect(other.ok && other.value.resultHash).not.toBe(one.result_sha256);
  });

  test('keep their leading zeros', () => {
    const zeros = runDraw(filesOf(one), ['0000000000', '0000000001'], sha256);
    expect(zeros.ok && zeros.value.seed.endsWith('|0000000000|0000000001')).toBe(true);
  });
});

describe('what was committed to', () => {
  const full = ceremony('full example');

  test.each([
    ['objects', 'objects.tsv', (text: string) => text.replace('\tA\n', '\tB\n')],
    ['officers', 'officers.tsv', (text: string) => text.replace('赵某', '赵乙')],
    ['recusals', 'recusals.tsv', () => ''],
    ['plan', 'plan.json', (text: string) => text.replace('"slack":0', '"slack":1')],
  ] as const)('a changed %s file is named', (key, file, change) => {
    const files = filesOf(full);
    const changed = runDraw({ ...files, [key]: change(files[key]) }, full.digits, sha256);
    expect(changed).toMatchObject({ code: 'FILE_CHANGED', details: { file } });
  });

  test('a changed file of a second stage is named', () => {
    const one = ceremony('second officer stage');
    const files = filesOf(one, true);
    const amendments = files.amendments.map((stage) => ({ ...stage, recusals: '' }));
    const changed = runDraw({ ...files, amendments }, one.digits, sha256);
    expect(changed).toMatchObject({ code: 'FILE_CHANGED', details: { file: 'recusals.r2.tsv' } });
  });

  test('another manifest is another commitment and another result', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (serial) => {
        const number = `2031-${String(serial).padStart(3, '0')}`;
        const files = { ...filesOf(full), manifest: full.manifest.replace('2025-003', number) };
        const other = runDraw(files, full.digits, sha256);
        expect(
          other.ok && other.value.commitment !== full.commit && other.value.resultHash !== full.result_sha256,
        ).toBe(true);
      }),
      { numRuns: 5 },
    );
  });
});

test('officers who cannot fill the seats stop the draw with the cause; the objects stand', () => {
  const full = ceremony('full example');
  const officers = full.officers_tsv.replaceAll('\t1\t', '\t0\t');
  const manifest = full.manifest.replace(sha256(full.officers_tsv), sha256(officers));
  const result = runDraw({ ...filesOf(full), officers, manifest }, full.digits, sha256);
  expect(result).toMatchObject({ code: 'SEATS_INFEASIBLE', details: { cut: { need: 40, canSupply: 0 } } });
});
