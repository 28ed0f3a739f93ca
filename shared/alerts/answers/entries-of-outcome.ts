import { authorities } from '../../agencies/authorities.ts'
import { londonDay } from '../../calendar/london-day.ts'
import type { ChildEntry } from '../../chronology/entry.ts'
import type { Alert } from '../alert.ts'

/**
 * What a social worker decided, in the chronology of each child that the alert names. The decision is a fact; the reason
 * given for it is a professional's opinion. `entryId` is that of the audit entry which records the act.
 */
export const entriesOfOutcome = (
  { authority, content, harm, outcome }: Alert,
  entryId: string,
): ChildEntry[] => {
  if (outcome === undefined) return []
  const { code, reason, at } = outcome
  return content.children.map(({ childId }) => ({
    childId,
    entry: {
      entryId,
      kind: 'OUTCOME',
      eventOn: londonDay(new Date(at)),
      isOngoing: false,
      recordedAt: at,
      source: { kind: 'authority', name: authorities[authority].name },
      nature: reason === undefined ? ['FACT'] : ['FACT', 'OPINION'],
      harm,
      factors: content.factors,
      outcome: code,
      hasPreviousRemoval: false,
      ...(reason !== undefined && { statements: [{ kind: 'OPINION', text: reason }] }),
    },
  }))
}
