import { z } from 'zod';

const Year = z.int().min(2000).max(2099);
const Page = {
  text: z.string().trim().max(100).default(''),
  descending: z.boolean().default(false),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(100_000).default(50),
};

/** From one year to another, both counted. */
export const Years = z.object({ from: Year, to: Year });
export type Years = z.infer<typeof Years>;

export const objectChanceSorts = ['name', 'code', 'pools', 'expected', 'drawn', 'over', 'must'] as const;
export const ObjectChanceList = Years.extend({
  ...Page,
  sort: z.enum(['', ...objectChanceSorts]).default(''),
  /** Only those chosen so often; null keeps all. */
  times: z.int().min(0).max(1_000).nullable().default(null),
});
export type ObjectChanceList = z.infer<typeof ObjectChanceList>;

export const UncoveredList = z.object({
  year: Year,
  ...Page,
  sort: z.enum(['', 'name', 'code', 'lastOn']).default(''),
  objects: z.enum(['key', 'ordinary']),
});
export type UncoveredList = z.infer<typeof UncoveredList>;
