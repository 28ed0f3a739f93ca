import { isAtLeast } from '../codes/harm-levels.ts'
import { present } from '../kernel/present.ts'
import { whereaboutsIn, withoutContacts, withoutLiterals, wordsOf } from '../people/protect-text.ts'
import { mark } from '../people/striking/mark.ts'
import type { StoredChild } from '../register/stored.ts'
import type { ChronologyEntry } from './entry.ts'

type Scrub = (text: string) => string
const asIs: Scrub = (text) => text

/** Every place and number that the register holds of the family, and whatever looks like one. */
const withoutPlaces = ({ addresses, adults }: StoredChild['child']): Scrub => {
  const literal = withoutLiterals(
    [{ addresses }, ...adults].flatMap((one) => [...whereaboutsIn(one)]),
  )
  return (text) => withoutContacts(literal(text))
}

/** The child's own sensitive service is not named, nor below H3 quoted (X5). */
const isOfSensitiveService = ({ child }: StoredChild, { source }: ChronologyEntry): boolean =>
  child.restricted.sensitiveService && source.kind === 'agency'

const isGrave = ({ harm }: ChronologyEntry): boolean => isAtLeast(harm, 'H3')

const textOf = (
  entry: ChronologyEntry,
  scrub: Scrub,
  isQuoted: boolean,
): Pick<ChronologyEntry, 'reason' | 'statements'> => ({
  ...(entry.reason !== undefined && { reason: scrub(entry.reason) }),
  ...(entry.statements !== undefined &&
    isQuoted && {
      statements: entry.statements.map(({ kind, text }) => ({ kind, text: scrub(text) })),
    }),
})

const codesOf = ({ nature, outcome, corrects, ...entry }: ChronologyEntry) => ({
  entryId: entry.entryId,
  kind: entry.kind,
  eventOn: entry.eventOn,
  isOngoing: entry.isOngoing,
  recordedAt: entry.recordedAt,
  harm: entry.harm,
  factors: entry.factors,
  hasPreviousRemoval: entry.hasPreviousRemoval,
  ...present({ nature, outcome, corrects }),
})

/**
 * An entry as its reader may see it today. It was redacted when it was shared; a restriction that began since is applied
 * over that: a hidden address (X1) and a sensitive service (X5). Each field is copied by name, so one that is new is not
 * disclosed until it stands here. No statement leaves without its kind (X7).
 */
export const redactEntry = (stored: StoredChild): ((entry: ChronologyEntry) => ChronologyEntry) => {
  const { child } = stored
  const places = child.restricted.address ? withoutPlaces(child) : asIs
  return (entry) => {
    const isService = isOfSensitiveService(stored, entry)
    const { kind, name } = entry.source
    const names = isService ? withoutLiterals(wordsOf([name])) : asIs
    return {
      ...codesOf(entry),
      source: { kind, name: isService ? mark : places(name) },
      ...textOf(entry, (text) => names(places(text)), isGrave(entry) || !isService),
    }
  }
}
