import type { NameOrigin } from '../people-types.ts'
import type { Random } from '../random.ts'
import { africanCaribbeanHabits } from './african-caribbean.ts'
import { arabicSomaliHabits } from './arabic-somali.ts'
import { celticHabits } from './celtic.ts'
import { eastAsianHabits } from './east-asian.ts'
import { easternEuropeanHabits } from './eastern-european.ts'
import { englishGiven } from './english-given.ts'
import { englishSurname } from './english-surnames.ts'
import type { Habit } from './habit.ts'
import { southAsianHabits } from './south-asian.ts'

const englishHabit: Habit = {
  origin: 'english',
  share: 680,
  given: englishGiven,
  family: englishSurname,
  middleShare: 0.65,
  takesNameShare: 0.82,
  barrelShare: 0.035,
}

const majority: readonly Habit[] = [englishHabit, ...celticHabits]

/** About 22 % of all households. */
const minority: readonly Habit[] = [
  ...southAsianHabits,
  ...arabicSomaliHabits,
  ...easternEuropeanHabits,
  ...africanCaribbeanHabits,
  ...eastAsianHabits,
]

const sharesOf = (habits: readonly Habit[]): number =>
  habits.reduce((sum, { share }) => sum + share, 0)

/** The share of households of minority name origin in the country. */
export const minorityShare = sharesOf(minority) / (sharesOf(minority) + sharesOf(majority))

/** How a household names its own, on a street where this share is of minority name origin. */
export const drawHabit = (random: Random, shareOfMinority: number): Habit =>
  random.weighted(random.chance(shareOfMinority) ? minority : majority)

/** One of the habits of an origin. */
export const habitOfOrigin = (random: Random, origin: NameOrigin): Habit =>
  random.weighted([...majority, ...minority].filter((habit) => habit.origin === origin))
