export interface RegistersRefusals {
  ENTRY_WITHDRAWN: { readonly title: string };
  /** Nothing differs from the version before. */
  ENTRY_UNCHANGED: { readonly title: string };
  REGISTER_CLOSED: { readonly name: string };
  REGISTER_NOT_PUBLIC: { readonly name: string };
  /** The register wants a document with each entry that is published. */
  ENTRY_WITHOUT_DOCUMENT: { readonly name: string; readonly title: string };
  ENTRY_PUBLISHED_ALREADY: { readonly publishedOn: string };
  DAY_NOT_COME: { readonly on: string; readonly what: string };
  CASE_INCOMPLETE: { readonly name: string; readonly lacks: readonly string[] };

  SUMMARY_STATE: { readonly title: string; readonly state: string };
  SUMMARY_UNFINISHED: { readonly title: string; readonly sections: readonly string[] };
  OWN_SUMMARY: { readonly title: string };
  SUMMARY_UNCHANGED: { readonly title: string };
  /** The risk class is not for the public, nor for other offices. */
  SUMMARY_TELLS_GRADE: { readonly section: string; readonly found: string };
  PERIOD_NOT_BEGUN: { readonly fromOn: string };

  LETTER_STATE: { readonly number: string; readonly state: string };
  OWN_LETTER: { readonly number: string };
  ENTRY_TELLS_GRADE: { readonly found: string };
  LETTER_TELLS_GRADE: { readonly found: string };
  LETTER_BEFORE: { readonly earliest: string; readonly what: string };

  CAMPAIGN_EMPTY: Record<never, never>;
  CAMPAIGN_ENDED: { readonly name: string; readonly endedOn: string };
  CAMPAIGN_UNWORKED: { readonly name: string; readonly open: readonly string[] };
  /** Enterprises a task for it names that it is not about. */
  NOT_OF_CAMPAIGN: { readonly name: string; readonly others: readonly string[] };
  NOTHING_TO_PUSH: { readonly what: string };
}
