import { addMonths } from '../calendar/months.ts'
import type { Decision } from '../sharing/decision.ts'

/** How long what is held is kept, before its text and the identity of its people are deleted (policy §3). */
const daysWithoutHarm = 90
const monthsHeld = 12
const day = 24 * 60 * 60 * 1000

const keptUntil = (harm: Decision['harmAfter'], receivedAt: string): Date => {
  const received = new Date(receivedAt)
  return harm === 'H0'
    ? new Date(received.getTime() + daysWithoutHarm * day)
    : addMonths(received, monthsHeld)
}

/** When a concern that was received then expires, while it is held; undefined: it does not. */
export const expiryOf = (
  { decision, harmAfter }: Pick<Decision, 'decision' | 'harmAfter'>,
  receivedAt: string,
): string | undefined =>
  decision === 'HOLD' ? keptUntil(harmAfter, receivedAt).toISOString() : undefined

/**
 * Whether what was sent would be gone by now if nobody had known the family: from then on nothing that its sender does may
 * show otherwise, be it that it was shared or that a lead is asked. `asSent`: the decision on the form alone.
 */
export const isPastKeeping = (
  asSent: Pick<Decision, 'harmAfter'>,
  { receivedAt, now }: { readonly receivedAt: string; readonly now: Date },
): boolean => keptUntil(asSent.harmAfter, receivedAt) <= now
