import { westmarch } from '../../infra/stages/local.ts'
import { daysFrom } from '../people/calendar.ts'
import { firstStrangerSerial, nhsNumberOf } from '../people/invented-numbers.ts'
import type { ReferrerId } from './clients.ts'
import { fact, opinion, reported } from './concerns/concern-spec.ts'
import { given, notSought } from './concerns/consent-given.ts'
import { storyFamily } from './planted-families.ts'
import { practitionerOf } from './practitioners.ts'
import type { ConcernInput, Household } from './seed-types.ts'

/** A concern of the story, and whose client sends it. */
export type StoryConcern = { readonly client: ReferrerId; readonly concern: ConcernInput }

/**
 * A child whom a council knows, told of by the service of a man whom nobody knows; the same words about a family that
 * nobody knows; and what another service says of the mother afterwards.
 */
export type Story = {
  readonly family: Household
  readonly partner: StoryConcern
  readonly stranger: StoryConcern
  readonly mother: StoryConcern
}

type Child = NonNullable<ConcernInput['children']>[number]
type Address = NonNullable<ConcernInput['subject']['addresses']>[number]
type Family = { readonly child: Child; readonly home: Address }

/** Percy as the nurse has him: name, birth date, NHS number, and who lives with him. */
const percy = (today: Date): Family => {
  const [known] = storyFamily(today).children
  const { name, dateOfBirth, sex, nhsNumber, addresses = [] } = known?.child ?? {}
  const { houseNumber, street, town, postcode } = addresses[0] ?? {}
  return {
    child: { name, dateOfBirth, sex, nhsNumber },
    home: { houseNumber, street, town, postcode },
  }
}

/** A child and a home that are in no register. */
const stranger = (today: Date): Family => ({
  child: {
    name: { given: 'Ambrose', family: 'Fennimore-Tull' },
    dateOfBirth: daysFrom(today, -500),
    sex: 'M',
    nhsNumber: nhsNumberOf(firstStrangerSerial),
  },
  home: { houseNumber: '6', street: 'Gorse Avenue', town: 'Little Sallow', postcode: 'WM7 6SH' },
})

const aboutThePartner = (today: Date, { child, home }: Family): StoryConcern => ({
  client: 'westmarch-mental-health',
  concern: {
    purpose: 'safeguarding',
    harm: 'H2',
    authority: westmarch,
    subject: {
      names: [{ given: 'Steffan', family: 'Barlow' }],
      dateOfBirth: '1989-02-11',
      sex: 'M',
      addresses: [home],
      relationshipToChild: 'PARTNER_OF_PARENT',
      parentalResponsibility: 'NO',
      contactLevel: 'RESIDENT',
    },
    children: [
      {
        ...child,
        relationships: [
          { adult: 'subject', relationship: 'PARTNER_OF_PARENT', livesWithChild: 'YES' },
        ],
      },
    ],
    factors: ['4C'],
    incidentOn: daysFrom(today, -1),
    reason:
      'Has stopped his medicine, sleeps three hours a night and minds the baby alone while his partner works.',
    narrative: [
      fact('Missed his injections of the last two months.'),
      reported('He said that the crying "goes right through" him.'),
      opinion('He is frightened of himself, and would stop talking to us if we asked him.'),
    ],
    consent: notSought('RISK_TO_CHILD')(today),
    referrer: practitionerOf('westmarch-mental-health', 0),
  },
})

const aboutTheMother = (today: Date): StoryConcern => {
  const { child, home } = percy(today)
  return {
    client: 'westmarch-substance-misuse',
    concern: {
      purpose: 'safeguarding',
      harm: 'H2',
      authority: westmarch,
      subject: {
        names: [{ given: 'Tracey', family: 'Cobbold' }],
        dateOfBirth: '1998-03-08',
        sex: 'F',
        addresses: [home],
        relationshipToChild: 'MOTHER',
        parentalResponsibility: 'YES',
        contactLevel: 'RESIDENT',
      },
      children: [
        {
          ...child,
          relationships: [{ adult: 'subject', relationship: 'MOTHER', livesWithChild: 'YES' }],
        },
      ],
      factors: ['2B'],
      incidentOn: daysFrom(today, 0),
      reason: 'Is using again after a year without, and asks for help before it gets worse.',
      narrative: [
        fact('Positive test today, the first in thirteen months.'),
        reported('She says that her partner keeps her awake at night.'),
      ],
      consent: given('Sharing with children’s social care')(today),
      referrer: practitionerOf('westmarch-substance-misuse', 0),
    },
  }
}

/** The story that is played at start-up: the same people, ids and words whatever the seed. */
export const tellStory = (today: Date): Story => ({
  family: storyFamily(today),
  partner: aboutThePartner(today, percy(today)),
  stranger: aboutThePartner(today, stranger(today)),
  mother: aboutTheMother(today),
})
