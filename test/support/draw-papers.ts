import type { DrawPaperModel } from '../../shared/features/draws/draw-paper.ts';
import type { DrawRecordModel } from '../../shared/features/draws/draw-record.document.ts';
import { ticketBox } from '../../shared/features/draws/ticket.ts';
import type { DrawnLine, DrawView, StratumLine } from '../../shared/features/draws/views.ts';
import { settingOf } from './draw-setting.ts';
import { sha256 } from './draw-vectors.ts';

const at = (minute: number) => `2026-09-07T01:${String(minute).padStart(2, '0')}:00.000Z`;
export const commitment = sha256('示例清单');
const digits = ['3141592', '6535897', '9323846'];
export const seed = [commitment, ...digits].join('|');
const box = ticketBox(`${seed}|obj|2026-001`, sha256);

const code = (n: number) => `9115078400${String(n).padStart(7, '0')}X`;
const longName = '示例额尔古纳河右岸绿色有机农畜产品精深加工与冷链物流股份有限公司';
const nameOf = (n: number) => (n % 17 === 3 ? longName : `示例第${n}机械制造有限责任公司`);

const officers = ['示例甲', '示例乙', '示例丙', '示例丁', '示例戊'];
const departments = ['工信', '工信', '应急', '消防', '市监'];

function drawnLine(n: number): DrawnLine {
  return {
    objectId: n,
    order: n,
    code: code(n),
    name: nameOf(n),
    stratum: n % 3 === 0 ? 'C' : 'B',
    kind: n === 2 ? '必检' : '随机',
    ticket: box.ticketOf(code(n)),
    batch: null,
    team: officers.map((name, seat) => ({
      seat,
      officerId: seat,
      code: `ZF00${seat}`,
      name,
      department: departments[seat] ?? '',
      candidates: seat === 3 ? 1 : 4 + seat,
    })),
  };
}

const strata = (count: number): StratumLine[] => [
  {
    stratum: 'B',
    group: '第一组',
    poolSize: count * 10,
    excluded: 2,
    mustCount: 1,
    sampleSize: count - Math.floor(count / 3),
  },
  { stratum: 'C', group: '第二组', poolSize: 13, excluded: 0, mustCount: 0, sampleSize: Math.floor(count / 3) },
];

/** A recorded draw of `count` objects in two strata, made up. */
export function sampleDraw(count: number, given: Partial<DrawView> = {}): DrawView {
  return {
    id: 1,
    number: '2026-001',
    isRehearsal: false,
    state: 'recorded',
    taskId: 1,
    taskNumber: '示工信抽查〔2026〕1号',
    taskTitle: '规模以上工业企业安全生产检查',
    commitment,
    frozenAt: at(0),
    poolSize: count * 10 + 13,
    drawnCount: count,
    setting: { ...settingOf(1), must: [code(2)] },
    place: '三楼会议室',
    supervisor: '示例监督',
    supervisorUnit: '示例市司法局行政执法协调监督股',
    operatorName: '示例经办',
    seed,
    sealedAt: at(9),
    drawnAt: at(12),
    staffedAt: at(15),
    recordedAt: at(18),
    tmin: 7,
    stage: 1,
    resultHash: sha256('示例结果'),
    ledgerHead: { seq: 128, hash: sha256('示例台账') },
    voided: null,
    witnesses: [
      ['示例见证甲', '示例纪检监察组', 'discipline', '纪检监察人员'] as const,
      ['示例见证乙', '示例企业协会', 'enterprise', '企业代表'] as const,
      ['示例见证丙', '示例社区居民委员会', 'community', '社区、群众代表'] as const,
    ].map(([name, unit, kind, identity], i) => ({
      position: i + 1,
      name,
      unit,
      kind,
      identity,
      isDice: i === 2,
      digitCount: 7,
      digits: digits[i] ?? '',
      enteredAt: at(3 + i),
      way: 'read' as const,
      rolledBy: i === 2 ? name : null,
      confirmedAt: at(8),
    })),
    echo: null,
    strata: strata(count),
    excluded: [
      { code: code(9_001), name: '示例停业的公司', stratum: 'B', excluded: 'STATUS', note: '', isMust: false },
      { code: code(9_002), name: longName, stratum: 'B', excluded: 'OTHER', note: '本月已由上级检查', isMust: false },
    ],
    drawn: Array.from({ length: count }, (_, i) => drawnLine(i + 1)),
    amendments: [],
    earlierStages: [],
    substitutions: [],
    changes: [],
    recusalCount: 3,
    officerCount: 12,
    ...given,
  };
}

export function paperModelOf(draw: DrawView): DrawPaperModel {
  const hashes = ['objects', 'officers', 'recusals', 'plan'].map((name) => `${name}\t${sha256(name)}`);
  return {
    bureau: '示例市工业和信息化局',
    draw,
    quotaText: '不少于4%',
    planItems: ['2026年度示例市部门联合“双随机、一公开”抽查计划第22项　规模以上工业企业安全生产检查'],
    basis: '《“双随机、一公开”抽查工作细则》第九条',
    manifest: `${['SSJ-1', `draw\t${draw.number}`, ...hashes, 'witnesses\t3', 'digits\t7,7,7'].join('\n')}\n`,
    quotas: new Map([
      ['B', { bp: 1_000, atLeast: 0 }],
      ['C', { bp: 500, atLeast: 0 }],
    ]),
    must: [{ code: code(2), name: nameOf(2) }],
    printedOn: '2026-09-07',
  };
}

export function recordModelOf(draw: DrawView): DrawRecordModel {
  const near = Array.from({ length: 10 }, (_, i) => ({
    rank: 16 + i,
    id: code(500 + i),
    name: nameOf(500 + i),
    ticket: box.ticketOf(code(500 + i)),
    isDrawn: i < 5,
  }));
  return {
    ...paperModelOf(draw),
    times: [
      ['冻结时间', '2026-09-07 09:00'],
      ['封存时间', '2026-09-07 09:09'],
      ['抽取时间', '2026-09-07 09:12'],
      ['排定人员时间', '2026-09-07 09:15'],
      ['笔录时间', '2026-09-07 09:18'],
    ],
    digitTimes: ['09:03:00', '09:04:00', '09:05:00'],
    barred: [
      { name: '示例己', department: '工信', reasons: '执法证已过期、无行政编制' },
      { name: '示例庚', department: '应急', reasons: '请假' },
    ],
    cutOffs: [{ stratum: 'B', tickets: near }],
  };
}
