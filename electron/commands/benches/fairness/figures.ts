import { ALARM } from '../../../../shared/kernel/chi-square.ts';
import { ceremonyTests, seatTests, witnessedSeeds } from './ceremony-tests.ts';
import { largePoolTest, type NamedTest, orderTests, type Progress } from './object-tests.ts';
import { neighbouringSeeds, ticketOrder, twoDigitSeeds, unfairOrders } from './orders.ts';

/** One test's outcome. A way that is not fair is a control: it stands when the test finds it out. */
export interface FairnessFigure extends NamedTest {
  /** How the draw was made. */
  readonly way: string;
  readonly isControl: boolean;
  readonly seeds: number;
  readonly stands: boolean;
}

/** Some tests of one way, with the rounds they take. */
interface Run {
  readonly way: string;
  readonly isControl: boolean;
  readonly seeds: number;
  readonly tests: (rounds: number, progress: Progress) => readonly NamedTest[];
}

const TWO_DIGITS = '只有两位数字的种子';

/** Every test over so many seeds, first of the draw itself, then of the three ways that are not fair. */
export function fairnessRuns(seeds: number): readonly Run[] {
  const ours = (way: string, tests: Run['tests']): Run => ({ way, isControl: false, seeds, tests });
  const control = (way: string, tests: Run['tests']): Run => ({ way, isControl: true, seeds, tests });
  return [
    ours('SSJ-1，每次换种子', (rounds, progress) => orderTests(ticketOrder, rounds, progress)),
    ours('SSJ-1，种子只差末几位', (rounds, progress) => orderTests(neighbouringSeeds, rounds, progress)),
    ours('SSJ-1，每次换种子', (rounds, progress) => [largePoolTest(ticketOrder, rounds, progress)]),
    ours('SSJ-1，一位见证人的数字变化', (rounds, progress) => seatTests(witnessedSeeds, rounds, progress)),
    ours('SSJ-1，一位见证人的数字变化', (rounds, progress) => ceremonyTests(witnessedSeeds, rounds, progress)),
    ...Object.entries(unfairOrders).map(([way, make]) =>
      control(way, (rounds, progress) => orderTests(make(), rounds, progress)),
    ),
    control(TWO_DIGITS, (rounds, progress) => seatTests(twoDigitSeeds(), rounds, progress)),
    control(TWO_DIGITS, (rounds, progress) => ceremonyTests(twoDigitSeeds(), rounds, progress)),
  ];
}

export function figuresOf(
  { way, isControl, seeds, tests }: Run,
  progress: Progress = () => undefined,
): FairnessFigure[] {
  return tests(seeds, progress).map((test) => ({
    ...test,
    way,
    isControl,
    seeds,
    stands: isControl ? test.p < ALARM : test.p >= ALARM,
  }));
}
