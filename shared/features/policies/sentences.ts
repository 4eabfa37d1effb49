import type { ChapterKey, Entry } from './fields.ts';

type Say = (key: string) => string;

/** How a chapter's entry reads as a rule; a chapter without one shows its fields with their titles. */
export const sentences: Partial<Record<ChapterKey, (say: Say, entry: Entry) => readonly string[]>> = {
  head: (say) => [`适用机关：${say('office')}`, `用途：${say('purpose')}`, `主要文件日期：${say('datedOn')}`],
  documents: (say, { issuedOn }) => [
    `《${say('title')}》，${say('issuedBy')}${issuedOn === null ? '' : `，${say('issuedOn')}`}`,
  ],
  objects: (say) => [`年主营业务收入${say('annualRevenueAtLeastYuan')}及以上的工业法人企业为规模以上企业。`],
  team: (say) => [`每个检查对象不少于${say('officersAtLeast')}，其中1人为组长。`],
  planPublicBy: (say) => [`每年${say('monthDay')}前公布年度抽查计划。`],
  inspectionBasis: (say) => [say('text')],
  departments: (say) => [`简称“${say('short')}”${say('aliases') === '' ? '' : `，也写作${say('aliases')}`}。`],
  grades: (say, { national }) => [
    `${say('meaning')}。`,
    (national as string[]).length === 0 ? '不对应国家等级。' : `对应国家${say('national')}。`,
  ],
  ungraded: (say) => [`没有取得国家评价等级的，定为${say('grade')}。`, `${say('reason').replace(/。$/, '')}。`],
  evaluation: (say, { model }) => [
    `国家公共信用综合评价结果${say('national')}。`,
    model === null ? '不用评价模型。' : `采用评价模型“${say('model')}”。`,
  ],
  models: (_, { scale, indicators, vetoes, bonuses }) => [
    `${scale}分制，一级指标${(indicators as unknown[]).length}项，一票否决${(vetoes as unknown[]).length}项，加分${(bonuses as unknown[]).length}项。`,
  ],
  vetoes: (say) => [`${say('test')}的，定为${say('grade')}。`],
  factors: (say) => [`${say('test')}的，增加检查频次，不改变等级。`],
  raisedVisits: (say) => [`有增加频次情形的，12个月内可以多检查${say('visits')}。`],
  measures: (say, { opensTask }) => [
    `${say('grades')}适用（${say('kind')}）。`,
    opensTask === true ? `${say('opensTask')}，${say('dueWorkingDays')}${dueEnd(say)}。` : '随等级执行，不生成任务。',
  ],
  ratioPresets: (say) => say('ratios').split('；'),
  defaultPreset: (say) => [`采用“${say('value')}”。`],
  visitCaps: (say, { visits }) => [visits === null ? '文件没有规定次数，暂不设上限。' : `最多${say('visits')}。`],
  coverage: (say) => [`每${say('years')}。`],
  lists: (say) => [
    `性质：${say('polarity')}。`,
    `认定情形：\n${say('grounds')}`,
    say('levels') === '' ? '' : `级别：\n${say('levels')}`,
    `${say('takesPersons')}。事先告知后有${say('defenceWorkingDays')}陈述申辩。列入期限：${say('termMonths')}。`,
    say('jointMeasures') === '' ? '' : `联合措施：\n${say('jointMeasures')}`,
    say('effects') === '' ? '' : `其他后果：${say('effects')}。`,
  ],
  jointFields: () => [],
  talks: (say) => [
    `${say('when')}，由${say('by')}约谈（${say('byWhoDetermined')}）。约谈记录${say('isRecorded')}。`,
    say('ifNotDone') === '' ? '' : `整改不到位的：${say('ifNotDone').replace(/。$/, '')}。`,
  ],
  deadlines: (say, { elsewhere }) => [
    `自${say('from')}之日起${say('workingDays')}内。`,
    ...(elsewhere as { workingDays: number; source: { document: string; article: string } }[]).map(
      ({ workingDays, source }) => `对照：${source.document}${source.article}为${workingDays}个工作日。`,
    ),
  ],
  repair: (say) => [`自文书日期起至少公示${say('minMonths')}，满期可以申请修复；最长公示${say('maxMonths')}。`],
  repairWays: (say) => [`证明材料：${say('proof')}。`],
  repairWaysNeeded: (say) => [`一次修复至少完成${say('count')}。`],
  catalogue: (say, { everyMonths }) => [
    `${say('kind')}，由${say('supplier')}提供，${everyMonths === null ? say('everyMonths') : `每${say('everyMonths')}`}。`,
    `公示：${say('dueWorkingDays')}${say('dueWorkingDays').endsWith('日') ? '内' : ''}；${say('needsAuthorisation')}。`,
  ],
  warnings: (say, { opens }) => [
    `${say('test')}时提醒（${say('level')}）。`,
    `${say('advice').replace(/。$/, '')}。${opens === null ? '' : `可直接发起${say('opens')}。`}`,
  ],
  commitments: (say) => [`${say('kind')}，${say('publicised')}。`, say('text')],
  approvalPaths: (say, { test }) => [
    `适用：${say('grades')}${test === undefined ? '' : `，且${say('test')}`}。`,
    `${say('text').replace(/。$/, '')}。（${say('effect')}）`,
  ],
  lookups: (say) => [`办理${say('matters')}前，先查询企业信用，留存信用报告。`],
  registers: (say) => [
    `用途：${say('purpose')}（${say('about')}）`,
    `栏目：\n${say('columns')}`,
    `${say('isPublic')}，${say('needsAttachment')}，${say('isUsed')}。`,
  ],
  reportDates: (say) => [`每年${say('monthDay')}前报送：${say('what').replace(/。$/, '')}。`],
  fields: () => [],
  campaignFields: () => [],
  notifiedDepartments: () => [],
};

function dueEnd(say: Say): string {
  return say('dueWorkingDays').endsWith('日') ? '内办结' : '';
}
