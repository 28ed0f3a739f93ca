import { addMonths } from '../calendar/months.ts'
import type { Decision } from '../sharing/decision.ts'

/** How long what is held is kept, before its text and the identity of its people are deleted (policy §3). */
const daysWithoutHarm = 90
const monthsHeld = 12
const day = 24 * 60 * 60 * 1000

/** When a concern that was received then expires, while it is held; undefined: it does not. */
export const expiryOf = (
  { decision, harmAfter }: Pick<Decision, 'decision' | 'harmAfter'>,
  receivedAt: string,
): string | undefined => {
  if (decision !== 'HOLD') return undefined
  const received = new Date(receivedAt)
  return (
    harmAfter === 'H0'
      ? new Date(received.getTime() + daysWithoutHarm * day)
      : addMonths(received, monthsHeld)
  ).toISOString()
}
