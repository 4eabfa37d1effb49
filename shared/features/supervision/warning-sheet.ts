import {
  groundsText,
  type WarningGround,
  type WarningLevel,
  type WarningState,
  warningLevelTitles,
  warningStateTitles,
} from './warning-rules.ts';

/** A warning as the workbook holds it. */
export interface WarningCells {
  readonly objectName: string;
  readonly objectCode: string;
  readonly grade: string | null;
  readonly level: WarningLevel;
  readonly name: string;
  readonly grounds: readonly WarningGround[];
  readonly advice: string;
  readonly article: string;
  readonly openedOn: string;
  readonly state: WarningState;
  readonly note: string | null;
  readonly untilOn: string | null;
  readonly closedOn: string | null;
}

export const warningHeadings = [
  '企业名称',
  '统一社会信用代码',
  '现等级',
  '级别',
  '预警',
  '依据的记录',
  '处置建议',
  '条款依据',
  '预警日期',
  '状态',
  '处置内容或理由',
  '暂不处置至',
  '解除日期',
] as const;

export function warningCells(line: WarningCells): string[] {
  return [
    line.objectName,
    line.objectCode,
    line.grade ?? '',
    warningLevelTitles[line.level],
    line.name,
    groundsText(line.grounds),
    line.advice,
    line.article,
    line.openedOn,
    warningStateTitles[line.state],
    line.note ?? '',
    line.untilOn ?? '',
    line.closedOn ?? '',
  ];
}
