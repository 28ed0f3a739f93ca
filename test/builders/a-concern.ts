import type * as z from 'zod'
import { westmarch } from '../../infra/stages/local.ts'
import type { concernSchema } from '../../shared/concerns/concern.ts'

type ConcernInput = z.input<typeof concernSchema>

/** Whether the form must say why it is sent all the same. */
const isRefusal = ({ harm = 'H2', consent }: Partial<ConcernInput>): boolean =>
  harm === 'H2' && (consent?.status === 'REFUSED' || consent?.status === 'WITHDRAWN')

/** A concern as a service sends it, valid as it stands; override what the test is about. All people are invented. */
export const aConcern = (change: Partial<ConcernInput> = {}): ConcernInput => ({
  purpose: 'safeguarding',
  harm: 'H2',
  subject: {
    names: [{ given: 'Marta', family: 'Quillfeather' }],
    dateOfBirth: '1991-04-17',
    sex: 'F',
    addresses: [
      { houseNumber: '14', street: 'Tannery Row', town: 'Westmarch', postcode: 'WM1 4AB' },
    ],
    relationshipToChild: 'MOTHER',
    contactLevel: 'RESIDENT',
  },
  children: [{ name: { given: 'Odo', family: 'Quillfeather' }, dateOfBirth: '2019-02-03' }],
  authority: westmarch,
  factors: ['2B'],
  reason: 'Relapse into heroin use while caring alone for a young child.',
  narrative: [{ kind: 'FACT', text: 'Tested positive for opiates on Tuesday.' }],
  consent: {
    status: 'GIVEN',
    whatWasAgreed: 'Sharing with children’s social care',
    decidedOn: '2026-11-20',
  },
  referrer: {
    name: 'Ines Marlowe',
    role: 'Drug worker',
    secureEmail: 'ines.marlowe@secure-mail.example',
    phone: '01632 960123',
  },
  ...(isRefusal(change) && { whyOverridden: 'He is seven and nobody else looks after him.' }),
  ...change,
})
