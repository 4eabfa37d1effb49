import { authorisedKinds, type CreditKind, creditKinds, creditKindTitles } from '../../kernel/credit-facts.ts';
import type { CreditRecord } from '../../kernel/credit-records.ts';
import type { PublishedResult } from '../../kernel/published-result.ts';

/**
 * Platforms lists and records are pushed to (细则 第十六条; 霍林郭勒方案 第三部分（一）). The 共享平台 takes promises and their keeping,
 * every list of the office and all it gathered (陈巴尔虎旗方案 第2、4、7项; 鸡西方案 第2、8、18、21项).
 */
export const platforms = {
  gsxt: '国家企业信用信息公示系统',
  credit: '信用中国和本地信用网站',
  sharing: '信用信息共享平台',
} as const;
export type PlatformId = keyof typeof platforms;

export function isPlatform(text: string | null): text is PlatformId {
  return text !== null && text in platforms;
}

/** What an enterprise is on by its records: the two lists 细则 第十六条 names. */
export const pushedLists: readonly CreditKind[] = ['abnormal-list', 'serious-violation'];

/** 登记注册、行政许可、行政确认、监督检查、行政处罚、行政强制、违法失信: what is gathered under an enterprise's name there. */
export const gatheredKinds: readonly CreditKind[] = [
  'licence',
  'confirmation',
  'inspection',
  'penalty',
  'coercion',
  'dishonest',
  'abnormal-list',
  'serious-violation',
];

/** What the 共享平台 takes: all that is gathered but 量化分级, the office's own grading, and what needs the enterprise's 授权. */
export const sharedKinds: readonly CreditKind[] = creditKinds.filter(
  (kind) => kind !== 'quantified-grade' && !authorisedKinds.has(kind),
);

export interface PushedFirm {
  readonly name: string;
  readonly code: string;
}

type Cells = readonly (string | number | null)[];

const column = (heading: string, width: number, kind: 'text' | 'date' = 'text') => ({ heading, kind, width }) as const;

/** 名单推送: those of the records given that are on a list today, with the basis and the fields other departments weigh it in. No grade. */
export function listSheet(
  rows: readonly { readonly firm: PushedFirm; readonly record: CreditRecord }[],
  jointFields: readonly string[],
  today: string,
) {
  const standing = rows.filter(({ record }) => isOnList(record, today));
  return {
    name: '名单推送',
    columns: [
      column('企业名称', 36),
      column('统一社会信用代码', 24),
      column('列入名单', 20),
      column('列入日期', 14, 'date'),
      column('认定依据', 40),
      column('决定文号', 26),
      column('认定单位', 28),
      column('作为重要考量的领域', 60),
    ],
    rows: standing.map(
      ({ firm, record }): Cells => [
        firm.name,
        firm.code,
        record.kind === 'abnormal-list' ? '企业经营异常名录' : '严重违法失信企业名单',
        record.happenedOn,
        record.summary,
        record.documentNumber,
        record.source,
        jointFields.join('、'),
      ],
    ),
  };
}

function isOnList({ endedOn, repairedOn }: CreditRecord, today: string): boolean {
  return (endedOn === null || endedOn > today) && (repairedOn === null || repairedOn > today);
}

/** 涉企信息: the records given, under the enterprise's code. */
export function gatheredSheet(rows: readonly { readonly firm: PushedFirm; readonly record: CreditRecord }[]) {
  return {
    name: '涉企信息归集',
    columns: [
      column('企业名称', 36),
      column('统一社会信用代码', 24),
      column('信息类别', 16),
      column('日期', 14, 'date'),
      column('文书号', 28),
      column('内容', 50),
      column('作出单位', 28),
    ],
    rows: rows.map(
      ({ firm, record }): Cells => [
        firm.name,
        firm.code,
        creditKindTitles[record.kind],
        record.happenedOn,
        record.documentNumber,
        record.summary,
        record.source,
      ],
    ),
  };
}

/** 检查结果 published in a period, as the platform takes them in. */
export function resultsPushed(results: readonly PublishedResult[], agency: string) {
  return {
    name: '抽查检查结果',
    columns: [
      column('企业名称', 36),
      column('统一社会信用代码', 24),
      column('任务编号', 24),
      column('任务名称', 36),
      column('检查结果', 36),
      column('检查日期', 14, 'date'),
      column('公示日期', 14, 'date'),
      column('检查机关', 32),
    ],
    rows: results.map(
      ({ firm, taskNumber, taskTitle, result, completedOn, publishedOn }): Cells => [
        firm.name,
        firm.code,
        taskNumber,
        taskTitle,
        result,
        completedOn,
        publishedOn,
        agency,
      ],
    ),
  };
}

/** 不予配合检查: name, how often, when and in what way (细则 第十四条). */
export function refusalsPushed(results: readonly PublishedResult[], agency: string) {
  return {
    name: '不予配合检查',
    columns: [
      column('企业名称', 36),
      column('统一社会信用代码', 24),
      column('任务编号', 24),
      column('不予配合次数', 14),
      column('时间', 14, 'date'),
      column('情形', 60),
      column('检查机关', 32),
    ],
    rows: results
      .filter(({ refusals }) => refusals.length > 0)
      .map(
        ({ firm, taskNumber, refusalTimes, inspectedOn, refusals }): Cells => [
          firm.name,
          firm.code,
          taskNumber,
          refusalTimes,
          inspectedOn,
          refusals.join('；'),
          agency,
        ],
      ),
  };
}

/** A signed 承诺书 and how it was kept, as the newest check found. */
export interface PushedCommitment {
  readonly firm: PushedFirm;
  readonly number: string;
  readonly name: string;
  readonly kind: string;
  readonly signedOn: string;
  readonly published: string;
  readonly outcome: string;
  readonly checkedOn: string | null;
}

export function commitmentsPushed(rows: readonly PushedCommitment[]) {
  return {
    name: '信用承诺',
    columns: [
      column('企业名称', 36),
      column('统一社会信用代码', 24),
      column('承诺书编号', 24),
      column('承诺事项', 36),
      column('承诺类型', 22),
      column('签署日期', 14, 'date'),
      column('公示', 36),
      column('践诺情况', 14),
      column('核查日期', 14, 'date'),
    ],
    rows: rows.map(
      ({ firm, number, name, kind, signedOn, published, outcome, checkedOn }): Cells => [
        firm.name,
        firm.code,
        number,
        name,
        kind,
        signedOn,
        published,
        outcome,
        checkedOn,
      ],
    ),
  };
}

/** An enterprise, or a person beside it, who is on a list of the office today. */
export interface PushedEntry {
  readonly firm: PushedFirm;
  readonly person: string;
  readonly capacity: string;
  readonly list: string;
  readonly level: string;
  readonly ground: string;
  readonly number: string;
  readonly decidedOn: string;
  readonly untilOn: string | null;
  readonly measures: string;
}

export function entriesPushed(rows: readonly PushedEntry[]) {
  return {
    name: '名单信息',
    columns: [
      column('企业名称', 36),
      column('统一社会信用代码', 24),
      column('责任人', 14),
      column('责任人身份', 14),
      column('名单', 30),
      column('级别', 16),
      column('认定依据', 40),
      column('决定文号', 26),
      column('决定日期', 14, 'date'),
      column('期满日期', 14, 'date'),
      column('联合惩戒、激励措施', 60),
    ],
    rows: rows.map(
      ({ firm, person, capacity, list, level, ground, number, decidedOn, untilOn, measures }): Cells => [
        firm.name,
        firm.code,
        person,
        capacity,
        list,
        level,
        ground,
        number,
        decidedOn,
        untilOn,
        measures,
      ],
    ),
  };
}
