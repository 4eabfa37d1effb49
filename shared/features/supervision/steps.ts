import type { LocalDate } from '../../kernel/local-date.ts';

/** One step of a matter: taken on a day, due, or still to come. */
export interface Step<Id extends string = string> {
  readonly id: Id;
  readonly title: string;
  readonly taken: { readonly on: LocalDate; readonly by: string; readonly text: string } | null;
  /** The last day for it, with the article behind the date; null where no rule sets one. */
  readonly dueOn: LocalDate | null;
  readonly article: string | null;
  readonly isEstimate: boolean;
}

/** The first step that is not taken; null where nothing is left to do. */
export function dueStep<Id extends string>(steps: readonly Step<Id>[]): Step<Id> | null {
  return steps.find(({ taken }) => taken === null) ?? null;
}

export function stepTaken<Id extends string>(
  id: Id,
  title: string,
  taken: Step['taken'],
  due: { readonly on: LocalDate; readonly article: string; readonly isEstimate?: boolean } | null = null,
): Step<Id> {
  return {
    id,
    title,
    taken,
    dueOn: due?.on ?? null,
    article: due?.article ?? null,
    isEstimate: due?.isEstimate ?? false,
  };
}

/** How a paper reached the one it is for. */
export const serviceManners = {
  direct: '直接送达',
  left: '留置送达',
  mail: '邮寄送达',
  electronic: '电子送达',
  'public-notice': '公告送达',
} as const;
export type ServiceManner = keyof typeof serviceManners;

export interface PaperService {
  readonly servedOn: LocalDate;
  readonly manner: ServiceManner;
  readonly receiver: string;
  readonly by: string;
}

/** `直接送达，示例签收人` */
export function serviceText({ manner, receiver }: Pick<PaperService, 'manner' | 'receiver'>): string {
  return `${serviceManners[manner]}，${receiver}`;
}
