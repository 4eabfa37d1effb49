/**
 * Which objects of the roster a task or a class of a plan is about; a part left out or empty does not narrow. Parts narrow together, the
 * values of one list widen: any of the tags, any of the licences.
 */
export interface PoolFilter {
  readonly aboveScale?: boolean | undefined;
  /** 重点 (true) or 一般对象 (false). */
  readonly isKey?: boolean | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly townships?: readonly string[] | undefined;
  readonly industries?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Names of licences, one of which the object holds. */
  readonly licences?: readonly string[] | undefined;
  /** A text in the name or the industry. */
  readonly nameHas?: string | undefined;
}

/** The filter without the parts that do not narrow: empty lists and blank texts. */
export function tidyPoolFilter(filter: { readonly [Key in keyof PoolFilter]?: PoolFilter[Key] | null }): PoolFilter {
  const held = Object.entries(filter).filter(([, part]) => {
    if (typeof part === 'string') return part.trim() !== '';
    return Array.isArray(part) ? part.length > 0 : typeof part === 'boolean';
  });
  return Object.fromEntries(held.map(([key, part]) => [key, typeof part === 'string' ? part.trim() : part]));
}

/** The filter as a user reads it: `规模以上工业企业；行业：有色金属采选；标签：危险化学品`. */
export function sayPoolFilter(filter: PoolFilter): string {
  const { aboveScale, isKey, kinds, townships, industries, tags, licences, nameHas } = tidyPoolFilter(filter);
  const list = (label: string, values: readonly string[] = []) =>
    values.length === 0 ? null : `${label}：${values.join('、')}`;
  const parts = [
    aboveScale === undefined ? null : aboveScale ? '规模以上工业企业' : '规模以下',
    isKey === undefined ? null : isKey ? '重点对象' : '一般对象',
    list('类型', kinds),
    list('乡镇苏木', townships),
    list('行业', industries),
    list('标签', tags),
    list('许可', licences),
    nameHas === undefined ? null : `名称或行业含“${nameHas}”`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? '名录中全部对象' : parts.join('；');
}

/** One filter that takes what any of these takes; null where no single filter says that (they differ in more than one list). */
export function eitherOf(filters: readonly PoolFilter[]): PoolFilter | null {
  const [first, ...others] = filters.map(tidyPoolFilter);
  if (first === undefined) return null;
  return others.reduce<PoolFilter | null>((sum, filter) => (sum === null ? null : either(sum, filter)), first);
}

function either(one: PoolFilter, other: PoolFilter): PoolFilter | null {
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])] as (keyof PoolFilter)[];
  const differing = keys.filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));
  const [key] = differing;
  if (key === undefined) return one;
  const [left, right] = [one[key], other[key]];
  if (differing.length > 1 || !Array.isArray(left) || !Array.isArray(right)) return null;
  return { ...one, [key]: [...new Set([...left, ...right])] };
}
