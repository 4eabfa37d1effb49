import type { PrintedDocument } from '../../kernel/document.ts';
import { chineseDate } from '../../kernel/local-date.ts';
import { opened, serviceReceipt } from './paper-parts.ts';
import type { RepairMatter } from './repairs.ts';

export interface RepairDecisionModel {
  readonly bureau: string;
  readonly repair: RepairMatter;
  /** In full. */
  readonly article: string;
}

/** 准予 or 不予信用修复决定书; null before the decision. */
export function repairDecisionDocument({ bureau, repair, article }: RepairDecisionModel): PrintedDocument | null {
  const { decision, check } = repair;
  if (decision === null) return null;
  const isGranted = decision.outcome === 'repaired';
  const title = isGranted ? '准予信用修复决定书' : '不予信用修复决定书';
  const paragraph = (text: string) => ({ kind: 'paragraph', indent: true, text }) as const;
  const titles = repair.subjects.map((subject) => `“${subject.title}”`).join('、');
  return {
    title: `${title} ${repair.number}`,
    layout: 'official',
    printedOn: decision.decidedOn,
    blocks: [
      { kind: 'title', level: 1, text: `${bureau}\n${title}` },
      { kind: 'number', text: repair.number, align: 'right' },
      { kind: 'paragraph', text: `${repair.objectName}（统一社会信用代码${repair.objectCode}）：` },
      paragraph(`你单位于${chineseDate(repair.appliedOn)}就${titles}申请信用修复。`),
      ...(check === null ? [] : [paragraph(opened('经核查', check.finding))]),
      paragraph(
        `${opened('经审查', decision.opinion)}依据${article}，我局决定${isGranted ? '准予' : '不予'}信用修复。`,
      ),
      ...(decision.effects.length === 0
        ? []
        : [paragraph(`自本决定之日起：${decision.effects.join('；')}。历史记录依法留存。`)]),
      ...(isGranted ? [] : [paragraph('对本决定不服的，可以依法申请行政复议或者提起行政诉讼。')]),
      { kind: 'closing', lines: [bureau, chineseDate(decision.decidedOn)], seal: true },
      ...serviceReceipt,
    ],
  };
}
