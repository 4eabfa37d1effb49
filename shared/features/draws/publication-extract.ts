import { chineseDate, localDayOf } from '../../kernel/local-date.ts';
import type { DrawView } from './views.ts';

/** What of a draw is published: the commitment, the digits, and who was drawn. No grade, no group, no recusal, no officer. */
export interface PublicationExtract {
  readonly title: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly rows: readonly (readonly [order: number, name: string, code: string])[];
  /** Names that took a drawn one's place since. */
  readonly replaced: readonly string[];
}

export function publicationExtract(draw: DrawView, bureau: string): PublicationExtract {
  return {
    title: `${draw.isRehearsal ? '（演练）' : ''}${bureau}随机抽取结果公示`,
    facts: [
      ['抽取编号', draw.number],
      ['任务', `${draw.taskNumber}　${draw.taskTitle}`],
      ['抽取日期', draw.drawnAt === null ? '' : chineseDate(localDayOf(draw.drawnAt))],
      ['名单承诺值', draw.commitment],
      ['见证数字', draw.witnesses.map(({ digits }) => digits ?? '').join(' ')],
    ],
    rows: draw.drawn.map(({ order, name, code }) => [order, name, code]),
    replaced: draw.substitutions.map(({ outName, inName, inCode }) =>
      inName === null ? `${outName}：不再检查` : `${outName}：由${inName}（${inCode}）替补`,
    ),
  };
}

export function publicationText({ title, facts, rows, replaced }: PublicationExtract): string {
  return [
    title,
    '',
    ...facts.map(([label, value]) => `${label}：${value}`),
    '',
    '抽中的检查对象：',
    ...rows.map(([order, name, code]) => `${order}．${name}　${code}`),
    ...(replaced.length === 0 ? [] : ['', '替补：', ...replaced]),
    '',
  ].join('\r\n');
}
