import { londonDay } from '../../calendar/london-day.ts'
import type { ChildEntry } from '../../chronology/entry.ts'
import type { Alert } from '../alert.ts'

type Ended = {
  readonly entryId: string
  readonly at: Date
  readonly authorityName: string
}

/** That the work has ended, in the chronology of each child that the alert names: the year of watching begins (F14). */
export const entriesOfCaseEnded = (
  { children, factors, harm, isLeadsOnly }: Alert,
  { entryId, at, authorityName }: Ended,
): ChildEntry[] =>
  children.map((childId) => ({
    childId,
    entry: {
      entryId,
      kind: 'CASE_ENDED',
      eventOn: londonDay(at),
      isOngoing: false,
      recordedAt: at.toISOString(),
      source: { kind: 'authority', name: authorityName },
      harm,
      factors,
      hasPreviousRemoval: false,
      ...(isLeadsOnly && { isLeadsOnly: true as const }),
    },
  }))

/**
 * What a social worker decided, in the chronology of each child that the alert names. The decision is a fact; the reason
 * given for it is a professional's opinion. `entryId` is that of the audit entry which records the act.
 */
export const entriesOfOutcome = (
  { children, factors, harm, isLeadsOnly, outcome }: Alert,
  { entryId, authorityName }: { readonly entryId: string; readonly authorityName: string },
): ChildEntry[] => {
  if (outcome === undefined) return []
  const { code, reason, at } = outcome
  return children.map((childId) => ({
    childId,
    entry: {
      entryId,
      kind: 'OUTCOME',
      eventOn: londonDay(new Date(at)),
      isOngoing: false,
      recordedAt: at,
      source: { kind: 'authority', name: authorityName },
      harm,
      factors,
      outcome: code,
      hasPreviousRemoval: false,
      ...(isLeadsOnly && { isLeadsOnly: true as const }),
      ...(reason !== undefined && { statements: [{ kind: 'OPINION', text: reason }] }),
    },
  }))
}
