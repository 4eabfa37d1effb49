import { hash as hashOnce } from 'node:crypto';
import { type AssignmentInput, assignSeats } from '../../../shared/features/draws/assign.ts';
import { writeManifest } from '../../../shared/features/draws/manifest.ts';
import { writePlan } from '../../../shared/features/draws/plan-file.ts';
import type { DrawFiles } from '../../../shared/features/draws/read-draw.ts';
import { writeObjects, writeOfficers } from '../../../shared/features/draws/roster-files.ts';
import { runDraw } from '../../../shared/features/draws/run-draw.ts';
import { orderOf, ticketBox } from '../../../shared/features/draws/ticket.ts';
import { benchDrawOffice } from './draw-office.ts';
import { type Figure, measureInChild, printFigure } from './measure.ts';
import { plainOrder } from './plain-order.ts';

const SEED = '01382438112797316654';
const DIGITS = ['0138243811', '2797316654'];
const ID_LINE = '91150784000000000X\n';
const SERIAL_AT = 8;

/** Makes its input before the clock starts, and gives the work to be measured; the work returns a digest of its output. */
type Work = () => () => string;

interface Comparison {
  readonly ours: Work;
  readonly reference: Work;
  /** `plain` is the same work as the specification writes it; `hashing` only hashes what has to be hashed. */
  readonly against: 'plain' | 'hashing';
}

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  'one-percent-of-1000000': ordering(1_000_000, 10_000),
  'whole-order-of-30000': ordering(30_000, 30_000),
  'whole-draw-of-30000': { ours: wholeDraw, reference: () => hashing(idsOf(30_000)), against: 'hashing' },
  'seats-1200-of-80-officers': { ours: seating, reference: () => hashing(pairsOf(seatingInput())), against: 'hashing' },
};

/** Without a figure, measures each against its reference in the same run and prints a line of JSON for it. */
export async function benchDraws(figure: string | undefined): Promise<void> {
  if (figure === 'office') return benchDrawOffice();
  if (figure !== undefined) return measureOne(figure);
  for (const [name, { against }] of Object.entries(COMPARISONS)) {
    const ours = measureInChild('draws', `ours:${name}`);
    const reference = measureInChild('draws', `reference:${name}`);
    if (against === 'plain' && ours.digest !== reference.digest) throw new Error(`${name}: not the plain result`);
    const ratio = Math.round((ours.cpuMilliseconds / reference.cpuMilliseconds) * 100) / 100;
    print({ figure: name, ...shown(ours), against, reference: shown(reference), ratio });
  }
  await benchDrawOffice();
}

function measureOne(figure: string): void {
  const [side, name = ''] = figure.split(':');
  const comparison = COMPARISONS[name];
  if (comparison === undefined) throw new Error(`no figure ${name}`);
  printFigure(side === 'ours' ? comparison.ours() : comparison.reference());
}

function ordering(pool: number, take: number): Comparison {
  const digest = (order: readonly string[]) => sha256(order.slice(0, take).join('\n'));
  return {
    ours: () => {
      const ids = idsOf(pool);
      return () => digest(orderOf(ids, SEED, sha256, take));
    },
    reference: () => {
      const ids = idsOf(pool);
      return () => digest(plainOrder(ids, SEED, sha256));
    },
    against: 'plain',
  };
}

/** Files read and checked, objects ordered, officers seated. */
function wholeDraw(): () => string {
  const files = filesOf(30_000);
  return () => {
    const outcome = runDraw(files, DIGITS, sha256);
    if (!outcome.ok) throw new Error(outcome.code);
    return outcome.value.resultHash;
  };
}

function seating(): () => string {
  const input = seatingInput();
  return () => {
    const seated = assignSeats(input, sha256);
    if (!seated.ok) throw new Error(seated.details.cause);
    return sha256(seated.value.teams.flat().join('\n'));
  };
}

/** Tight on purpose: four departments, unequal loads, recusals, and caps that leave hardly a place over. */
function seatingInput(): AssignmentInput {
  const departments = ['工信', '应急', '消防', '市监'];
  const seats = [{ dept: '工信', leader: true }, { dept: '工信' }, { dept: '应急' }, { dept: '消防' }];
  return {
    objects: idsOf(300).map((id) => ({ id, seats })),
    officers: Array.from({ length: 80 }, (_, index) => ({
      id: `ZF${String(index).padStart(3, '0')}`,
      name: `示例${index}`,
      department: departments[index < 40 ? 0 : 1 + (index % 3)]!,
      leader: index % 3 === 0,
      scopes: [],
      base: (index * 7) % 11,
      cap: 30,
    })),
    recused: (officer, object) => (Number(officer.slice(2)) * 31 + Number(object.slice(8, 17))) % 13 === 0,
    seed: SEED,
    band: 1,
    slack: 0,
  };
}

/** Every seat with every officer: what a ticket each costs. */
function pairsOf({ objects, officers }: AssignmentInput): string[] {
  return objects.flatMap(({ id, seats }) => seats.flatMap((_, k) => officers.map((one) => `${id}|${k}|${one.id}`)));
}

function hashing(ids: readonly string[]): () => string {
  return () => {
    const box = ticketBox(SEED, sha256);
    return String(ids.reduce((sum, id) => sum + box.headOf(id), 0));
  };
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

/** Made-up ids of the length of a 统一社会信用代码, in order; flat strings, as they come out of a file. */
function idsOf(count: number): string[] {
  const file = Buffer.alloc(count * ID_LINE.length, ID_LINE);
  for (let index = 0; index < count; index++) {
    file.write(String(index).padStart(9, '0'), index * ID_LINE.length + SERIAL_AT, 'latin1');
  }
  return file.toString('latin1').trimEnd().split('\n');
}

function shown({ milliseconds, cpuMilliseconds, peakMib }: Figure) {
  return { milliseconds, cpuMilliseconds, peakMib };
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function sha256(text: string): string {
  return hashOnce('sha256', text);
}
