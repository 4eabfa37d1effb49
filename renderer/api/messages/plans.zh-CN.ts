import { planStateTitles } from '../../../shared/features/plans/plan.ts';
import { PLAN_COLUMNS } from '../../../shared/features/plans/plan-columns.ts';
import type { PlansRefusals } from '../../../shared/features/plans/refusals.ts';
import { minuteText } from '../../ui/when.ts';
import { checkItemMessages } from './check-items.zh-CN.ts';
import type { Messages } from './messages.ts';

export const plansMessages = {
  ...checkItemMessages,
  PLAN_HEADER_NOT_FOUND: ({ sheet }) =>
    `“${sheet}”中没有找到计划表的表头（序号、联合抽查任务名称、检查对象、发起部门……）。请核对文件，或下载模板填写。`,
  PLAN_COLUMNS_MISSING: ({ sheet, row, columns }) =>
    `“${sheet}”第${row}行表头缺少${columns.map((column) => `“${PLAN_COLUMNS[column]}”`).join('、')}列。请补上后重新导入。`,
  PLAN_WITHOUT_ITEMS: ({ sheet }) => `“${sheet}”的表头下面没有计划事项。请核对文件后重新导入。`,
  PLAN_ALREADY_IMPORTED: ({ title, importedAt }) =>
    `这个文件已于${minuteText(importedAt)}导入为“${title}”。如要重新导入，请先撤销原来的导入。`,
  PLAN_STAGE_GONE: () => '预览已失效（程序重新启动过，或又上传了别的文件）。请重新上传计划表。',
  PLAN_SUBMITTED: ({ title }) => `“${title}”已经送审，不能改动。要修改的，请局领导先退回。`,
  PLAN_NOT_SUBMITTED: ({ title }) => `“${title}”不在送审中，不能退回。`,
  PLAN_WITHOUT_ROWS: ({ title }) => `“${title}”还没有事项。请先增加事项，再送审。`,
  DAY_IN_FUTURE: ({ on }) => `${on}还没有到。请填写实际的日期。`,
  PUBLISHED_BEFORE_APPROVAL: ({ publishedOn, approvedOn }) =>
    `公布日期${publishedOn}早于批准日期${approvedOn}。计划批准后公布（细则第五条），请改正。`,
  AMENDMENT_OPEN: ({ serial }) => `第${serial}次调整还没有办完。请先送审批准，或者撤去，再提出新的调整。`,
  AMENDMENT_EMPTY: ({ serial }) => `第${serial}次调整还没有写明增加、变更或取消哪一项。请先写明，再送审。`,
  AMENDMENT_SETTLED: ({ serial, state }) =>
    `第${serial}次调整${planStateTitles[state]}，这一步不能办理。${state === 'submitted' ? '要修改的，请局领导先退回。' : ''}`,
  OWN_AMENDMENT: ({ serial }) => `第${serial}次调整由您本人提出、修改或送审，不能由本人批准。请另一位局领导批准。`,
  AMENDED_BEFORE_APPROVAL: ({ approvedOn, earliest }) =>
    `调整的批准日期${approvedOn}早于计划或上一次调整的批准日期${earliest}，请改正。`,
  PLAN_NOT_DRAFT: ({ title }) => `“${title}”已经批准，不能再改动。要变动的，请提出计划调整。`,
  PLAN_NOT_APPROVED: ({ title }) => `“${title}”尚未批准。请局领导批准后再下达任务（细则第五条）。`,
  OWN_PLAN: ({ title }) => `“${title}”由您本人编制、修改或送审，不能由本人批准。请另一位局领导批准。`,
  ITEM_HAS_TASKS: ({ numbers }) =>
    `该事项已下达任务${numbers.join('、')}，计划没有规定多次抽查，不能重复下达。确需重抽的，由局领导作废原抽取。`,
  QUOTA_BELOW_PLAN: ({ asked }) =>
    `抽查数量低于计划，或与计划的口径不同。计划为${asked.join('，或')}，请按计划填写；要多抽可以提高。`,
  ITEM_NOT_IN_FORCE: ({ title }) => `计划已调整，“${title}”的这一版不再执行。请重新打开计划，按现行事项下达。`,
  NOT_OF_THE_ITEM: ({ what }) => `计划的该事项中没有“${what}”。请重新打开事项后再下达。`,
  QUOTA_BELOW_FURTHER: ({ title, planned, asked, wanted }) =>
    `合并的“${title}”按计划（${planned}）应抽查${wanted}户，现只抽${asked}户。请提高抽查数量，或另行下达该事项。`,
  FURTHER_ITEM_TWICE: ({ title }) =>
    `合并的“${title}”全年只办一次，只能随一个任务检查。请先只选一类（一期）连同它下达，其余的再另行下达。`,
  TASK_WITHOUT_OBJECTS: () => '请指定检查对象（定向），或填写抽查数量从名录中随机抽取。',
  RECEIVED_LATER: ({ receivedOn }) => `收到日期${receivedOn}晚于今天，请改正。`,
  OWN_TASK: ({ number }) => `${number}由您本人登记，不能由本人批准或取消。请另一位局领导办理。`,
  TASK_STATE: ({ number, state }) => `${number}${state}，不能这样办理。`,
  TASK_IS_DRAWN: ({ number, draw }) => `${number}已有抽取${draw}，不能取消。确需取消的，先由局领导作废该抽取。`,
  TASK_DATES_REVERSED: ({ fromOn, toOn }) => `结束日期${toOn}早于开始日期${fromOn}，请改正。`,
} satisfies Messages<PlansRefusals>;
