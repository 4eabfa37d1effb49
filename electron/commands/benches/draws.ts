import { hash as hashOnce } from 'node:crypto';
import { writeManifest } from '../../../shared/features/draws/manifest.ts';
import { writePlan } from '../../../shared/features/draws/plan-file.ts';
import type { DrawFiles } from '../../../shared/features/draws/read-draw.ts';
import { writeObjects, writeOfficers } from '../../../shared/features/draws/roster-files.ts';
import { runDraw } from '../../../shared/features/draws/run-draw.ts';
import { orderOf } from '../../../shared/features/draws/ticket.ts';
import { measureInChild, printFigure } from './measure.ts';
import { plainOrder } from './plain-order.ts';

const SEED = '01382438112797316654';
const DIGITS = ['0138243811', '2797316654'];
const ORDERS = { 'one-percent-of-1000000': [1_000_000, 10_000], 'one-percent-of-30000': [30_000, 300] } as const;
const WHOLE_DRAW = 'whole-draw-of-30000';

/** Without a figure, measures all of them against the plain version of the same run and prints a line each. */
export function benchDraws(figure: string | undefined): void {
  if (figure === undefined) measureAll();
  else if (figure === WHOLE_DRAW) measureDraw();
  else measureOrder(figure);
}

function measureAll(): void {
  for (const name of Object.keys(ORDERS)) {
    const fast = measureInChild('draws', `fast:${name}`);
    const plain = measureInChild('draws', `plain:${name}`);
    if (fast.digest !== plain.digest) throw new Error(`${name}: the fast path differs from the plain version`);
    const timesFaster = Math.round((plain.milliseconds / fast.milliseconds) * 10) / 10;
    print({ figure: name, ...shown(fast), plain: shown(plain), timesFaster });
  }
  print({ figure: WHOLE_DRAW, ...shown(measureInChild('draws', WHOLE_DRAW)) });
}

function measureDraw(): void {
  const files = filesOf(30_000);
  printFigure(() => {
    const outcome = runDraw(files, DIGITS, sha256);
    if (!outcome.ok) throw new Error(outcome.code);
    return outcome.value.resultHash;
  });
}

function measureOrder(figure: string): void {
  const [way, name] = figure.split(':') as ['fast' | 'plain', keyof typeof ORDERS];
  const [pool, take] = ORDERS[name];
  const ids = idsOf(pool);
  const order = way === 'fast' ? orderOf : plainOrder;
  printFigure(() => sha256(order(ids, SEED, sha256).slice(0, take).join('\n')));
}

function filesOf(pool: number): DrawFiles {
  const objects = writeObjects(idsOf(pool).map((id, index) => ({ id, stratum: 'ABCD'.charAt(index % 4) })));
  const officers = writeOfficers(
    Array.from({ length: 20 }, (_, index) => ({
      id: `ZF${String(index).padStart(3, '0')}`,
      name: `示例${index}`,
      department: '工信',
      leader: index % 2 === 0,
      scopes: ['工业'],
      base: index % 5,
      cap: 200,
    })),
  );
  const plan = writePlan({
    strata: { A: { bp: 100 }, B: { bp: 100 }, C: { bp: 200 }, D: { bp: 400 } },
    team: [{ dept: '工信', leader: true }, { dept: '工信' }],
  });
  const hashes = { objects: sha256(objects), officers: sha256(officers), recusals: sha256(''), plan: sha256(plan) };
  const manifest = writeManifest({ rehearsal: true, number: 'YL2026-001', digits: [10, 10], ...hashes });
  return { manifest, objects, officers, recusals: '', plan, amendments: [] };
}

/** Made-up ids of the length of a 统一社会信用代码, in order. */
function idsOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `91150784${String(index).padStart(9, '0')}X`);
}

function shown({ milliseconds, peakMib }: { readonly milliseconds: number; readonly peakMib: number }) {
  return { milliseconds, peakMib };
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function sha256(text: string): string {
  return hashOnce('sha256', text);
}
