import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { writeManifest } from '../../../shared/features/draws/manifest.ts';
import { writePlan } from '../../../shared/features/draws/plan-file.ts';
import {
  writeDigits,
  writeObjects,
  writeOfficers,
  writeRecusals,
} from '../../../shared/features/draws/roster-files.ts';
import { runDraw } from '../../../shared/features/draws/run-draw.ts';
import { inFolder } from '../../support/draw-folder.ts';
import { sha256 } from '../../support/draw-vectors.ts';
import { fc } from '../../support/properties.ts';

const script = fileURLToPath(new URL('../../../resources/verify/verify.py', import.meta.url));

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

test('任意一次抽取，verify.py与本程序结论相同：能排满的一致，排不满的同样排不满', async () => {
  const seen = { equal: 0, infeasible: 0 };
  await fc.assert(
    fc.asyncProperty(draw, async ({ strata, officers, recusals, bp, joint, qual, band, slack, digits }) => {
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
      const hashes = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, sha256(text)]));
      const manifest = writeManifest({
        rehearsal: false,
        number: '2026-001',
        digits: [10, 10],
        ...(hashes as typeof texts),
      });
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
      const run = await inFolder(files, (folder) => spawnSync('python3', [script, folder], { encoding: 'utf8' }));
      if (outcome.ok) {
        seen.equal += 1;
        expect(run.stderr).toBe('');
        expect(run.stdout).toContain(`最低负荷上限 ${outcome.value.tmin}。`);
      } else {
        seen.infeasible += 1;
        expect(outcome.code).toBe('SEATS_INFEASIBLE');
      }
      expect(run.status).toBe(outcome.ok ? 0 : 2);
    }),
    { numRuns: 60, seed: 20260907 },
  );
  expect(Math.min(seen.equal, seen.infeasible)).toBeGreaterThan(5);
});
