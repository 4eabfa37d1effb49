import type { Block, PrintedDocument, TableColumn } from '../../kernel/document.ts';
import type { TimesDrawn } from './object-chances.ts';
import type { Years } from './schemas.ts';
import { type Verdict, verdictSentence } from './verdict.ts';

export interface SummaryModel {
  readonly bureau: string;
  readonly years: Years;
  readonly printedOn: string;
  readonly draws: {
    readonly recorded: number;
    readonly chosen: number;
    readonly must: number;
    readonly substitutions: number;
    readonly voids: number;
  };
  readonly objects: { readonly objects: number; readonly verdict: Verdict; readonly times: readonly TimesDrawn[] };
  readonly seats: number;
  readonly officerVerdict: Verdict;
  readonly pairVerdict: Verdict;
  readonly officers: readonly {
    readonly name: string;
    readonly department: string;
    readonly seats: number;
    readonly expected: number;
    readonly led: number;
    readonly expectedLed: number;
    readonly past: number;
    readonly carried: number;
  }[];
  readonly coverage: readonly {
    readonly name: string;
    readonly years: number;
    readonly since: string;
    readonly total: number;
    readonly covered: number;
  }[];
}

/** 抽取统计表: the year's figures for the file, with what they say of chance. */
export function summaryDocument(model: SummaryModel): PrintedDocument {
  const { years, draws, objects } = model;
  const { from, to } = years;
  const span = from === to ? `${to}年` : `${from}至${to}年`;
  return {
    title: `抽取统计表 ${span}`,
    layout: 'form',
    printedOn: model.printedOn,
    blocks: [
      { kind: 'paragraph', align: 'center', text: model.bureau },
      { kind: 'title', level: 1, text: `${span}随机抽取统计表` },
      {
        kind: 'facts',
        perRow: 2,
        rows: [
          ['完成的抽取', `${draws.recorded}次`],
          ['抽签抽中', `${draws.chosen}户次`],
          ['必检（非随机）', `${draws.must}户次`],
          ['替补', `${draws.substitutions}户`],
          ['作废', `${draws.voids}次`],
          ['打印日期', model.printedOn],
        ],
      },
      { kind: 'title', level: 3, text: '一、企业' },
      { kind: 'paragraph', text: verdictSentence(objects.verdict, `${objects.objects}户被抽中的次数`) },
      figures(
        ['抽中次数', '实际户数', '随机时应有户数'],
        objects.times.map((line) => [`${line.times}次`, `${line.objects}`, line.expected.toFixed(1)]),
        '没有企业参加过抽签。',
      ),
      { kind: 'title', level: 3, text: '二、执法人员' },
      { kind: 'paragraph', text: verdictSentence(model.officerVerdict, `${model.seats}个席位在人员之间的分配`) },
      { kind: 'paragraph', text: verdictSentence(model.pairVerdict, '任意两人同组的次数') },
      figures(
        ['姓名', '部门', '抽中席位', '期望', '任组长', '期望', '以往检查', '实际承担'],
        model.officers.map((one) => [
          one.name,
          one.department,
          `${one.seats}`,
          one.expected.toFixed(1),
          `${one.led}`,
          one.expectedLed.toFixed(1),
          `${one.past}`,
          `${one.carried}`,
        ]),
        '没有人承担检查。',
      ),
      { kind: 'title', level: 3, text: '三、全覆盖' },
      figures(
        ['周期', '企业', '已检查', '未检查'],
        model.coverage.map((one) => [
          `${one.name}${one.years}年（${one.since}起）`,
          `${one.total}户`,
          `${one.covered}户`,
          `${one.total - one.covered}户`,
        ]),
        '没有规定周期。',
      ),
      {
        kind: 'foot-note',
        text: '只统计正式、已完成的抽取，不含演练、作废和批次顺序。期望：企业为各次“本组抽取户数÷本组参加抽签户数”之和；人员为可担任的每个席位按可担任人数平分之和。p为随机时出现这么大偏差的可能性，小于0.0001的认定与随机不符。',
      },
      { kind: 'signatures', places: ['制表人', '审核人'], perRow: 2 },
    ],
  };
}

function figures(titles: readonly string[], rows: readonly (readonly string[])[], empty: string): Block {
  const columns = titles.map(
    (title, index): TableColumn => ({ title, width: index === 0 ? 4 : 3, align: index === 0 ? 'left' : 'right' }),
  );
  return { kind: 'table', columns, rows, empty };
}
