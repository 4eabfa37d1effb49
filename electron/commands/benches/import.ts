import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { makeUscc } from '../../../shared/kernel/uscc.ts';
import { openHouse } from '../../app/house.ts';
import { sourcePlaces, sourceWorker } from '../../app/places.ts';
import { parseWorkbook } from '../../workbooks/parse.ts';
import { type DemoOffice, must, openDemoOffice } from '../demo/demo-office.ts';
import { measureInChild } from './measure.ts';

const ROWS = 100_000;
const HEADINGS = [
  ...['名称', '统一社会信用代码', '地址', '负责人姓名', '联系方式', '类型'],
  ...['行业', '所属乡镇苏木', '成立日期', '状态', '规模以上', '监管标签'],
];
const TRADES = ['机械制造', '农产品加工', '建材', '热力', '乳品', '木业', '矿业', '印务', '制药', '水泥'];
const GOALS = { total: 20_000, peakMib: 600 } as const;

/** What a child tells: milliseconds of each step, and the peak resident memory of the whole process. */
interface Told {
  readonly milliseconds: Readonly<Record<string, number>>;
  /** The longest the main thread did not answer, in milliseconds, by step. */
  readonly stalls?: Readonly<Record<string, number>>;
  /** The peak up to the end of each step. */
  readonly peaks?: Readonly<Record<string, number>>;
  readonly peakMib: number;
}

/**
 * Makes a workbook of 100,000 × 12, imports it into an empty office through the program itself, undoes it, and reads it
 * with exceljs' plain reader for comparison: each in a process of its own, a JSON line per figure.
 */
export async function benchImport(figure: string | undefined): Promise<void> {
  if (figure === undefined) return measureAll();
  const [way, file = ''] = figure.split(':');
  const told =
    way === 'program' ? await importThrough(file) : way === 'read' ? await readAlone(file) : await plainRead(file);
  process.stdout.write(`${JSON.stringify(told)}\n`);
}

async function measureAll(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingqian-bench-'));
  try {
    const file = join(folder, 'objects.xlsx');
    await makeWorkbook(file);
    const plain = measureInChild<Told>('import', `plain:${file}`);
    const read = measureInChild<Told>('import', `read:${file}`);
    const { milliseconds, stalls = {}, peaks = {}, peakMib } = measureInChild<Told>('import', `program:${file}`);
    const total = (milliseconds.check ?? 0) + (milliseconds.confirm ?? 0);
    const plainMs = plain.milliseconds.read ?? 1;
    print({ figure: 'import.plain-reader', milliseconds: plainMs, peakMib: plain.peakMib });
    print({ figure: 'import.read', ...read, milliseconds: read.milliseconds.read });
    for (const [step, ms] of Object.entries(milliseconds))
      print({ figure: `import.${step}`, milliseconds: ms, longestStall: stalls[step], peakMib: peaks[step] });
    print({ figure: 'import.total', milliseconds: total, goal: GOALS.total, timesPlainReader: ratio(total, plainMs) });
    const whole = peaks.confirm ?? peakMib;
    print({
      figure: 'import.memory',
      peakMib: whole,
      goal: GOALS.peakMib,
      timesPlainReader: ratio(whole, plain.peakMib),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ratio(one: number, other: number): number {
  return Math.round((one / other) * 100) / 100;
}

async function makeWorkbook(filename: string): Promise<void> {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ filename, useStyles: true, useSharedStrings: true });
  const sheet = book.addWorksheet('检查对象名录');
  sheet.addRow(HEADINGS).commit();
  for (let i = 1; i <= ROWS; i += 1) sheet.addRow(rowOf(i)).commit();
  sheet.commit();
  await book.commit();
}

function rowOf(i: number): string[] {
  const trade = TRADES[i % TRADES.length] ?? '';
  return [
    `示例第${i}号${trade}有限责任公司`,
    makeUscc('91150784', i),
    `额尔古纳市示例镇工业街${i}号`,
    `示例${i % 977}`,
    `138${String(10_000_000 + i).padStart(8, '0')}`,
    '企业',
    trade,
    `示例${i % 7}苏木`,
    '2020-01-31',
    '存续',
    i % 3 === 0 ? '是' : '否',
    i % 5 === 0 ? '重点关注、安全生产' : '安全生产',
  ];
}

/** exceljs' whole-file reader, the plain way to read a workbook. */
async function plainRead(file: string): Promise<Told> {
  const started = performance.now();
  await new exceljs.Workbook().xlsx.readFile(file);
  return { milliseconds: { read: since(started) }, peakMib: peak() };
}

async function readAlone(file: string): Promise<Told> {
  const bytes = new Uint8Array(readFileSync(file));
  const started = performance.now();
  const result = await parseWorkbook(bytes);
  if (!result.ok) throw new Error(result.code);
  return { milliseconds: { read: since(started) }, peakMib: peak() };
}

/** Check (read, check, compare), confirm, check the same file once more against the full roster, undo. */
async function importThrough(file: string): Promise<Told> {
  const data = mkdtempSync(join(tmpdir(), 'mingqian-bench-data-'));
  const options = {
    places: sourcePlaces(data),
    workerEntry: sourceWorker,
    passwordCost: 2 ** 10,
    restart: () => undefined,
  };
  const house = openHouse(options);
  if (!house.ok) throw new Error(house.code);
  try {
    const office = await openDemoOffice(house.value.app);
    await office.signIn();
    return await timed(office, new Uint8Array(readFileSync(file)));
  } finally {
    await house.value.close();
    rmSync(data, { recursive: true, force: true });
  }
}

async function timed(office: DemoOffice, bytes: Uint8Array): Promise<Told> {
  const milliseconds: Record<string, number> = {};
  const stalls: Record<string, number> = {};
  const peaks: Record<string, number> = {};
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const watch = watchStalls();
    const started = performance.now();
    const value = await work();
    milliseconds[name] = since(started);
    stalls[name] = watch();
    peaks[name] = peak();
    return value;
  };
  const { rosters } = office.as('operator');
  const stage = () => office.stage('operator', '/uploads/rosters/objects', bytes, 'objects.xlsx');
  const id = await step('check', stage);
  const { batchId, added } = must(await step('confirm', () => rosters.confirmImport.mutate({ id })));
  if (added !== ROWS) throw new Error(`only ${added} rows were imported`);
  await step('check-again', stage);
  must(await step('undo', () => rosters.undoImport.mutate({ id: batchId, reason: '示例' })));
  return { milliseconds, stalls, peaks, peakMib: peak() };
}

/** How long the thread was ever too busy for a timer of ten milliseconds. */
function watchStalls(): () => number {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 10);
    last = now;
  }, 10);
  return () => {
    clearInterval(timer);
    return Math.round(Math.max(longest, performance.now() - last - 10));
  };
}

function since(started: number): number {
  return Math.round(performance.now() - started);
}

function peak(): number {
  return Math.round(process.resourceUsage().maxRSS / 1_024);
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
