/** What a dossier still lacks; each line leads to where it is made up for. */
export type DossierLack = 'NOTICE' | 'RESULT' | 'PUBLICATION' | 'CORRECTION_PENDING';

export interface DossierRefusals {
  DOSSIER_INCOMPLETE: { readonly objectName: string; readonly lacks: readonly DossierLack[] };
  ALREADY_FILED: { readonly archiveNumber: string };
}
