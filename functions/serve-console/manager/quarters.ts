import { monthBefore, monthsFrom } from '../../../shared/alerts/volume.ts'
import { londonMonth } from '../../../shared/calendar/london-day.ts'

/** A quarter of a year, by its first month. */
export type Quarter = { readonly first: string; readonly months: readonly string[] }

/** Of how many quarters is told: what one question to the API gives. */
const mostQuarters = 4

const quarterOf = (first: string): Quarter => ({
  first,
  months: monthsFrom(first, monthBefore(first, -2)),
})

/**
 * The quarters to choose from, the newest first. No other periods: of two that overlap, the difference would tell what is left out
 * of each.
 */
export const quartersUntil = (now: Date): readonly Quarter[] => {
  const month = londonMonth(now)
  const since = (Number(month.slice(5)) - 1) % 3
  const newest = monthBefore(month, since)
  return Array.from({ length: mostQuarters }, (_, at) => quarterOf(monthBefore(newest, 3 * at)))
}
