import type { PrintedDocument } from '../../kernel/document.ts';
import { chineseDate } from '../../kernel/local-date.ts';
import { sayPoolFilter } from '../../kernel/pool-filter.ts';
import {
  type Campaign,
  type CampaignObject,
  campaignStateTitles,
  progressOf,
  standingText,
  stateOfObject,
} from './campaign.ts';

export interface CampaignReportModel {
  readonly bureau: string;
  readonly campaign: Campaign;
  readonly objects: readonly CampaignObject[];
  readonly printedOn: string;
}

/** The report of a campaign, for the file of the office: what was set out to be done, what became of each enterprise, the end against the start. */
export function campaignReport({ bureau, campaign, objects, printedOn }: CampaignReportModel): PrintedDocument {
  const progress = progressOf(objects, printedOn);
  const { end } = campaign;
  const adverse = (of: 'start' | 'end') => objects.reduce((sum, object) => sum + (object[of]?.adverse ?? 0), 0);
  return {
    title: `${campaign.name}报告`,
    layout: 'landscape',
    printedOn,
    ...(end === null ? { watermark: '治理中' } : {}),
    blocks: [
      { kind: 'paragraph', bold: true, text: '内部资料　不公开' },
      { kind: 'paragraph', align: 'center', text: bureau },
      { kind: 'title', level: 1, text: `${campaign.name}报告` },
      {
        kind: 'facts',
        perRow: 2,
        rows: [
          ['领域', campaign.field],
          ['期间', `${campaign.fromOn}至${campaign.toOn}`],
          ['范围', `${sayPoolFilter(campaign.filter)}，${campaign.startedOn}固定${objects.length}户`],
          ['依据', campaign.basis],
          ['目标', campaign.goal],
          ['状态', end === null ? '进行中' : `${chineseDate(end.endedOn)}结束`],
          ['进展', progressText(progress)],
          [
            '不良记录',
            end === null ? `开始时${adverse('start')}条` : `开始时${adverse('start')}条，结束时${adverse('end')}条`,
          ],
        ],
      },
      ...(end === null
        ? []
        : [{ kind: 'paragraph', indent: true, size: 12, text: `治理成效：${end.outcome}` } as const]),
      {
        kind: 'table',
        size: 9,
        columns: [
          { title: '序号', width: 8, align: 'center' },
          { title: '企业', width: 34 },
          { title: '统一社会信用代码', width: 26 },
          { title: '开始时', width: 28 },
          { title: '办理情况', width: 14, align: 'center' },
          { title: '记录', width: 50 },
          { title: '结束时', width: 28 },
        ],
        rows: objects.map((object, index) => {
          const state = stateOfObject(object);
          return [
            `${index + 1}`,
            object.name,
            object.code,
            standingText(object.start),
            state === null ? '未核查' : campaignStateTitles[state],
            object.steps.map(({ onDay, record }) => `${onDay} ${record}`).join('\n'),
            object.end === null ? '' : standingText(object.end),
          ];
        }),
        empty: '没有企业',
      },
      { kind: 'foot-note', text: '信用风险等级只供内部使用，本报告不得公开或者提供给其他单位。' },
      { kind: 'signatures', places: ['制表人', '审核人'], perRow: 2 },
    ],
  };
}

/** `12户：已整改到位8户，整改中1户（逾期1户），移送处理1户，未发现失信问题1户，未核查1户`. */
export function progressText(progress: ReturnType<typeof progressOf>): string {
  const { total, unchecked, rectifying, overdue, done, none, transferred } = progress;
  const parts = [
    [campaignStateTitles.done, done],
    [`${campaignStateTitles.rectifying}`, rectifying],
    [campaignStateTitles.transferred, transferred],
    [campaignStateTitles.none, none],
    ['未核查', unchecked],
  ] as const;
  const said = parts
    .filter(([, count]) => count > 0)
    .map(([title, count]) =>
      title === campaignStateTitles.rectifying && overdue > 0
        ? `${title}${count}户（逾期${overdue}户）`
        : `${title}${count}户`,
    );
  return `共${total}户：${said.join('，')}`;
}
