import { z } from 'zod';
import { sameName, withoutBlanks } from '../../kernel/normalise.ts';

/** What is typed at the 查询区: the whole code, and the 负责人 as a check that the enterprise asks for itself. */
export const AskCounter = z.object({
  code: z.string().trim().min(1, '请填写统一社会信用代码').max(40, '统一社会信用代码是18位'),
  person: z.string().trim().min(1, '请填写法定代表人（负责人）姓名').max(40, '姓名过长'),
});
export type AskCounter = z.infer<typeof AskCounter>;

/** So many questions without a match within these minutes close the 查询区 for a while. */
export const missesAllowed = 5;
export const missMinutes = 10;

/** Minutes for which what was shown can be printed. */
export const shownMinutes = 10;

/** Seconds without a touch after which what is shown is taken off the screen. */
export const counterIdleSeconds = 60;

/** Whether the name typed is the name on record; an empty record fits nobody. */
export function isSamePerson(typed: string, onRecord: string): boolean {
  return withoutBlanks(onRecord) !== '' && sameName(typed, onRecord);
}
