import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { writeManifest } from '../../../shared/features/draws/manifest.ts';
import { writePlan } from '../../../shared/features/draws/plan-file.ts';
import {
  writeDigits,
  writeObjects,
  writeOfficers,
  writeRecusals,
} from '../../../shared/features/draws/roster-files.ts';
import { runDraw } from '../../../shared/features/draws/run-draw.ts';
import { sha256 } from '../../support/draw-vectors.ts';
import { fc } from '../../support/properties.ts';
import { verifyAll } from '../../support/verify-py.ts';

const page = readFileSync(new URL('../../../resources/verify/verify.html', import.meta.url), 'utf8');

type PageVerify = (
  files: ReadonlyMap<string, Uint8Array>,
  show: object,
  tell: () => Promise<void>,
) => Promise<{ readonly resultHash: string; readonly difference: string | null }>;

/** What verify.html computes, without its page: the script down to where it touches the document. */
const computing = page.slice(page.indexOf("'use strict';"), page.indexOf('// ---- The page'));
const verifyInPage = new Function(`${computing}; return verify;`)() as PageVerify;
const nothing = new Proxy({}, { get: () => () => undefined });

/** The result hash, or what verify.html says is wrong. */
async function pageSays(files: Readonly<Record<string, string>>): Promise<string> {
  const bytes = new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]));
  try {
    const { difference, resultHash } = await verifyInPage(bytes, nothing, async () => undefined);
    return difference ?? resultHash;
  } catch (error) {
    return (error as Error).message;
  }
}

const officer = fc.record({
  department: fc.constantFrom('工信', '应急'),
  leader: fc.boolean(),
  scopes: fc.subarray(['工业', '安全']),
  base: fc.nat(3),
  cap: fc.integer({ min: 1, max: 6 }),
});

const draw = fc.record({
  strata: fc.array(fc.constantFrom('A', 'B'), { minLength: 2, maxLength: 25 }),
  officers: fc.array(officer, { minLength: 2, maxLength: 8 }),
  recusals: fc.uniqueArray(fc.tuple(fc.nat(7), fc.nat(24)), { maxLength: 8, selector: String }),
  bp: fc.integer({ min: 500, max: 6_000 }),
  joint: fc.option(fc.constantFrom('A', 'B'), { nil: undefined }),
  qual: fc.constantFrom('', '工业'),
  band: fc.nat(2),
  slack: fc.nat(1),
  digits: fc.stringMatching(/^[0-9]{20}$/),
});

const drawn = fc.sample(draw, 60).map(({ strata, officers, recusals, bp, joint, qual, band, slack, digits }) => {
  const texts = {
    objects: writeObjects(strata.map((stratum, n) => ({ id: `O${n}`, stratum }))),
    officers: writeOfficers(officers.map((one, n) => ({ id: `P${n}`, name: `示例${n}`, ...one }))),
    recusals: writeRecusals(recusals.map(([p, o]) => ({ officer: `P${p}`, object: `O${o}`, reason: 'R1' }))),
    plan: writePlan({
      strata: { A: { bp, min: 1 }, B: { bp } },
      team: [{ dept: '工信', leader: true }, { ...(qual && { qual }) }],
      ...(joint && { joint: { extra: [{ dept: '应急' }], grade: joint } }),
      band,
      slack,
    }),
  };
  const hashes = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, sha256(text)])) as typeof texts;
  const manifest = writeManifest({ rehearsal: false, number: '2026-001', digits: [10, 10], ...hashes });
  const given = [digits.slice(0, 10), digits.slice(10)];
  const outcome = runDraw({ manifest, ...texts, amendments: [] }, given, sha256);
  const files = {
    'manifest.txt': manifest,
    'objects.tsv': texts.objects,
    'officers.tsv': texts.officers,
    'recusals.tsv': texts.recusals,
    'plan.json': texts.plan,
    'digits.txt': writeDigits(given),
    ...(outcome.ok && { 'result.tsv': outcome.value.resultText }),
  };
  return { outcome, files };
});

describe('任意一次抽取，与本程序结论相同：能排满的一致，排不满的同样排不满', () => {
  test('这些抽取中两种都有', () => {
    const feasible = drawn.filter(({ outcome }) => outcome.ok).length;
    expect(Math.min(feasible, drawn.length - feasible)).toBeGreaterThan(5);
    for (const { outcome } of drawn) if (!outcome.ok) expect(outcome.code).toBe('SEATS_INFEASIBLE');
  });

  test('verify.py', () => {
    for (const [index, { code, told, said }] of verifyAll(drawn).entries()) {
      const { outcome } = drawn[index]!;
      expect([code, told]).toEqual(outcome.ok ? [0, ''] : [2, expect.stringMatching(/^人员无法排满/)]);
      if (outcome.ok) expect(said).toContain(`最低负荷上限 ${outcome.value.tmin}。`);
    }
  });

  test('verify.html', async () => {
    for (const { outcome, files } of drawn) {
      expect(await pageSays(files)).toMatch(outcome.ok ? outcome.value.resultHash : /^人员无法排满/);
    }
  });
});
