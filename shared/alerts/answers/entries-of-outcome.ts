import { londonDay } from '../../calendar/london-day.ts'
import type { ChildEntry } from '../../chronology/entry.ts'
import type { Alert } from '../alert.ts'

type Entry = ChildEntry['entry']

/** By whom, and under the id of the audit entry which records the act. */
type Act = { readonly entryId: string; readonly authorityName: string }

/** What an authority did at a moment, in the chronology of each child that the alert names. */
const entriesOf = (
  { children, factors, harm, isLeadsOnly }: Alert,
  { entryId, authorityName }: Act,
  { at, ...said }: Pick<Entry, 'kind' | 'outcome' | 'statements'> & { readonly at: string },
): ChildEntry[] =>
  children.map((childId) => ({
    childId,
    entry: {
      entryId,
      eventOn: londonDay(new Date(at)),
      isOngoing: false,
      recordedAt: at,
      source: { kind: 'authority', name: authorityName },
      harm,
      factors,
      hasPreviousRemoval: false,
      ...(isLeadsOnly && { isLeadsOnly: true as const }),
      ...said,
    },
  }))

/** That the work has ended: the year of watching begins (F14). */
export const entriesOfCaseEnded = (alert: Alert, act: Act): ChildEntry[] =>
  alert.caseStatus?.status === 'ENDED'
    ? entriesOf(alert, act, { kind: 'CASE_ENDED', at: alert.caseStatus.at })
    : []

/** What a social worker decided. The decision is a fact; the reason given for it is a professional's opinion. */
export const entriesOfOutcome = (alert: Alert, act: Act): ChildEntry[] => {
  if (alert.outcome === undefined) return []
  const { code: outcome, reason, at } = alert.outcome
  return entriesOf(alert, act, {
    kind: 'OUTCOME',
    at,
    outcome,
    ...(reason !== undefined && { statements: [{ kind: 'OPINION', text: reason }] }),
  })
}
