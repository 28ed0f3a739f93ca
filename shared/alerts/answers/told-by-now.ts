import { after } from '../../calendar/span.ts'
import { type Chased, chaseLadder, toldAfter } from '../../codes/chase-steps.ts'
import type { HarmLevel } from '../../codes/harm-levels.ts'
import { responseTimeOf } from '../../codes/response-times.ts'

/**
 * Whose an overdue alert is by now: the highest step of the ladder that the clock has told, a period of its level after
 * another (policy §7).
 */
export const toldByNow = (
  { harm, dueAt }: { readonly harm: HarmLevel; readonly dueAt: string },
  now: Date,
): Chased => {
  const { acknowledge } = responseTimeOf(harm)
  let steps = 0
  for (let at = new Date(dueAt); at <= now && steps < chaseLadder.length; steps += 1)
    at = after(at, acknowledge)
  return toldAfter(Math.max(0, steps - 1)).at(0) ?? 'inbox'
}
