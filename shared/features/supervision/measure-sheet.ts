import {
  isMeasureOverdue,
  type MeasureKind,
  type MeasureOrigin,
  type MeasureState,
  measureKindTitles,
  measureOriginTitles,
  measureStateTitles,
} from './measure-rules.ts';

/** A measure task as the workbook holds it. */
export interface MeasureCells {
  readonly objectName: string;
  readonly objectCode: string;
  readonly grade: string | null;
  readonly kind: MeasureKind;
  readonly text: string;
  readonly article: string;
  readonly origin: MeasureOrigin;
  readonly ground: string;
  readonly openedOn: string;
  readonly dueOn: string | null;
  readonly section: string;
  readonly officerName: string | null;
  readonly state: MeasureState;
  readonly doneOn: string | null;
  readonly what: string | null;
  readonly result: string | null;
  readonly doneBy: string | null;
  readonly cancelReason: string | null;
  readonly papers: number;
}

export const measureHeadings = [
  '企业名称',
  '统一社会信用代码',
  '开出时等级',
  '类别',
  '措施',
  '依据',
  '来源',
  '事由',
  '开出日期',
  '期限',
  '承办股室',
  '承办人',
  '状态',
  '办理日期',
  '办理内容',
  '办理结果',
  '办理人',
  '文书',
  '取消理由',
] as const;

export function measureCells(line: MeasureCells, today: string): string[] {
  return [
    line.objectName,
    line.objectCode,
    line.grade ?? '',
    measureKindTitles[line.kind],
    line.text,
    line.article,
    measureOriginTitles[line.origin],
    line.ground,
    line.openedOn,
    line.dueOn ?? '',
    line.section,
    line.officerName ?? '',
    isMeasureOverdue(line, today) ? '已逾期' : measureStateTitles[line.state],
    line.doneOn ?? '',
    line.what ?? '',
    line.result ?? '',
    line.doneBy ?? '',
    line.papers === 0 ? '' : `${line.papers}份`,
    line.cancelReason ?? '',
  ];
}
