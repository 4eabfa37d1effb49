import type { Block, PrintedDocument } from '../../kernel/document.ts';
import { chineseDate } from '../../kernel/local-date.ts';
import { sayRatio } from '../../kernel/quota-reading.ts';
import { type CheckItem, type CheckList, checkItemText, checkItemTitles, sayListState } from './check-items.ts';

export interface CheckListModel {
  readonly list: CheckList;
  readonly items: readonly CheckItem[];
  readonly printedOn: string;
}

/** 随机抽查事项清单 as it is published; a draft says on every page that it is one. 细则 第五条. */
export function checkListDocument({ list, items, printedOn }: CheckListModel): PrintedDocument {
  const title = list.title;
  return {
    title,
    layout: 'landscape',
    printedOn,
    ...(list.state === 'approved' ? {} : { watermark: sayListState(list) }),
    blocks: [
      { kind: 'title', level: 1, text: title },
      { kind: 'paragraph', align: 'center', size: 10.5, text: approvalLine(list) },
      table(items),
      { kind: 'foot-note', text: notes(list, items) },
    ],
  };
}

/** `第2版　2026年6月1日批准（示工信发〔2026〕9号）　2026年6月3日公布　共12项`. */
function approvalLine(list: CheckList): string {
  const { version, approvedOn, approvalNumber, publishedOn, supersededOn } = list;
  const parts = [
    version === null ? sayListState(list) : `第${version}版`,
    ...(approvedOn === null
      ? []
      : [`${chineseDate(approvedOn)}局领导批准${approvalNumber === null ? '' : `（${approvalNumber}）`}`]),
    ...(publishedOn === null ? [] : [`${chineseDate(publishedOn)}公布`]),
    ...(supersededOn === null ? [] : [`${chineseDate(supersededOn)}起由新版取代`]),
    `共${list.items}项`,
  ];
  return parts.join('　');
}

function table(items: readonly CheckItem[]): Block {
  return {
    kind: 'table',
    size: 9,
    empty: '没有事项',
    columns: [
      { title: '序号', width: 9, align: 'center' },
      { title: '编码', width: 13, align: 'center' },
      { title: checkItemTitles.name, width: 28 },
      { title: '类别', width: 12, align: 'center' },
      { title: checkItemTitles.objects, width: 26 },
      { title: checkItemTitles.content, width: 50 },
      { title: checkItemTitles.basis, width: 44 },
      { title: checkItemTitles.methods, width: 20 },
      { title: '抽查比例\n和频次', width: 25 },
      { title: checkItemTitles.section, width: 16 },
      { title: checkItemTitles.agency, width: 22 },
    ],
    rows: items.map((item, i) => [
      `${i + 1}`,
      item.code,
      item.name,
      item.kind === 'key' ? '重点' : '一般',
      item.objects,
      item.content,
      item.basis,
      checkItemText(item, 'methods'),
      quotaAndFrequency(item),
      item.section,
      item.agency,
    ]),
  };
}

function quotaAndFrequency(item: CheckItem): string {
  return [item.quota, item.frequency, checkItemText(item, 'inBatches')].filter((text) => text !== '').join('；');
}

function notes({ ordinaryLimitBp }: CheckList, items: readonly CheckItem[]): string {
  const count = (kind: CheckItem['kind']) => items.filter((item) => item.kind === kind).length;
  const limit = ordinaryLimitBp === null ? '' : `，抽查比例以${sayRatio(ordinaryLimitBp)}为限`;
  return `说明：重点检查事项${count('key')}项，针对涉及安全、质量、公共利益等领域，抽查比例不设上限；一般检查事项${count('ordinary')}项，针对普通监管领域${limit}。`;
}
