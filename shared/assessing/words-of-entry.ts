import type { AuthorityCode } from '../agencies/authorities.ts'
import type { ChronologyEntry, EntryWords } from '../chronology/entry.ts'
import { isAtLeast } from '../codes/harm-levels.ts'
import { protectionOf, struckFrom } from '../household/protection.ts'
import type { ChildId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import { mark } from '../people/striking/mark.ts'
import { striker } from '../people/striking/striker.ts'
import { isShared } from '../sharing/decision.ts'
import { type Behind, contentFor, type Surroundings } from './content-for.ts'

/** What the words of a child's entries are made from, at one reading by its authority. */
export type EntryReading = {
  readonly authority: AuthorityCode
  readonly childId: ChildId
  readonly isLead: boolean
  readonly surroundings: Surroundings
  readonly behind: readonly Behind[]
}

/** The child's own sensitive service is not named below H3 (X5). */
const isSensitive = ({ stored }: Behind, { harm }: ChronologyEntry): boolean =>
  stored.concern.flags.includes('SENSITIVE_CHILD_SERVICE') && !isAtLeast(harm, 'H3')

/** What was told of a concern, taken from it and redacted as the alert about this child is. */
const wordsTold = (
  entry: ChronologyEntry,
  behind: Behind,
  { authority, childId, isLead, surroundings }: EntryReading,
): EntryWords => {
  const { decision, leadsOnly } = behind.assessment.decision
  const content = contentFor(
    {
      authority,
      why: [],
      children: [childId],
      decision: decision === 'SHARE' ? 'SHARE' : 'SHARE_MINIMAL',
      isLeadsOnly: leadsOnly,
      isLead,
    },
    behind,
    surroundings,
  )
  const { adults, reason, narrative } = content
  return {
    adults: adults.map(({ person, names, dateOfBirth, relationshipToChild }) => ({
      person,
      names,
      relationshipToChild,
      ...present({ dateOfBirth }),
    })),
    reason,
    ...(narrative !== undefined && { statements: narrative }),
    ...(isSensitive(behind, entry) && { sourceName: mark }),
  }
}

/** The words of an entry for its reader: of a concern as they stand in its alert, of an outcome as its authority wrote them. */
export const wordsOfEntry =
  (reading: EntryReading) =>
  (entry: ChronologyEntry): EntryWords => {
    const { told, statements } = entry
    if (told === undefined) {
      const { around, concerns } = reading.surroundings
      const [first] = reading.behind
      const protection = protectionOf(around, concerns)
      const strike =
        first === undefined
          ? striker({ whereabouts: protection.places, names: protection.names })
          : striker(struckFrom(protection, first.stored, { isOwnAlert: false }))
      return {
        statements: statements?.map(({ kind, text }) => ({ kind, text: strike(text) })),
      }
    }
    const behind = reading.behind.find(({ stored }) => stored.concernId === told.concernId)
    return behind === undefined || !isShared(behind.assessment.decision.decision)
      ? {}
      : wordsTold(entry, behind, reading)
  }
