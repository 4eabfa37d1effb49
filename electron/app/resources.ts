import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FestivalDays, festivalsOf, LunarFestivals } from '../../shared/kernel/festivals.ts';
import { PolicyPack } from '../../shared/kernel/policy-pack.ts';
import { type WorkingCalendar, workingCalendar, YearCalendar } from '../../shared/kernel/working-days.ts';

export interface PackSummary {
  readonly id: string;
  readonly title: string;
  readonly office: string;
  readonly purpose: string;
  readonly version: number;
  readonly datedOn: string;
}

/** The policy packs shipped in resources/policies, by id. */
export function listPacks(resources: string): readonly PackSummary[] {
  return jsonFiles(resources, 'policies').map((file) => {
    const { id, title, office, purpose, version, datedOn } = readPack(file);
    return { id, title, office, purpose, version, datedOn };
  });
}

/** The shipped pack of that id, validated; null when there is none. */
export function loadPack(resources: string, id: string): PolicyPack | null {
  return (
    jsonFiles(resources, 'policies')
      .map(readPack)
      .find((pack) => pack.id === id) ?? null
  );
}

/** The working days of the announced years in resources/calendars. */
export function loadCalendar(resources: string): WorkingCalendar {
  return workingCalendar(announcedYears(resources));
}

/** The festivals of the announced years and of the lunar calendar. */
export function loadFestivals(resources: string): readonly FestivalDays[] {
  const lunar = readFileSync(join(resources, 'calendars', 'festivals', 'lunar.json'), 'utf8');
  return festivalsOf(announcedYears(resources), LunarFestivals.parse(JSON.parse(lunar)));
}

function announcedYears(resources: string): readonly YearCalendar[] {
  return jsonFiles(resources, 'calendars').map((file) => YearCalendar.parse(JSON.parse(readFileSync(file, 'utf8'))));
}

function jsonFiles(resources: string, kind: 'policies' | 'calendars'): readonly string[] {
  const folder = join(resources, kind);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

function readPack(file: string): PolicyPack {
  return PolicyPack.parse(JSON.parse(readFileSync(file, 'utf8')));
}
