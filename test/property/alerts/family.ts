// A family on three registers, of whom some begin to be hidden before an alert is raised and some after.

import fc from 'fast-check'
import { eastvale, northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { Neighbourhood } from '../../../shared/assessing/gathered.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { aRegisteredFamily } from '../../builders/a-registered-family.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { adoptedName, homes, mailboxes, phones, schools } from './secrets.ts'

const begun = fc.constantFrom('never', 'before', 'after')
export type Moment = 'before' | 'after'
type Begun = 'never' | Moment

/** Whether a restriction holds at this moment. */
export const holds = (since: Begun, moment: Moment): boolean =>
  since === 'before' || (since === 'after' && moment === 'after')

export const anyFamily = fc.record({
  hidden: fc.record({ subject: begun, survivor: begun, grandmother: begun, childAway: begun }),
  adoption: begun,
  charity: begun,
  /** What the register says of whether the subject lives with the child who was taken away from him. */
  livesWithAway: fc.constantFrom('NO' as const, 'UNKNOWN' as const, 'YES' as const),
  adoptedBy: fc.constantFrom(westmarch, eastvale),
})
export type Family = typeof anyFamily extends fc.Arbitrary<infer T> ? T : never

export const ids = {
  childHere: `${westmarch}.C2`,
  childAway: `${northmoor}.C1`,
  adopted: (by: Family['adoptedBy']) => `${by}.C9`,
} as const

/** The register as it stands at one moment. */
export const registerAt = (family: Family, moment: Moment): Neighbourhood => {
  const { hidden, adoption, livesWithAway, adoptedBy } = family
  const isHidden = (who: keyof Family['hidden']) => ({ address: holds(hidden[who], moment) })
  const adult = (who: 'subject' | 'survivor' | 'grandmother', given: string) => ({
    id: who,
    names: [{ given, family: 'Marchetti' }],
    addresses: [homes[who]],
    phones: [phones[who]],
    emails: [mailboxes[who]],
    restricted: isHidden(who),
  })
  const subject = { ...adult('subject', 'Dario'), relationship: 'FATHER' as const }
  const survivor = { ...adult('survivor', 'Layla'), relationship: 'MOTHER' as const }
  const grandmother = { ...adult('grandmother', 'Nives'), relationship: 'GRANDPARENT' as const }
  const adopter = {
    id: 'adopter',
    names: [{ given: 'Tomas', family: 'Otherhome' }],
    addresses: [homes.adopted],
    phones: [phones.adopted],
    relationship: 'OTHER' as const,
    livesWithChild: 'YES' as const,
  }
  const families = [
    aRegisteredFamily(
      {
        authority: westmarch,
        name: { given: 'Bruno', family: 'Marchetti' },
        addresses: [homes.subject],
        school: schools.childHere,
        status: { code: 'IN_NEED', from: '2026-03-02' },
        adults: [
          { ...subject, livesWithChild: 'YES' },
          { ...survivor, livesWithChild: 'NO' },
        ],
      },
      'C2',
    ),
    aRegisteredFamily(
      {
        authority: northmoor,
        name: { given: 'Lina', family: 'Marchetti' },
        addresses: [homes.survivor],
        school: schools.childAway,
        restricted: isHidden('childAway'),
        adults: [
          { ...subject, livesWithChild: livesWithAway },
          { ...survivor, livesWithChild: 'YES' },
          { ...grandmother, livesWithChild: 'NO' },
        ],
      },
      'C1',
    ),
    aRegisteredFamily(
      {
        authority: adoptedBy,
        name: adoptedName,
        addresses: [homes.adopted],
        school: schools.adopted,
        status: { code: holds(adoption, moment) ? 'ADOPTED' : 'CLOSED', from: '2026-01-05' },
        adults: [{ ...subject, livesWithChild: 'NO' }, adopter],
      },
      'C9',
    ),
  ]
  const adults = new Map(families.flatMap((one) => one.adults.map((who) => [who.adultId, who])))
  return {
    adults: [...adults.values()],
    children: families.map(({ child }) => child),
    chronologies: [],
    entries: [],
  }
}

/** What a charity has told of the survivor, where it has: a restricted home, a refuge and a safe number. */
export const charityConcern = (): StoredConcern =>
  aStoredConcern(
    { concernId: aConcernId(7) },
    {
      harm: 'H1',
      flags: ['DA', 'RESTRICTED_ADDRESS'],
      subject: {
        names: [{ given: 'Layla', family: 'Marchetti' }],
        addresses: [homes.charity],
        role: 'VICTIM',
        relationshipToChild: 'MOTHER',
        contactLevel: 'RESIDENT',
      },
      children: [],
      whyChildrenUnknown: 'Not asked.',
      domesticAbuse: {
        childPresent: 'UNKNOWN',
        safeContact: { number: phones.charity, safeToCall: true },
      },
    },
  )
