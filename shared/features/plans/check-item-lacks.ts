import { sayRatio } from '../../kernel/quota-reading.ts';
import { largestRatio, readItemQuota } from './check-item-quota.ts';
import { type CheckItem, type CheckItemField, checkItemText, checkItemTitles } from './check-items.ts';
import { quotaProblems } from './warning-text.ts';

/** What is missing in a draft, or worth a look; `field` leads to the place to fill it in. */
export interface ItemLack {
  readonly code: string;
  readonly field: CheckItemField;
  /** `missing` keeps the list from being sent for approval; `look` does not. */
  readonly weight: 'missing' | 'look';
  readonly sentence: string;
}

/** The fields 细则 第五条 demands of every item, and who is answerable for it. */
const demanded: readonly CheckItemField[] = [
  'objects',
  'content',
  'basis',
  'methods',
  'quota',
  'frequency',
  'section',
  'agency',
];
/** What a text not yet checked against its source carries. */
const UNVERIFIED = /待核/;

/** Everything to be done before 送审, in the order of the list. `limitBp` is what 一般检查事项 may ask at most. */
export function lacksOf(items: readonly CheckItem[], limitBp: number | null): readonly ItemLack[] {
  return items.flatMap((item) => [...missingIn(item), ...worthALook(item, limitBp)]);
}

function missingIn(item: CheckItem): ItemLack[] {
  const missing = demanded.filter((field) => checkItemText(item, field) === '');
  return missing.map((field) => ({
    code: item.code,
    field,
    weight: 'missing',
    sentence: `没有填写“${checkItemTitles[field]}”（细则第五条）。`,
  }));
}

function worthALook(item: CheckItem, limitBp: number | null): ItemLack[] {
  const { code } = item;
  const look = (field: CheckItemField, sentence: string): ItemLack => ({ code, field, weight: 'look', sentence });
  const { quota, stumble } = readItemQuota(item);
  const ratio = largestRatio(quota);
  return [
    ...(stumble === null
      ? []
      : [
          look(
            'quota',
            `抽查比例“${stumble.text}”读到第${stumble.position}个字“${stumble.part}”停下：${quotaProblems[stumble.reason]}。照原文公布，下达任务时另填数量。`,
          ),
        ]),
    ...(item.kind === 'ordinary' && ratio !== null && limitBp !== null && ratio > limitBp
      ? [
          look(
            'quota',
            `抽查比例${sayRatio(ratio)}超过一般检查事项的上限${sayRatio(limitBp)}（细则第五条：严格进行限制）。`,
          ),
        ]
      : []),
    ...(item.kind === 'ordinary' && ratio !== null && limitBp === null
      ? [look('quota', '一般检查事项的抽查比例上限还没有定，请在清单说明中填写（细则第五条：严格进行限制）。')]
      : []),
    ...(UNVERIFIED.test(item.basis) ? [look('basis', '抽查依据标有“待核”，公布前请对照原文核实。')] : []),
  ];
}
