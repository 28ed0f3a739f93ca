// A concern about the father, with a secret of somebody of the family woven into each of its texts.

import fc from 'fast-check'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { holderOf } from '../../../shared/agencies/holder.ts'
import { recipientsOf } from '../../../shared/alerts/recipients-of.ts'
import type { Assessment } from '../../../shared/assessing/assessment.ts'
import { confirmedIn } from '../../../shared/assessing/person-match.ts'
import type { Behind } from '../../../shared/assessing/reading.ts'
import { joinedChildren } from '../../../shared/household/joined-children.ts'
import { alertIdSchema } from '../../../shared/kernel/ids.ts'
import { aDirectory } from '../../builders/a-directory.ts'
import { anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aCandidate, aMatch, anAssessment } from '../../builders/an-assessment.ts'
import { type Family, ids, registerAt } from './family.ts'
import { adoptedName, homes, mailboxes, phones, type Secret, schools, secrets } from './secrets.ts'

/** A secret as somebody has written it, in a sentence that can be found again. */
export type Woven = {
  readonly into: string
  readonly tag: string
  readonly secret: Secret
  readonly text: string
}

const aWoven = (into: string, tag: string): fc.Arbitrary<Woven> =>
  fc.constantFrom(...secrets).chain((secret) =>
    secret.written.map((written) => ({
      into,
      tag,
      secret,
      text: `${tag} she is at ${written}. Nobody came.`,
    })),
  )

const texts = [
  ...['reason', 'fact', 'opinion', 'protective', 'childView', 'parentView', 'overridden', 'worker'],
  ...['keepFrom', 'keepWhy', 'notSafe', 'stored', 'disability', 'outOfHours', 'ownReference'],
  ...['unread', 'removal', 'interpreter', 'role'],
] as const
type Text = (typeof texts)[number]

const tagOf = (at: number): string => `Zq${String.fromCharCode(97 + at).repeat(2)}`
/** Five of the texts hold a secret; the rest say nothing. */
const anyWords: fc.Arbitrary<readonly Woven[]> = fc
  .shuffledSubarray([...texts], { minLength: 5, maxLength: 5 })
  .chain((some) => fc.tuple(...some.map((text) => aWoven(text, tagOf(texts.indexOf(text))))))

export const anyTelling = fc.record({
  words: anyWords,
  added: aWoven('added', 'Zqzz'),
  harm: fc.constantFrom('H1' as const, 'H2' as const, 'H3' as const, 'H4' as const),
  flags: fc.constantFrom([], ['DA' as const], ['RESTRICTED_ADDRESS' as const], ['MARAC' as const]),
  decision: fc.constantFrom('SHARE' as const, 'SHARE_MINIMAL' as const),
  /** Who else the sender names, with where they are. */
  names: fc.record({
    survivor: fc.boolean(),
    grandmother: fc.boolean(),
    childHere: fc.boolean(),
    childAway: fc.boolean(),
    adopted: fc.boolean(),
  }),
  band: fc.constantFrom('CONFIRMED' as const, 'POSSIBLE' as const),
})
export type Telling = typeof anyTelling extends fc.Arbitrary<infer T> ? T : never

const adultSent = (who: 'subject' | 'survivor' | 'grandmother', given: string) => ({
  names: [{ given, family: 'Marchetti' }],
  addresses: [homes[who]],
  phones: [phones[who]],
  emails: [mailboxes[who]],
})

const peopleSent = ({ names }: Telling, words: (text: Text) => string) => ({
  subject: {
    ...adultSent('subject', 'Dario'),
    relationshipToChild: 'FATHER' as const,
    contactLevel: 'WEEKLY' as const,
  },
  otherAdults: [
    ...(names.survivor ? [adultSent('survivor', 'Layla')] : []),
    ...(names.grandmother ? [adultSent('grandmother', 'Nives')] : []),
  ],
  children: [
    ...(names.adopted
      ? [{ name: adoptedName, address: homes.adopted, school: schools.adopted }]
      : []),
    ...(names.childHere
      ? [{ name: { given: 'Bruno' }, school: schools.childHere, disability: words('disability') }]
      : []),
    ...(names.childAway
      ? [{ name: { given: 'Lina' }, address: homes.survivor, school: schools.childAway }]
      : []),
  ],
})

const concernOf = (telling: Telling) => {
  const words = (text: Text, most = 200): string => {
    const { text: written = '' } = telling.words.find(({ into }) => into === text) ?? {}
    return written !== '' && written.length <= most ? written : 'Seen.'
  }
  const stored = aStoredConcern(
    {},
    {
      harm: telling.harm,
      flags: [...telling.flags],
      ...peopleSent(telling, words),
      whyChildrenUnknown: 'Not asked.',
      reason: words('reason'),
      narrative: [
        { kind: 'FACT', text: words('fact') },
        { kind: 'OPINION', text: words('opinion') },
      ],
      protectiveFactors: words('protective'),
      childView: words('childView'),
      consent: { status: 'GIVEN', parentView: words('parentView') },
      whyOverridden: words('overridden'),
      workerSafety: words('worker'),
      keepConfidentialFrom: [{ person: words('keepFrom', 100), why: words('keepWhy') }],
      domesticAbuse: {
        childPresent: 'UNKNOWN',
        safeContact: { safeToCall: true, notSafeToTalkTo: words('notSafe') },
      },
      substances: [{ what: 'Methadone', storedAtHome: words('stored') }],
      ownReference: words('ownReference', 100),
      interpreter: words('interpreter', 100),
      previousRemoval: { answer: 'YES', authority: words('removal', 100) },
      referrer: {
        name: 'Ines Marlowe',
        role: words('role', 100),
        secureEmail: 'ines.marlowe@example.org',
        phone: '01632 960999',
        outOfHours: words('outOfHours'),
      },
    },
  )
  return { ...stored, unread: [{ pointer: '/note', written: words('unread') }] }
}

type Ref = Assessment['matches'][number]['person']

const matchesOf = ({ names, band }: Telling, { adoptedBy }: Family): Assessment['matches'] => {
  const one = (person: Ref, kind: 'adult' | 'child', found: readonly string[]) => ({
    person,
    kind,
    match: aMatch(band, {
      confirmed: band === 'CONFIRMED' ? [...found] : [],
      candidates: found.map((id) => aCandidate(id)),
    }),
  })
  const others = (['survivor', 'grandmother'] as const).filter((who) => names[who])
  const children = (['adopted', 'childHere', 'childAway'] as const).filter((who) => names[who])
  return [
    one('subject', 'adult', [
      `${westmarch}.subject`,
      `${northmoor}.subject`,
      `${adoptedBy}.subject`,
    ]),
    ...others.map((who, at) => one(`otherAdults/${at}` as Ref, 'adult', [`${northmoor}.${who}`])),
    ...children.map((who, at) =>
      one(`children/${at}` as Ref, 'child', [
        who === 'adopted' ? ids.adopted(adoptedBy) : ids[who],
      ]),
    ),
  ]
}

/** The concern, and its assessment on the register as it then stood. */
export const behindOf = (telling: Telling, family: Family): Behind => {
  const stored = concernOf(telling)
  const matches = matchesOf(telling, family)
  const joined = joinedChildren(confirmedIn(matches), registerAt(family, 'before'), '2026-11-26')
  const known = { joined, confirmed: [], identifiedBy: [] }
  const recipients = recipientsOf(
    { decision: telling.decision },
    holderOf(aDirectory, stored.concern.authority, '2026-11-26'),
    known,
  ).map((recipient, at) => ({
    ...recipient,
    why: [...recipient.why],
    alertId: alertIdSchema.parse(anId(at + 20)),
  }))
  const { flags, factors, harm } = stored.concern
  const assessment = anAssessment({ flags, factors, harm }, { matches, joined, recipients })
  const decision = { ...assessment.decision, decision: telling.decision, harmAfter: harm }
  return { stored, assessment: { ...assessment, decision } }
}
