import { z } from 'zod';
import { lacksOf } from '../../../shared/features/dossiers/lacks.ts';
import { FileDossier } from '../../../shared/features/dossiers/schemas.ts';
import { yearOf } from '../../../shared/kernel/local-date.ts';
import { archiveNumber } from '../../../shared/kernel/numbering.ts';
import { refuse } from '../../../shared/kernel/result.ts';
import { command, query, router } from '../../app/procedures.ts';
import { noted } from '../../app/run-command.ts';
import { isHiddenFrom } from '../../app/targets.ts';

export const dossiersRouter = router({
  register: query().query(({ ctx }) => ctx.dossiers.register()),

  /** The dossier of one inspection as it stands: filed or not, and what it lacks. */
  ofInspection: query()
    .input(z.object({ inspectionId: z.int().positive() }))
    .query(({ ctx, input }) => {
      const inspection = ctx.inspections.inspectionById(input.inspectionId);
      if (inspection === null || isHiddenFrom(ctx)(inspection)) return null;
      return { filed: ctx.dossiers.dossierOf(input.inspectionId), lacks: lacksOf(inspection) };
    }),

  /** 归档: gives the archive number; the number runs per year. */
  file: command('dossier.file', { may: ['operator'] })
    .input(FileDossier)
    .mutation(({ ctx, input }) => {
      const inspection = ctx.inspections.inspectionById(input.inspectionId);
      if (inspection === null) return refuse('INSPECTION_NOT_FOUND');
      const filed = ctx.dossiers.dossierOf(input.inspectionId);
      if (filed !== null) return refuse('ALREADY_FILED', { archiveNumber: filed.archiveNumber });
      const lacks = lacksOf(inspection);
      if (lacks.length > 0) return refuse('DOSSIER_INCOMPLETE', { objectName: inspection.objectName, lacks });
      const year = yearOf(ctx.today);
      const serial = ctx.dossiers.nextSerial(year);
      const number = archiveNumber(year, serial);
      ctx.dossiers.insertDossier({
        ...input,
        year,
        serial,
        archiveNumber: number,
        filedOn: ctx.today,
        filedAt: ctx.now,
        filedBy: ctx.account?.id ?? 0,
      });
      return noted({ archiveNumber: number }, `${number} ${inspection.objectName}`, { retention: input.retention });
    }),
});
