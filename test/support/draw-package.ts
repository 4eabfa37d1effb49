import { writeAmendment, writeManifest } from '../../shared/features/draws/manifest.ts';
import { writeLineChecks, writeSums } from '../../shared/features/draws/package-index.ts';
import { type PlanText, writePlan } from '../../shared/features/draws/plan-file.ts';
import {
  type ListedOfficer,
  writeObjects,
  writeOfficers,
  writeRecusals,
} from '../../shared/features/draws/roster-files.ts';
import { runDraw } from '../../shared/features/draws/run-draw.ts';
import { makeUscc } from '../../shared/kernel/uscc.ts';
import { sha256 } from './draw-vectors.ts';

/** The files of a 验证包 by name. */
export type Package = Readonly<Record<string, string | Buffer>>;
export type Texts = Readonly<Record<string, string>>;

/** What is signed on paper. */
export interface Signed {
  readonly seed: string;
  readonly resultHash: string;
}

const ids = Array.from({ length: 60 }, (_, n) => makeUscc('91150784', n)).sort();
const stratumOf = (n: number) => (n < 30 ? 'A' : n < 46 ? 'B' : n < 54 ? 'C' : 'D');

const officer = (n: number, part: Partial<ListedOfficer>): ListedOfficer => ({
  id: `ZF00${n}`,
  name: `示例${'甲乙丙丁戊己庚辛'.charAt(n)}`,
  department: '工信',
  leader: false,
  scopes: ['工业'],
  base: n % 3,
  cap: 12,
  ...part,
});
const officers = [
  officer(0, { leader: true }),
  officer(1, { leader: true, scopes: ['工业', '民爆'] }),
  officer(2, { leader: true }),
  officer(3, {}),
  officer(4, {}),
  officer(5, { scopes: ['民爆'] }),
  officer(6, { department: '应急', scopes: [] }),
  officer(7, { department: '应急', scopes: ['危化'] }),
];

export const plan: PlanText = {
  strata: { A: { bp: 1_000, must: [ids[3]!] }, B: { bp: 2_000, min: 4 }, C: { count: 3 }, D: { bp: 5_000 } },
  exclude: [
    [ids[7]!, 'CAP-ITEM'],
    [ids[40]!, 'STATUS'],
  ],
  team: [
    { dept: '工信', leader: true },
    { dept: '工信', qual: '工业' },
  ],
  joint: { extra: [{ dept: '应急' }], grade: 'D' },
  band: 2,
  slack: 1,
};

const recusals = [
  { officer: 'ZF001', object: ids[50]!, reason: '02' },
  { officer: 'ZF003', object: ids[3]!, reason: '01' },
  { officer: 'ZF006', object: ids[55]!, reason: '01' },
];

/** A draw with everything in it: strata, 必检, exclusions, a joint grade, recusals, and a second officer stage. */
export const sampleTexts: Texts = committed({
  'objects.tsv': writeObjects(ids.map((id, n) => ({ id, stratum: stratumOf(n) }))),
  'officers.tsv': writeOfficers(officers.slice(1)),
  'recusals.tsv': writeRecusals(recusals),
  'plan.json': writePlan(plan),
  'digits.txt': '3141592\n6535897\n9323846\n',
  'officers.r2.tsv': writeOfficers(officers),
  'recusals.r2.tsv': writeRecusals(recusals.slice(1)),
  '过程记录.txt': '随机抽取过程记录\n抽取编号：2026-001\n',
});

export const samplePackage: Texts = indexed(sampleTexts);
export const signedOfSample: Signed = signedOf(sampleTexts);

/** With the manifest, the amendments and the result that belong to these texts: what a careful forger would write. */
export function committed(texts: Texts, number = '2026-001'): Texts {
  const { 'manifest.txt': _, 'result.tsv': __, ...rest } = texts;
  const amends = stagesIn(rest).map((stage) => {
    const hashes = {
      officers: sha256(rest[`officers.r${stage}.tsv`]!),
      recusals: sha256(rest[`recusals.r${stage}.tsv`]!),
    };
    return [`amend-r${stage}.txt`, writeAmendment(hashes)] as const;
  });
  const manifest = writeManifest({
    rehearsal: number.startsWith('YL'),
    number,
    objects: sha256(rest['objects.tsv']!),
    officers: sha256(rest['officers.tsv']!),
    recusals: sha256(rest['recusals.tsv']!),
    plan: sha256(rest['plan.json']!),
    digits: digitsOf(rest).map((digits) => digits.length),
  });
  const all = { ...rest, ...Object.fromEntries(amends), 'manifest.txt': manifest };
  const { resultText } = outcomeOf(all);
  return { ...all, 'result.tsv': resultText };
}

/** With lines.txt and SHA256SUMS for these texts. */
export function indexed(texts: Texts): Texts {
  const { SHA256SUMS: _, 'lines.txt': __, ...rest } = texts;
  const all: Texts = { ...rest, 'lines.txt': writeLineChecks(new Map(Object.entries(rest)), sha256) };
  return { ...all, SHA256SUMS: writeSums(Object.entries(all).map(([name, text]) => [name, sha256(text)])) };
}

function signedOf(texts: Texts): Signed {
  const { seed, resultHash } = outcomeOf(texts);
  return { seed, resultHash };
}

function outcomeOf(texts: Texts) {
  const text = (name: string) => texts[name]!;
  const files = {
    manifest: text('manifest.txt'),
    objects: text('objects.tsv'),
    officers: text('officers.tsv'),
    recusals: text('recusals.tsv'),
    plan: text('plan.json'),
    amendments: stagesIn(texts).map((stage) => ({
      officers: text(`officers.r${stage}.tsv`),
      recusals: text(`recusals.r${stage}.tsv`),
      amend: text(`amend-r${stage}.txt`),
    })),
  };
  const outcome = runDraw(files, digitsOf(texts), sha256);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

function stagesIn(texts: Texts): number[] {
  return [2, 3].filter((stage) => `officers.r${stage}.tsv` in texts);
}

function digitsOf(texts: Texts): string[] {
  return texts['digits.txt']!.trimEnd().split('\n');
}
