/** The office's own class of an enterprise told in words: 信用等级为D级, 信用风险较高. A tax grade is public and not meant. */
const TOLD = [
  /(?<!纳税)(?:信用|风险|评价)(?:等级|级别)?[^，。；、\n纳]{0,10}?[A-DＡ-Ｄ]\s*级/u,
  /信用风险(?:等级|类别)?(?:为|属|属于|评为|被评为)?(?:低|较低|一般|较高|高)(?:风险)?/u,
];

/** The part of a text that tells the internal grade; null where it tells none. The risk class is never handed out of the office. */
export function gradeToldIn(text: string): string | null {
  for (const pattern of TOLD) {
    const found = pattern.exec(text);
    if (found !== null) return found[0];
  }
  return null;
}
