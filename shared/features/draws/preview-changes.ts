import type { Feasibility } from './feasibility.ts';
import type { DrawPreview, PreviewStratum } from './preview.ts';

/** One figure before and after an alteration, in words. */
export interface PreviewChange {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

const feasibilityWords: Readonly<Record<Feasibility['kind'], string>> = {
  sure: '无论抽到谁都排得满',
  likely: '回避多时可能排不满',
  never: '排不满',
};

/** What an alteration changes, group by group; empty where no figure moved. */
export function changesBetween(before: DrawPreview, after: DrawPreview): readonly PreviewChange[] {
  const names = [...new Set([...before.strata, ...after.strata].map(({ name }) => name))];
  const groups = names.flatMap((name) => {
    const [from, to] = [before, after].map(({ strata }) => strata.find((one) => one.name === name));
    const what = name === '*' ? '全部' : `${name}级`;
    return change(what, from === undefined ? '无此组' : sayStratum(from), to === undefined ? '无此组' : sayStratum(to));
  });
  return [
    ...groups,
    ...change('合计抽取', `${before.sampleSize}户`, `${after.sampleSize}户`),
    ...change('参加抽取的人员', `${before.officers.length}名`, `${after.officers.length}名`),
    ...change('每户席位', sayTeam(before), sayTeam(after)),
    ...change('排人', feasibilityWords[before.feasibility], feasibilityWords[after.feasibility]),
    ...change('能否冻结', sayReady(before), sayReady(after)),
  ];
}

function change(what: string, from: string, to: string): PreviewChange[] {
  return from === to ? [] : [{ what, from, to }];
}

function sayStratum({ poolSize, mustCount, sampleSize }: PreviewStratum): string {
  return `名单${poolSize}户、必检${mustCount}户、抽取${sampleSize}户`;
}

function sayTeam({ seats }: DrawPreview): string {
  return `${seats.length}个`;
}

function sayReady({ refusal }: DrawPreview): string {
  return refusal === null ? '能' : '不能';
}
