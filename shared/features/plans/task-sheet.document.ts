import type { PrintedDocument } from '../../kernel/document.ts';
import { chineseDate } from '../../kernel/local-date.ts';
import { sayPoolFilter } from '../../kernel/pool-filter.ts';
import { itemKindTitles, sayTaskQuota, type Task, taskOriginTitles } from './task.ts';

export interface TaskSheetModel {
  readonly bureau: string;
  readonly task: Task;
  /** Days the task was made and approved, local. */
  readonly createdOn: string;
  readonly approvedOn: string | null;
  /** Full names of the departments, the leading one first. */
  readonly departments: readonly string[];
  readonly printedOn: string;
}

/** 抽查任务书, one page: number, origin, items, scope, quota, dates, departments, approval, signatures. */
export function taskSheetDocument(model: TaskSheetModel): PrintedDocument {
  const { bureau, task, departments, printedOn } = model;
  const isNamed = task.objects.length > 0;
  return {
    title: `${task.number}抽查任务书`,
    layout: 'form',
    printedOn,
    ...(task.cancelled === null ? {} : { watermark: '已取消' }),
    blocks: [
      { kind: 'title', level: 1, text: `${bureau}\n“双随机、一公开”抽查任务书` },
      { kind: 'number', text: task.number, align: 'center' },
      {
        kind: 'facts',
        perRow: 2,
        rows: [
          ['任务来源', originOf(task)],
          ['事项类别', itemKindTitles[task.itemKind]],
          ['开始日期', chineseDate(task.fromOn)],
          ['结束日期', chineseDate(task.toOn)],
        ],
      },
      {
        kind: 'facts',
        rows: [
          ['任务名称', task.title],
          ...(task.source === null
            ? []
            : [
                [
                  '来文或来电',
                  `${task.source.reference}，${chineseDate(task.source.receivedOn)}收到，${task.source.handedBy}转来`,
                ] as const,
                ['反映的问题', task.source.alleges] as const,
              ]),
          [
            '抽查对象',
            isNamed
              ? task.objects.map(({ name, code }) => `${name}（${code}）`).join('、')
              : sayPoolFilter(task.poolFilter),
          ],
          ['抽查数量', isNamed ? `${task.objects.length}户，定向检查，只抽取执法检查人员` : sayTaskQuota(task.quota)],
          ['抽查事项', task.checkItems],
          ...(task.checkFocus === '' ? [] : [['检查重点', task.checkFocus] as const]),
          ['检查方式', task.methods.join('、')],
          ['执法依据', task.basis],
          ['检查主体', departments.join('、')],
          ['批准', approval(model)],
        ],
      },
      { kind: 'signatures', places: ['经办人', '股室负责人', '局领导（批准）'] },
      {
        kind: 'foot-note',
        text: '检查对象和执法检查人员依照《细则》第九条公开随机抽取确定；定向检查的对象由任务指定。',
      },
    ],
  };
}

function originOf({ origin, round, clause }: Task): string {
  return [taskOriginTitles[origin], round, clause].filter((part) => part !== '').join('，');
}

function approval({ task, createdOn, approvedOn }: TaskSheetModel): string {
  if (task.cancelled !== null) return `${task.cancelled.by}决定取消：${task.cancelled.reason}`;
  if (task.origin === 'plan') return `依据已批准的年度计划，${task.createdBy}${chineseDate(createdOn)}下达`;
  return approvedOn === null ? '待局领导批准' : `${task.approvedBy ?? ''}${chineseDate(approvedOn)}批准`;
}
