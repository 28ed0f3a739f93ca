import * as z from 'zod'
import { isPast } from '../calendar/is-past.ts'
import type { Step } from './counted-alert.ts'
import type { RaisedAlert } from './repeats.ts'

/** A month in which alerts were raised, as YYYY-MM in London. */
export const monthSchema = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, {
  error: 'a month, such as 2026-11',
})

const count = (description: string) => z.int().meta({ description })

/** What a step came to: of how many the time is over or they were taken, and how many were taken in time. */
const inTimeSchema = z.strictObject({ due: z.int(), inTime: z.int() })

export const volumeSchema = z.strictObject({
  month: monthSchema,
  agencyName: z.string(),
  raised: z.int(),
  decided: z.int(),
  noFurtherAction: z.int(),
  noFurtherActionRate: z
    .number()
    .nullable()
    .meta({ description: 'Of those decided; null while none is' }),
  acknowledged: inTimeSchema.meta({
    description: 'Taken by somebody: `due` is how many were, or should have been by now',
  }),
  told: inTimeSchema.meta({
    description: 'Decided, and the sender told, for the first time; `due` as above',
  }),
  repeated: count(
    'Needed because nothing had been done: a child of it was told of within twelve months before, and nobody had taken the family on; or the same incident was told again before anybody decided',
  ),
  overridden: z
    .strictObject({ all: z.int(), withReason: z.int() })
    .meta({ description: 'Told although consent was refused or withdrawn; and with a reason' }),
  wrongMatches: count('Of a child of your register, and answered NOT_THIS_PERSON'),
})
export type Volume = z.infer<typeof volumeSchema>

/** The most months of one question: each is a partition to be read to its end. */
export const mostMonths = 12

const numberOf = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

const monthAt = (number: number): string =>
  `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`

/** The month so many before another. */
export const monthBefore = (month: string, months: number): string =>
  monthAt(numberOf(month) - months)

/** Every month from one to another, both included. */
export const monthsFrom = (from: string, to: string): string[] => {
  const first = numberOf(from)
  const length = Math.max(0, numberOf(to) - first + 1)
  return Array.from({ length }, (_, at) => monthAt(first + at))
}

/** Of steps that were taken, or should have been by now, those that were taken in time. */
const inTimeOf = (steps: readonly (Step | undefined)[], now: Date): Volume['told'] => {
  const due = steps.filter(
    (step) => step !== undefined && (step.at !== undefined || isPast(step.by, now)),
  )
  return {
    due: due.length,
    inTime: due.filter((step) => step?.at !== undefined && step.at <= step.by).length,
  }
}

type Counting = { readonly repeats: ReadonlySet<RaisedAlert>; readonly now: Date }

const measuredOf = (alerts: readonly RaisedAlert[], { repeats, now }: Counting) => {
  const overridden = alerts.flatMap((alert) => alert.overridden ?? [])
  return {
    acknowledged: inTimeOf(
      alerts.map(({ acknowledge }) => acknowledge),
      now,
    ),
    told: inTimeOf(
      alerts.map(({ tell }) => tell),
      now,
    ),
    repeated: alerts.filter((alert) => repeats.has(alert)).length,
    overridden: {
      all: overridden.length,
      withReason: overridden.filter(({ withReason }) => withReason).length,
    },
    wrongMatches: alerts.filter(
      ({ isMatched, outcome }) => isMatched && outcome === 'NOT_THIS_PERSON',
    ).length,
  }
}

/** The alerts of one month by the agency that sent the concern, by name. */
export const volumeOf = (
  month: string,
  alerts: readonly RaisedAlert[],
  counting: Counting,
): Volume[] =>
  [...Map.groupBy(alerts, ({ agencyName }) => agencyName)]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([agencyName, theirs]) => {
      const decided = theirs.filter(({ outcome }) => outcome !== undefined).length
      const noFurtherAction = theirs.filter(({ outcome }) => outcome === 'NO_FURTHER_ACTION').length
      return {
        month,
        agencyName,
        raised: theirs.length,
        decided,
        noFurtherAction,
        noFurtherActionRate: decided === 0 ? null : noFurtherAction / decided,
        ...measuredOf(theirs, counting),
      }
    })
