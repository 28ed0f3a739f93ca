import { westmarch } from '../../infra/stages/local.ts'
import { daysFrom } from '../../local/people/calendar.ts'
import { fact, opinion, reported } from '../../local/seed/concerns/concern-spec.ts'
import { given, refused } from '../../local/seed/concerns/consent-given.ts'
import { practitionerOf } from '../../local/seed/practitioners.ts'
import type { ConcernInput } from '../../local/seed/seed-types.ts'
import { keptConcernSchema } from '../../shared/concerns/concern.ts'
import { newlyReceived } from '../../shared/concerns/newly-received.ts'
import type { StoredConcern } from '../../shared/concerns/stored-concern.ts'
import { concernIdSchema } from '../../shared/kernel/ids.ts'
import { recordsOf } from '../assessment/registered-household.ts'
import type { Household } from '../population/household.ts'
import { type MixKind, mix } from './mix.ts'

const client = 'westmarch-substance-misuse'

const agreed = given('Sharing with children’s social care')
const declined = refused('Says that the family manages by itself.')

/** The form of one practitioner about a household, told without a slip; of a family unknown without the numbers by which one is found. */
export const concernOn = (
  household: Household,
  { kind, seed, today }: { readonly kind: MixKind; readonly seed: number; readonly today: Date },
): ConcernInput => {
  const { decision, isKnown, children: told } = mix[kind]
  const { children } = recordsOf(household, seed)
  const [subject] = children.flatMap(([, { adults }]) => adults)
  if (subject === undefined) throw new Error('a household of the mix has a child and a parent')
  const { names, dateOfBirth, sex, addresses, phones, nhsNumbers } = subject
  const isEarlyHelp = decision === 'HOLD'
  return {
    purpose: 'safeguarding',
    harm: isEarlyHelp ? 'H1' : 'H2',
    authority: westmarch,
    subject: {
      names,
      ...(dateOfBirth !== undefined && { dateOfBirth }),
      sex,
      addresses,
      contactLevel: 'RESIDENT',
      relationshipToChild: sex === 'F' ? 'MOTHER' : 'FATHER',
      ...(isKnown && { phones, nhsNumbers }),
    },
    children: children.slice(0, told).map(([, child]) => ({
      name: child.name,
      dateOfBirth: child.dateOfBirth,
      sex: child.sex,
      ...(isKnown && child.nhsNumber !== undefined && { nhsNumber: child.nhsNumber }),
    })),
    factors: ['1B'],
    incidentOn: daysFrom(today, -1),
    reason: 'Drinks on most evenings again; the school has telephoned twice about mornings missed.',
    narrative: [
      fact('Missed two appointments; came to the third and smelt of alcohol.'),
      reported('Says that the children get themselves up for school.'),
      opinion('Worse than in the spring, and she is worried herself.'),
    ],
    consent: (decision === 'SHARE' ? agreed : declined)(today),
    ...(decision === 'HUMAN_REVIEW' && {
      flags: ['DETRIMENT_CLAIMED'],
      whyOverridden: 'Weighed with our lead: the children’s need outweighs the refusal.',
    }),
    referrer: practitionerOf(client, 0),
  }
}

/** The concern as the hub would keep it, to know by which keys its people are sought. */
export const keptConcern = (concern: ConcernInput, id: string, at: Date): StoredConcern =>
  newlyReceived({
    concernId: concernIdSchema.parse(id),
    concern: keptConcernSchema.parse(concern),
    submittedBy: {
      clientId: client,
      agency: 'turning-tide',
      agencyName: 'Turning Tide',
      agencyType: 'substance-misuse',
    },
    receivedAt: at.toISOString(),
  })
