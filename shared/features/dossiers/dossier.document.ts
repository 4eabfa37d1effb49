import type { Block, Dossier, DossierPart } from '../../kernel/document.ts';
import { pageCountMark } from '../../kernel/document.ts';
import { chineseDate } from '../../kernel/local-date.ts';
import { type Retention, retentionTitles } from './schemas.ts';

export interface DossierModel {
  readonly bureau: string;
  readonly objectName: string;
  readonly objectCode: string;
  readonly taskNumber: string;
  readonly taskTitle: string;
  readonly openedOn: string;
  readonly closedOn: string;
  readonly archiveNumber: string | null;
  readonly retention: Retention | null;
  readonly filedOn: string | null;
  readonly filedBy: string | null;
  readonly remark: string;
  /** In case order. */
  readonly parts: readonly DossierPart[];
  readonly printedOn: string;
}

/** 检查卷宗, 一对象一档案 (细则 第十三条): in the form of an administrative penalty file. */
export function dossierOf(model: DossierModel): Dossier {
  return {
    title: `${model.objectName}双随机检查卷宗`,
    cover: cover(model),
    parts: model.parts,
    closing: closing(model),
    printedOn: model.filedOn ?? model.printedOn,
  };
}

function cover(model: DossierModel): Block[] {
  return [
    { kind: 'space', mm: 18 },
    { kind: 'title', level: 2, text: model.bureau },
    { kind: 'space', mm: 12 },
    { kind: 'title', level: 1, text: '双随机检查卷宗' },
    { kind: 'space', mm: 18 },
    {
      kind: 'facts',
      rows: [
        ['案卷题名', `${model.objectName}“${model.taskTitle}”检查案卷`],
        ['检查对象', model.objectName],
        ['统一社会信用代码', model.objectCode],
        ['任务编号', model.taskNumber],
        ['起止日期', `${chineseDate(model.openedOn)}至${chineseDate(model.closedOn)}`],
        ['归档号', model.archiveNumber ?? '（未归档）'],
        ['保管期限', model.retention === null ? '' : retentionTitles[model.retention]],
        ['件数页数', `共${model.parts.length}件${pageCountMark}页`],
      ],
    },
  ];
}

/** 备考表 (DA/T 22). */
function closing(model: DossierModel): Block[] {
  const { parts, remark, filedOn, filedBy } = model;
  return [
    { kind: 'title', level: 1, text: '卷内备考表' },
    {
      kind: 'facts',
      rows: [
        ['本卷情况', `本卷共${parts.length}件${pageCountMark}页，页号连续。`],
        ['说明', remark === '' ? '\n\n\n\n' : `${remark}\n\n\n`],
        ['立卷人', filedBy ?? ''],
        ['立卷日期', filedOn === null ? '' : chineseDate(filedOn)],
      ],
    },
    { kind: 'signatures', places: ['立卷人', '检查人', '主管股室负责人'] },
  ];
}
