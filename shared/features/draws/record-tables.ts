import type { Block } from '../../kernel/document.ts';
import { officerOutReasons } from './changes.ts';
import type { CutOff, RankedTicket } from './cut-off.ts';
import { takingWays } from './digits.ts';
import { groupName, note } from './draw-paper.ts';
import { passReasons, replaceReasons } from './substitute.ts';
import type { DrawnLine, DrawView, SeatLine } from './views.ts';

/** An officer of the roster who took no part, with the reasons in words. */
export interface BarredOfficer {
  readonly name: string;
  readonly department: string;
  readonly reasons: string;
}

/** A cut-off with the names as frozen. */
export interface NamedCutOff extends Pick<CutOff, 'stratum'> {
  readonly tickets: readonly (RankedTicket & { readonly name: string })[];
}

const SMALL = 9;
/** Tickets have 66 to 80 characters; at this size two lines hold them. */
const TICKET_SIZE = 7.5;

/** Who of the roster took no part, and why. Draws from before this was kept have no list. */
export function barredBlocks(barred: readonly BarredOfficer[]): Block[] {
  if (barred.length === 0) return [];
  return [
    note(`冻结时名录中不参加的执法人员${barred.length}名：`),
    {
      kind: 'table',
      size: SMALL,
      columns: [
        { title: '序', width: 1, align: 'center' },
        { title: '姓名', width: 3 },
        { title: '部门', width: 3 },
        { title: '不参加的原因', width: 9 },
      ],
      rows: barred.map(({ name, department, reasons }, i) => [String(i + 1), name, department, reasons]),
    },
  ];
}

/** Who gave which digits, in announced order, and when they were entered. */
export function digitsTable({ witnesses }: DrawView, times: readonly string[]): Block {
  return {
    kind: 'table',
    size: SMALL,
    columns: [
      { title: '序', width: 1, align: 'center' },
      { title: '见证人', width: 2.6 },
      { title: '单位', width: 4 },
      { title: '身份', width: 3 },
      { title: '取数', width: 2.2, align: 'center' },
      { title: '公布的数字', width: 4 },
      { title: '录入时间', width: 2.4, align: 'center' },
    ],
    rows: witnesses.map(({ position, name, unit, identity, isDice, digits, way, rolledBy }, i) => [
      String(position),
      name,
      unit,
      identity,
      [
        isDice ? `掷骰${rolledBy === null || rolledBy === name ? '' : `（${rolledBy}掷）`}` : '公布',
        way === null ? '' : takingWays[way],
      ]
        .filter((part) => part !== '')
        .join('\n'),
      digits ?? '未公布',
      times[i] ?? '',
    ]),
  };
}

/** The tickets on both sides of each cut-off, whole: who just came in and who just did not. */
export function cutOffBlocks(cutOffs: readonly NamedCutOff[], draw: DrawView): Block[] {
  const nameOf = groupNames(draw);
  return cutOffs.flatMap(({ stratum, tickets }): Block[] => [
    note(
      `${nameOf(stratum)}：截止线前最后${tickets.filter(({ isDrawn }) => isDrawn).length}户和其后${tickets.filter(({ isDrawn }) => !isDrawn).length}户，必检不在内。`,
    ),
    {
      kind: 'table',
      size: SMALL,
      columns: [
        { title: '位次', width: 1.1, align: 'center' },
        { title: '对象', width: 5.2 },
        { title: '票号', width: 5.7, size: TICKET_SIZE },
        { title: '结果', width: 2.2, align: 'center' },
      ],
      rows: tickets.map(({ rank, name, id, ticket, isDrawn }) => [
        String(rank),
        `${name}\n${id}`,
        ticket,
        isDrawn ? '抽中' : `未抽中\n递补第${rank - firstReserve(tickets) + 1}位`,
      ]),
    },
  ]);
}

function firstReserve(tickets: readonly RankedTicket[]): number {
  return tickets.find(({ isDrawn }) => !isDrawn)?.rank ?? 1;
}

/** Every drawn object in meeting order with its whole ticket. */
export function drawnTable(draw: DrawView): Block[] {
  const { drawn, setting, drawnAt } = draw;
  if (drawnAt === null) return [note('尚未抽取。')];
  const isBatch = setting.mode === 'batch';
  const nameOf = groupNames(draw);
  const must = drawn.filter(({ kind }) => kind === '必检').length;
  return [
    note(
      isBatch
        ? `共${drawn.length}户，按票号排序，每批${setting.batchSize}户。`
        : `共${drawn.length}户，其中随机抽取${drawn.length - must}户、必检（非随机）${must}户，按票号排列。`,
    ),
    {
      kind: 'table',
      size: SMALL,
      columns: [
        { title: '序', width: 1.1, align: 'center' },
        { title: '检查对象', width: 5.2 },
        { title: '组别', width: 2.5, align: 'center' },
        { title: isBatch ? '批次' : '方式', width: 1.3, align: 'center' },
        { title: '票号', width: 6.1, size: TICKET_SIZE },
      ],
      rows: drawn.map(({ order, name, code, stratum, kind, batch, ticket }) => [
        String(order),
        `${name}\n${code}`,
        nameOf(stratum),
        isBatch ? String(batch ?? '') : kind,
        ticket,
      ]),
    },
  ];
}

/** 组长 and members of every object, with how many could have had each seat. */
export function teamsTable({ drawn }: DrawView): Block {
  return {
    kind: 'table',
    size: SMALL,
    columns: [
      { title: '序', width: 1.1, align: 'center' },
      { title: '检查对象', width: 4.2 },
      { title: '组长', width: 3.3 },
      { title: '组员', width: 7.9 },
    ],
    rows: drawn.map(({ order, name, team }) => {
      const [leader, ...members] = team;
      return [String(order), name, leader === undefined ? '' : saySeat(leader), members.map(saySeat).join('、')];
    }),
  };
}

function saySeat({ name, department, candidates }: SeatLine): string {
  return `${name}（${department}，${candidates === 1 ? '唯一人选' : `${candidates}选1`}）`;
}

/** What came after the drawing: further officer stages with the teams before them, and 替补. */
export function laterBlocks(draw: DrawView): Block[] {
  return [...amendmentBlocks(draw), ...earlierBlocks(draw), ...substitutionBlocks(draw)];
}

function amendmentBlocks({ amendments, changes }: DrawView): Block[] {
  const out = changes.filter(({ kind, state }) => kind === 'officers' && state === 'approved').toReversed();
  return [
    ...amendments.map(({ stage, reason, cause, proposedBy, approvedBy }): Block => {
      const who = proposedBy === '' ? '' : `提出人${proposedBy}，批准人${approvedBy}。`;
      return note(
        `人员名单第${stage}次公布：${reason}。${cause === '' ? '' : `此前：${cause}`}${who}已抽中的对象和种子不变，只重抽人员。`,
      );
    }),
    ...out.map(({ note: found, officersOut }): Block => {
      const names = officersOut.map(({ name, reason }) => `${name}（${officerOutReasons[reason]}）`).join('、');
      return note(`更换检查人员：${names}。${found}`);
    }),
  ];
}

function earlierBlocks({ earlierStages }: DrawView): Block[] {
  return earlierStages.flatMap(({ stage, tmin, resultHash, teams }): Block[] => [
    note(`第${stage}次人员抽取的结果（负荷上限${tmin}户），已由后一次代替，留存：`),
    {
      kind: 'table',
      size: SMALL,
      columns: [
        { title: '序', width: 1.1, align: 'center' },
        { title: '检查对象', width: 5 },
        { title: '检查人员（首位为组长）', width: 10 },
      ],
      rows: teams.map(({ order, name, officers }) => [String(order), name, officers.join('、')]),
    },
    { kind: 'hex', label: `第${stage}次的结果哈希`, text: resultHash },
  ]);
}

function substitutionBlocks(draw: DrawView): Block[] {
  const { substitutions } = draw;
  if (substitutions.length === 0) return [];
  const nameOf = groupNames(draw);
  return [
    note(`替补${substitutions.length}户，由同组递补次序依次补入，不另取数：`),
    {
      kind: 'table',
      size: SMALL,
      columns: [
        { title: '组别', width: 1.9, align: 'center' },
        { title: '退出的对象和原因', width: 5.2 },
        { title: '补入的对象', width: 5.2 },
        { title: '票号', width: 3.6, size: TICKET_SIZE },
      ],
      rows: substitutions.map((line) => [
        nameOf(line.stratum),
        `${line.outName}\n${line.outCode}\n${replaceReasons[line.reason]}：${line.note}${line.document === '' ? '' : `（${line.document}）`}\n提出${line.by}，批准${line.approvedBy}`,
        incoming(line),
        line.ticket ?? '',
      ]),
    },
  ];
}

function incoming({ inName, inCode, place, alone, passed, team }: DrawView['substitutions'][number]): string {
  const over = passed.map(
    (one) => `递补第${one.place}位${one.name}跳过：${passReasons[one.reason]}${one.note === '' ? '' : `，${one.note}`}`,
  );
  if (inName === null) {
    return [alone === 'must' ? '必检对象，无替补' : '同组已无递补对象', ...over].join('\n');
  }
  const officers = team.map(({ name, department }) => `${name}（${department}）`).join('、');
  return [`${inName}\n${inCode}`, `递补第${place}位`, ...over, officers === '' ? '' : `检查组：${officers}`]
    .filter((part) => part !== '')
    .join('\n');
}

function groupNames({ strata }: DrawView): (stratum: DrawnLine['stratum']) => string {
  const names = new Map(strata.map((line) => [line.stratum, groupName(line, true)]));
  return (stratum) => names.get(stratum) ?? stratum;
}
