import type { FestivalDays } from '../../../shared/kernel/festivals.ts';
import type { Context } from '../../app/context.ts';
import { loadFestivals } from '../../app/resources.ts';

/** Festivals of the calendar and the days the office filled in; its own come first. */
export function festivalsFor({ plans, ports }: Pick<Context, 'plans' | 'ports'>): readonly FestivalDays[] {
  return [...plans.occasionDays(), ...loadFestivals(ports.places.resources)];
}
