import * as z from 'zod'
import { monthsBetween } from '../calendar/months.ts'

/** How far on a child is, on the day of an assessment: enough for special care, and no date by which to know a person. */
export const stageShape = {
  ageMonths: z.int().min(0).optional(),
  isUnborn: z.literal(true).optional(),
  isBirthUpdateDue: z.literal(true).optional(),
} as const
export type Stage = z.infer<z.ZodObject<typeof stageShape>>

type Birth = {
  readonly dateOfBirth?: string | undefined
  readonly expectedDateOfDelivery?: string | undefined
}

/** Six weeks after the day expected (F8). */
const birthUpdateDays = 42
const day = 24 * 60 * 60 * 1000

/** `today` is London's, as an ISO date. A date still to come is no age. */
export const stageOf = ({ dateOfBirth, expectedDateOfDelivery }: Birth, today: string): Stage => {
  if (expectedDateOfDelivery !== undefined) {
    const late = Date.parse(today) - Date.parse(expectedDateOfDelivery) > birthUpdateDays * day
    return { isUnborn: true, ...(late && { isBirthUpdateDue: true }) }
  }
  const months = dateOfBirth === undefined ? -1 : monthsBetween(dateOfBirth, today)
  return months < 0 ? {} : { ageMonths: months }
}
