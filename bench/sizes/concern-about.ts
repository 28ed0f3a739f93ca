import { concernSchema } from '../../shared/concerns/concern.ts'
import { newlyReceived } from '../../shared/concerns/newly-received.ts'
import type { StoredConcern } from '../../shared/concerns/stored-concern.ts'
import { concernIdSchema } from '../../shared/kernel/ids.ts'
import type { PersonFacts } from '../../shared/matching/normalise/person-features.ts'

const receivedAt = '2026-11-27T10:00:00.000Z'

/** All that a concern must say beside its people. */
const form = concernSchema.parse({
  purpose: 'safeguarding',
  harm: 'H2',
  authority: 'E06000991',
  subject: {
    names: [{ given: 'Bench', family: 'Subject' }],
    relationshipToChild: 'MOTHER',
    contactLevel: 'RESIDENT',
    dateOfBirth: '1990-05-05',
  },
  children: [],
  whyChildrenUnknown: 'A bench',
  factors: ['2B'],
  incidentOn: '2026-11-26',
  reason: 'A bench',
  narrative: [{ kind: 'FACT', text: 'A bench' }],
  consent: { status: 'NOT_SOUGHT', whyNotSought: 'RISK_TO_CHILD' },
  referrer: {
    name: 'Bench',
    role: 'Worker',
    secureEmail: 'bench@turning-tide.example',
    phone: '01632 960961',
  },
})

/** A concern that names these adults, just received: the first is its subject. */
export const concernAbout = (
  [subject, ...others]: readonly PersonFacts[],
  id: string,
): StoredConcern =>
  newlyReceived({
    concernId: concernIdSchema.parse(id),
    concern: {
      ...form,
      subject: { ...form.subject, ...subject },
      otherAdults: others.map((other) => ({
        ...other,
        relationshipToChild: 'UNKNOWN',
        relationshipToSubject: 'HOUSEHOLD_MEMBER',
        parentalResponsibility: 'UNKNOWN',
        contactLevel: 'UNKNOWN',
        role: 'UNKNOWN',
      })),
    },
    submittedBy: {
      clientId: 'bench',
      agency: 'bench',
      agencyName: 'Bench',
      agencyType: 'substance-misuse',
    },
    receivedAt,
  })
