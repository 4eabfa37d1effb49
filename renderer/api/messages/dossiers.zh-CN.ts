import type { DossierLack, DossierRefusals } from '../../../shared/features/dossiers/refusals.ts';
import type { Messages } from './messages.ts';

/** What a dossier lacks, in words. */
export const lackSentences: Record<DossierLack, string> = {
  NOTICE: '尚未出具检查通知书',
  RESULT: '尚未录入检查结果',
  PUBLICATION: '检查结果尚未公示（细则第十三条：已检查未公示视为未完成）',
  CORRECTION_PENDING: '有一次更正尚未办结',
};

export const dossiersMessages = {
  DOSSIER_INCOMPLETE: ({ objectName, lacks }) =>
    `${objectName}还不能归档：${lacks.map((lack) => lackSentences[lack]).join('；')}。请先补齐。`,
  ALREADY_FILED: ({ archiveNumber }) => `已归档，归档号${archiveNumber}。`,
} satisfies Messages<DossierRefusals>;
