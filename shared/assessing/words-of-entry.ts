import type { AuthorityCode } from '../agencies/authorities.ts'
import type { AlertContent } from '../alerts/content/alert-content.ts'
import type { ChronologyEntry, EntryWords } from '../chronology/entry.ts'
import { isOfChildsService } from '../concerns/childs-service.ts'
import { protectedIn, protectionOf } from '../household/protection.ts'
import type { ChildId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import { mark } from '../people/striking/mark.ts'
import { striker } from '../people/striking/striker.ts'
import { isShared } from '../sharing/decision.ts'
import { answerWordsFor, contentFor } from './content-for.ts'
import type { Behind, Surroundings } from './reading.ts'

/** What the words of a child's entries are made from, at one reading by its authority. */
export type EntryReading = {
  readonly authority: AuthorityCode
  readonly childId: ChildId
  readonly isLead: boolean
  readonly inEmergency?: boolean
  readonly surroundings: Surroundings
  readonly behind: readonly Behind[]
}

const withoutService = ({ stored }: Behind): ((text: string) => string) =>
  striker({ whereabouts: [{ places: [stored.submittedBy.agencyName] }] })

const adultNamed = ({
  person,
  names,
  dateOfBirth,
  relationshipToChild,
}: AlertContent['adults'][number]) => ({
  person,
  names,
  relationshipToChild,
  ...present({ dateOfBirth }),
})

/** What was told of a concern, taken from it and redacted as the alert about this child is. */
const wordsTold = (
  entry: ChronologyEntry,
  behind: Behind,
  { authority, childId, isLead, inEmergency, surroundings }: EntryReading,
): EntryWords => {
  const { decision, leadsOnly } = behind.assessment.decision
  const read = {
    authority,
    why: [],
    children: [childId],
    decision: decision === 'SHARE' ? ('SHARE' as const) : ('SHARE_MINIMAL' as const),
    isLeadsOnly: leadsOnly,
    isLead,
    inChronology: true as const,
    ...(inEmergency === true && { inEmergency }),
  }
  const { adults, reason, narrative } = contentFor(read, behind, surroundings)
  const isHidden = isOfChildsService(behind.stored.concern, entry.harm)
  const words = isHidden ? withoutService(behind) : (text: string): string => text
  return {
    adults: adults.map(adultNamed),
    reason: words(reason),
    ...(narrative !== undefined && {
      statements: narrative.map(({ kind, text }) => ({ kind, text: words(text) })),
    }),
    ...(isHidden && { sourceName: mark }),
  }
}

/** Of whom it was said, and by whom: nothing of what the concern told. */
const wordsEngaged = ({ adults, sourceName }: EntryWords): EntryWords => ({
  adults: adults?.filter(({ person }) => person === 'subject'),
  ...present({ sourceName }),
})

/** What is written in a child's own record, without what is protected in the household. */
export const ownWords = ({ surroundings }: EntryReading): ((text: string) => string) => {
  const { around, concerns } = surroundings
  return striker(protectedIn(protectionOf(around, concerns)))
}

/** What an authority wrote, without what is protected in the household; and, where its concern is at hand, in that. */
const wordsWritten = ({ statements }: ChronologyEntry, reading: EntryReading): EntryWords => {
  const [first] = reading.behind
  const words =
    first === undefined ? ownWords(reading) : answerWordsFor(first, reading.surroundings)
  return { statements: statements?.map(({ kind, text }) => ({ kind, text: words(text) })) }
}

/** The words of an entry for its reader: of a concern as they stand in its alert, of an outcome as its authority wrote them. */
export const wordsOfEntry =
  (reading: EntryReading) =>
  (entry: ChronologyEntry): EntryWords => {
    const { told } = entry
    if (told === undefined) return wordsWritten(entry, reading)
    const behind = reading.behind.find(({ stored }) => stored.concernId === told.concernId)
    if (behind === undefined || !isShared(behind.assessment.decision.decision)) return {}
    const words = wordsTold(entry, behind, reading)
    return entry.kind === 'ENGAGEMENT' ? wordsEngaged(words) : words
  }
