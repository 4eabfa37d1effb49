import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ObjectEntry } from '../../../shared/features/rosters/entries.ts';
import { objectStatuses } from '../../../shared/features/rosters/object-columns.ts';
import { makeUscc } from '../../../shared/kernel/uscc.ts';
import { latestVersion, migrate, readMigrations } from '../../database/migrate.ts';
import { type Db, openDatabase } from '../../database/open.ts';

const MIGRATIONS = fileURLToPath(new URL('../../database/migrations', import.meta.url));

/** Opens an empty database in a temporary folder for `work`, and takes the folder away afterwards. */
export function withTemporaryDatabase(work: (db: Db) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'mingqian-bench-'));
  const migrations = readMigrations(MIGRATIONS);
  const opened = openDatabase(join(folder, 'mingqian.db'), latestVersion(migrations));
  if (!opened.ok) throw new Error(opened.code);
  try {
    migrate(opened.value, migrations, () => undefined);
    work(opened.value);
  } finally {
    opened.value.close();
    rmSync(folder, { recursive: true });
  }
}

const places = ['额尔古纳市', '呼伦贝尔市', '根河市', '牙克石市', '满洲里市', '海拉尔区'];
const words = '工源长兴重山乐行宝会石油南北金大广厦和家食合蒙牛草原华能伊利东升新区安达永丰恒泰'.match(/../g) ?? [];
const trades = [
  '矿业',
  '食品',
  '农机',
  '商贸',
  '建材',
  '物流',
  '化工',
  '能源',
  '木业',
  '乳业',
  '粮油',
  '机械',
  '电力',
  '酒店',
];
const forms = ['有限责任公司', '有限公司', '厂', '经营部', '专业合作社', '股份有限公司'];
const digits = '零壹贰叁肆伍陆柒捌玖';

/** A made-up entry: the same number gives the same entry. */
export function sampleEntry(n: number): ObjectEntry {
  const pick = <T>(from: readonly T[], salt: number) => from[scatter(n, salt) % from.length] as T;
  const serial = Array.from(String(n), (digit) => digits.charAt(Number(digit))).join('');
  const trade = pick(trades, 4);
  return {
    name: `示例${pick(places, 1)}${pick(words, 2)}${pick(words, 3)}${serial}${trade}${pick(forms, 5)}`,
    code: makeUscc('91150784', n),
    kind: scatter(n, 6) % 4 === 0 ? '个体工商户' : '企业',
    address: `额尔古纳市示例街道示例路${scatter(n, 7) % 9_000}号`,
    principal: `示例${digits.charAt(scatter(n, 8) % 10)}${digits.charAt(scatter(n, 9) % 10)}`,
    phone: `138${String(scatter(n, 10) % 100_000_000).padStart(8, '0')}`,
    industry: `${trade}示例行业${scatter(n, 11) % 20}`,
    town: `示例${scatter(n, 12) % 20}苏木`,
    registrar: '额尔古纳市市场监督管理局',
    establishedOn: `20${String(10 + (scatter(n, 13) % 15))}-0${1 + (scatter(n, 14) % 9)}-1${scatter(n, 15) % 10}`,
    status: scatter(n, 16) % 10 < 7 ? '存续' : pick(objectStatuses, 17),
    aboveScale: scatter(n, 18) % 20 === 0,
    priority: scatter(n, 19) % 10 === 0,
    tags: scatter(n, 20) % 5 === 0 ? ['危化', '重点用能'] : [],
    licences: scatter(n, 21) % 10 === 0 ? [{ name: '安全生产许可证', number: `示安${n}`, until: '2028-12-31' }] : [],
  };
}

/** A number below 2^31 that looks like chance and never changes (the finaliser of MurmurHash3). */
function scatter(n: number, salt: number): number {
  let mixed = Math.imul(n, 31) + Math.imul(salt, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & 0x7fffffff;
}
