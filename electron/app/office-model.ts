import { modelOf } from '../../shared/features/grading/grade.ts';
import type { IndicatorModel } from '../../shared/kernel/indicator-model.ts';
import type { PolicyPack } from '../../shared/kernel/policy-pack.ts';

/** The model the office grades by under this pack; null where it uses none. */
export function officeModel(pack: PolicyPack): IndicatorModel | null {
  return modelOf(pack);
}
