import { pinyin } from 'pinyin-pro';
import { nameKey } from '../../../shared/kernel/normalise.ts';
import type { Db } from '../../database/open.ts';
import { segmentsOf } from './syllables.ts';

/** How a name sounds, one sign a character, and the letters it is sorted by. */
export interface NameSounds {
  /** The first letter of each character's usual reading. */
  readonly order: string;
  readonly initials: string;
  readonly sounds: string;
}

interface CharacterSounds {
  readonly order: string;
  readonly initial: string;
  readonly sound: string;
}

type Part = 'initial' | 'syllable';

interface SoundRow {
  id: number;
  part: Part;
  readings: string;
}

/** A GLOB pattern; where `beginnings` are given, what matches holds one of them. */
export interface SoundPattern {
  readonly beginnings: readonly string[];
  readonly glob: string;
}

export interface SoundPatterns {
  readonly initials: readonly SoundPattern[];
  readonly sounds: readonly SoundPattern[];
}

/** Signs of two bytes are the quickest to look for; there are 1,792 of them, the rest are of private use. */
const [SHORT_SIGNS, SHORT_SIGN_COUNT, LONG_SIGNS] = [0x100, 0x700, 0xe000];
/** What is left out: nobody types it, or it could be taken for a sign. */
const UNREAD = /[^a-z0-9\p{Script=Han}]/gu;
const HAN = /\p{Script=Han}/u;
/** More ways to read one text than this are not tried. */
const MOST_WAYS = 16;
const MOST_BEGINNINGS = 4;

/** Table sounds: a character with several readings is found under each of them. */
export function createSoundsRepo(db: Db) {
  const insert = db.prepare<[number, Part, string]>('insert into sounds (id, part, readings) values (?, ?, ?)');
  const select = db.prepare<[Part, string], { id: number }>('select id from sounds where part = ? and readings = ?');
  const selectAll = db.prepare<[], SoundRow>('select id, part, readings from sounds');
  const selectNext = db.prepare<[], number>('select coalesce(max(id) + 1, 0) from sounds').pluck();
  const known = new Map<string, CharacterSounds>();
  let next = -1;

  /** A command that was rolled back takes its new signs with it; what was remembered of them goes too. */
  function forgetRolledBack(): void {
    const now = selectNext.get() ?? 0;
    if (now === next) return;
    known.clear();
    next = now;
  }

  function signOf(part: Part, readings: readonly string[]): string {
    const text = readings.join(' ');
    const there = select.get(part, text)?.id;
    if (there === undefined) insert.run(next, part, text);
    const id = there ?? next;
    if (there === undefined) next += 1;
    return sign(id);
  }

  function soundsOf(character: string): CharacterSounds {
    const there = known.get(character);
    if (there !== undefined) return there;
    const readings = readingsOf(character);
    const [first = ''] = readings;
    const letters = [...new Set(readings.map((reading) => reading.charAt(0)))].sort();
    const sounds = {
      order: first.charAt(0),
      initial: letters.length === 1 ? first.charAt(0) : signOf('initial', letters),
      sound: HAN.test(character) ? signOf('syllable', readings.toSorted()) : character,
    };
    known.set(character, sounds);
    return sounds;
  }

  return {
    /** Writes signs that are new; part of the command that writes the name. */
    nameSounds(name: string): NameSounds {
      forgetRolledBack();
      const characters = Array.from(nameKey(name).toLowerCase().replace(UNREAD, ''), soundsOf);
      const joined = (part: keyof CharacterSounds) => characters.map((sounds) => sounds[part]).join('');
      return { order: joined('order'), initials: joined('initial'), sounds: joined('sound') };
    },

    /** What a text of letters may stand for, character by character; none when it cannot be pinyin. */
    soundPatterns(text: string): SoundPatterns {
      const letters = text
        .toLowerCase()
        .replace(/[\s'’]/g, '')
        .replaceAll('ü', 'v');
      if (!/^[a-z]+$/.test(letters)) return { initials: [], sounds: [] };
      const rows = selectAll.all().map((row) => ({ ...row, readings: row.readings.split(' ') }));
      const signs = (part: Part, fits: (reading: string) => boolean) =>
        rows.filter((row) => row.part === part && row.readings.some(fits)).map(({ id }) => sign(id));
      const initials = Array.from(letters, (letter) => [letter, ...signs('initial', (reading) => reading === letter)]);
      const syllables = new Set(rows.flatMap((row) => (row.part === 'syllable' ? row.readings : [])));
      const ways = segmentsOf(letters, syllables, MOST_WAYS).map((way) =>
        way.map((segment, index) =>
          // The last syllable may still be in the typing.
          index === way.length - 1
            ? signs('syllable', (reading) => reading.startsWith(segment))
            : signs('syllable', (reading) => reading === segment),
        ),
      );
      return { initials: [patternOf(initials)], sounds: ways.map(patternOf) };
    },
  };
}

function sign(id: number): string {
  return String.fromCodePoint(id < SHORT_SIGN_COUNT ? SHORT_SIGNS + id : LONG_SIGNS + id - SHORT_SIGN_COUNT);
}

/** Toneless readings, the usual one first; anything but a Chinese character reads as itself. */
function readingsOf(character: string): string[] {
  if (!HAN.test(character)) return [character];
  const readings = pinyin(character, { multiple: true, toneType: 'none', type: 'array' });
  return [...new Set(readings.map((reading) => reading.toLowerCase().replaceAll('ü', 'v')))];
}

/** Looking for a few plain beginnings is quicker than matching a pattern at every place. */
function patternOf(classes: readonly (readonly string[])[]): SoundPattern {
  let beginnings: readonly string[] = [''];
  for (const signs of classes) {
    if (beginnings.length * signs.length > MOST_BEGINNINGS) break;
    beginnings = beginnings.flatMap((beginning) => signs.map((sign) => beginning + sign));
  }
  const glob = `*${classes.map((signs) => `[${signs.join('')}]`).join('')}*`;
  return { beginnings: beginnings.includes('') ? [] : beginnings, glob };
}
