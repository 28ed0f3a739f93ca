import { childRefAt } from '../../concerns/person-ref.ts'
import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { Unread } from '../../concerns/unread.ts'
import { present } from '../../kernel/present.ts'
import { contactsIn } from '../../people/contacts-in.ts'
import type { AlertContent } from './alert-content.ts'

const involvementKinds = [
  'previousRemoval',
  'previousProtectionPlan',
  'previouslyLookedAfter',
] as const

const involvementIn = (concern: StoredConcern['concern']): AlertContent['involvement'] =>
  involvementKinds.flatMap((kind) => {
    const { answer, ...rest } = concern[kind]
    return answer === 'UNKNOWN' ? [] : [{ kind, answer, ...present(rest) }]
  })

const holdsMailbox = ({ pointer, written }: Unread): boolean =>
  pointer === '/referrer/secureEmail' ||
  (/^\/referrer(?:\/|$)/.test(pointer) && (contactsIn(written).emails ?? []).length > 0)

/** A mailbox of the referrer's that was not taken may be private: nobody writes to it (X3). */
const unreadIn = (unread: StoredConcern['unread']): AlertContent['unread'] =>
  unread?.map((one) => ({ ...one, ...(holdsMailbox(one) && { mustNotBeWrittenTo: true }) }))

/** What the sender tells beyond the least: each part absent where nothing was said. */
export const accountOf = ({ concern, unread }: StoredConcern) => {
  const disabilities = concern.children.flatMap(({ disability }, at) =>
    disability === undefined ? [] : [{ person: childRefAt(at), text: disability }],
  )
  return present({
    narrative: concern.narrative,
    protectiveFactors: concern.protectiveFactors,
    childView: concern.childView,
    whyChildrenUnknown: concern.whyChildrenUnknown,
    substances: concern.substances,
    disabilities,
    involvement: involvementIn(concern),
    unread: unreadIn(unread),
  })
}
