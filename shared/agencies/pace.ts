import * as z from 'zod'
import { calendarDateSchema } from '../calendar/calendar-date.ts'
import type { Span } from '../calendar/span.ts'
import type { HarmLevel } from '../codes/harm-levels.ts'
import { responseTimeOf } from '../codes/response-times.ts'
import { keysOf } from '../kernel/keys-of.ts'

const workingDays = z.object({ workingDays: z.int().min(0).max(60) })
const hours = z.object({ hours: z.number().positive().max(1000) })

/** Of one level: what is left out is as the policy has it. Deciding ends with a day, so it is in working days; 0 is the same day. */
const timesSchema = z.object({
  acknowledge: z.union([hours, workingDays]).optional(),
  decide: workingDays.optional(),
  strategyDiscussion: workingDays.optional(),
})

/** Levels at which anybody is told. */
const levelsShape = {
  H1: timesSchema.optional(),
  H2: timesSchema.optional(),
  H3: timesSchema.optional(),
  H4: timesSchema.optional(),
}
export const agreedTimesSchema = z.object(levelsShape)
export type AgreedTimes = z.infer<typeof agreedTimesSchema>

/** What a council has agreed with the partnership: how soon it answers, from one day until before another. */
export const paceSchema = z.object({
  from: calendarDateSchema,
  until: calendarDateSchema.optional(),
  times: agreedTimesSchema,
})
export type Pace = z.infer<typeof paceSchema>

/** The most that are kept of one authority, those that are over included. */
export const mostPaces = 20

/** The least that a working day may last, for whoever is told in its last minute has all of the next. */
const hoursOfWorkingDay = 24

/** Whether one time is always over sooner than another, from whatever moment it is counted. */
export const isSooner = (one: Span, other: Span): boolean => {
  if ('hours' in one && 'hours' in other) return one.hours < other.hours
  if ('workingDays' in one && 'workingDays' in other) return one.workingDays < other.workingDays
  return (
    'hours' in one && 'workingDays' in other && one.hours <= other.workingDays * hoursOfWorkingDay
  )
}

/** What may be agreed of a level, in the words of an operator's option. */
export const steps = ['acknowledge', 'decide', 'strategyDiscussion'] as const
export type Step = (typeof steps)[number]

const agreedAt = (harm: HarmLevel, step: Step, times: AgreedTimes | undefined): Span | undefined =>
  harm === 'H0' ? undefined : times?.[harm]?.[step]

/** What was agreed of one step, where it is sooner than the policy asks; of anything else the policy's own time holds. */
export const agreedFor = (
  harm: HarmLevel,
  step: Step,
  times: AgreedTimes | undefined,
): Span | undefined => {
  const agreed = agreedAt(harm, step, times)
  const asked = responseTimeOf(harm)[step]
  return agreed !== undefined && asked !== undefined && isSooner(agreed, asked) ? agreed : undefined
}

/** Levels and steps of which something else was agreed than sooner: refused at the door. */
export const notSooner = (times: AgreedTimes): readonly string[] =>
  keysOf(levelsShape).flatMap((harm) =>
    steps
      .filter(
        (step) =>
          agreedAt(harm, step, times) !== undefined && agreedFor(harm, step, times) === undefined,
      )
      .map((step) => `${harm} ${step}`),
  )

/** The agreement in force on a day; of two, the one that began last. */
export const paceOn = (paces: readonly Pace[], today: string): Pace | undefined =>
  paces
    .filter(({ from, until }) => from <= today && (until === undefined || today < until))
    .toSorted((one, other) => (one.from < other.from ? 1 : -1))[0]

const overlap = (one: Pace, other: Pace): boolean =>
  (one.until === undefined || other.from < one.until) &&
  (other.until === undefined || one.from < other.until)

/** What is wrong with an authority's agreements, in words; undefined where nothing is. */
export const wrongWith = (paces: readonly Pace[]): string | undefined => {
  if (paces.length > mostPaces) return `at most ${mostPaces} are kept`
  if (paces.some(({ from, until }) => until !== undefined && until <= from))
    return 'its end is not after its beginning'
  if (paces.some((one, at) => paces.slice(at + 1).some((other) => overlap(one, other))))
    return 'another is in force on some of its days: end that one first'
  const late = paces.flatMap(({ times }) => notSooner(times))
  return late.length === 0
    ? undefined
    : `not sooner than the policy has it: ${[...new Set(late)].join(', ')}; a time may be shortened, never lengthened`
}
