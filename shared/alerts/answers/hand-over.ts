import type { Person } from '../../agencies/same-person.ts'
import { present } from '../../kernel/present.ts'
import { foldWorkId } from '../../kernel/work-id.ts'
import type { Alert, AlertState } from '../alert.ts'
import { givenBy } from './given-by.ts'

/** To a colleague, by work id, or back to the team. */
export type HandedTo = string | null

export type HandOverResult =
  | { readonly kind: 'answered' | 'already-answered'; readonly alert: Alert }
  | { readonly kind: 'changed-since-read' | 'held-by-another' }
  | { readonly kind: 'out-of-order'; readonly state: AlertState }

type By = {
  readonly person: Person
  /** Of the authority's lead: who may hand over what somebody has who is not there. */
  readonly isLead: boolean
  readonly expectedVersion: number
  readonly now: Date
}

/** The most that stand in an alert: the log has all of them. */
const mostKept = 20

/** Who has an alert now, by work id: whom it was handed to last, or who acknowledged it; undefined: nobody in particular. */
export const heldBy = ({
  acknowledgement,
  handOvers = [],
}: Pick<Alert, 'acknowledgement' | 'handOvers'>): string | undefined => {
  const last = handOvers.at(-1)
  return last === undefined ? acknowledgement?.practitioner : last.to
}

/** Whoever has it, the lead, and where nobody has it everybody. */
const mayHandOver = (alert: Alert, { person, isLead }: By): boolean => {
  const holder = heldBy(alert)
  return isLead || holder === undefined || holder === foldWorkId(person.practitioner ?? '')
}

/**
 * The alert in somebody else's hands. Neither its state nor any of its times changes: what is owed is owed as before, and is chased
 * while nobody has it. Said again of whoever has it already it is the same, whatever version was read.
 */
export const handOver = (alert: Alert, to: HandedTo, by: By): HandOverResult => {
  const { state, moved, handOvers = [] } = alert
  const isTaken = state !== 'RAISED' && moved === undefined
  if (isTaken && heldBy(alert) === (to ?? undefined)) return { kind: 'already-answered', alert }
  if (alert.version !== by.expectedVersion) return { kind: 'changed-since-read' }
  if (!isTaken) return { kind: 'out-of-order', state }
  if (!mayHandOver(alert, by)) return { kind: 'held-by-another' }
  const handed = { ...givenBy(by), ...present({ to: to ?? undefined }) }
  return {
    kind: 'answered',
    alert: {
      ...alert,
      version: alert.version + 1,
      handOvers: [...handOvers, handed].slice(-mostKept),
    },
  }
}
