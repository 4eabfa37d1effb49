/**
 * The office's own class of an enterprise told in words: 信用等级为D级, 信用风险较高, 属于较高风险. Public classes of other matters
 * (纳税信用, 绩效, 量化分级) and of works or equipment (高风险作业) are not meant.
 */
const TOLD = [
  /(?<!纳税)(?:信用|风险|评价)(?:等级|级别)?[^，。；、\n纳]{0,10}?[A-DＡ-Ｄ]\s*级/u,
  /信用风险(?:等级|类别)?(?:为|属|属于|评为|被评为)?(?:低|较低|一般|较高|高)(?:风险)?/u,
  /(?<!(?:纳税|绩效|量化|标准化|食品|餐饮|海关)[^，。；、\n]{0,10})(?:评定?|定|列|划|降|升)(?:级)?[为至到]\s*[A-DＡ-Ｄ]\s*级/u,
  /(?:为|属于|列入|是)“?(?:较[高低]|一般|[高低])风险(?:企业|主体|等级|类|类别)?(?=”?(?:[，。；、\s]|$))/u,
];

/**
 * The part of a text that tells the internal grade, also by one of the pack's titles of its grades; null where it tells none. The
 * risk class is never handed out of the office.
 */
export function gradeToldIn(text: string, titles: readonly string[] = []): string | null {
  const named = titles
    .filter((title) => title.length > 2)
    .map((title) => new RegExp(`(?:为|属于|列入|是)“?${title}`, 'u'));
  for (const pattern of [...TOLD, ...named]) {
    const found = pattern.exec(text);
    if (found !== null) return found[0];
  }
  return null;
}
