/** What the list of objects can be sorted by: the keys of its columns, and `id`, the order of entry. */
export const objectSorts = [
  'id',
  'name',
  'code',
  'kind',
  'status',
  'statusOn',
  'industry',
  'township',
  'personInCharge',
  'maskedPhone',
  'address',
  'registeredBy',
  'foundedOn',
  'isAboveScale',
  'isKey',
  'tags',
] as const;
export type ObjectSort = (typeof objectSorts)[number];
