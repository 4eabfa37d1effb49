export const dossierActions = {
  'dossier.file': '归档',
  'dossier.print': '打印卷宗',
} as const;
