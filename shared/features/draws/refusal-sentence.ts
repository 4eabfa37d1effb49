import { fileProblemSentence } from './file-problem.ts';
import { FILE_NAMES } from './read-draw.ts';
import type { DrawRefusal } from './refusals.ts';

/** What an auditor or the office reads when a draw cannot be computed. */
export function drawRefusalSentence(refusal: DrawRefusal): string {
  switch (refusal.code) {
    case 'BAD_FILE':
      return fileProblemSentence(refusal.details);
    case 'FILE_CHANGED': {
      const { file, committed, found } = refusal.details;
      return `${file}与冻结时不一致：冻结的哈希为${committed}，现为${found}。`;
    }
    case 'DIGITS_CHANGED': {
      const { committed, found } = refusal.details;
      const line = committed.findIndex((count, index) => found[index] !== count);
      const at = (line < 0 ? committed.length : line) + 1;
      return `${FILE_NAMES.digits} 第${at}行：见证数字的位数与冻结时不一致，约定${committed.join('、')}位，现为${found.join('、')}位。`;
    }
    case 'SEATS_INFEASIBLE':
      return refusal.details.cause;
  }
}
