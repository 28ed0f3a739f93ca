import * as z from 'zod'
import { outcomeCodes } from '../codes/outcomes.ts'

/** One alert as it is counted: who sent the concern, as the alert shows it, and what was decided so far. */
export const countedAlertSchema = z.object({
  agencyName: z.string(),
  outcome: z.enum(outcomeCodes).optional(),
})
export type CountedAlert = z.infer<typeof countedAlertSchema>

/** A month in which alerts were raised, as YYYY-MM in London. */
export const monthSchema = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, {
  error: 'a month, such as 2026-11',
})

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
})
export type Volume = z.infer<typeof volumeSchema>

/** The most months of one question: each is a partition to be read to its end. */
export const mostMonths = 12

/** Every month from one to another, both included. */
export const monthsFrom = (from: string, to: string): string[] => {
  const numberOf = (month: string): number =>
    Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
  const first = numberOf(from)
  return Array.from({ length: Math.max(0, numberOf(to) - first + 1) }, (_, at) => {
    const year = Math.floor((first + at) / 12)
    return `${year}-${String(((first + at) % 12) + 1).padStart(2, '0')}`
  })
}

/** The alerts of one month by the agency that sent the concern, by name. */
export const volumeOf = (month: string, alerts: readonly CountedAlert[]): Volume[] =>
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
      }
    })
