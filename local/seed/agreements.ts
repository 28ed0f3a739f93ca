import { localCodes } from '../../infra/stages/local.ts'
import { type Agreement, agreementSchema } from '../../shared/agencies/agreement.ts'
import { demoClients } from './clients.ts'

const daysFrom = (today: Date, days: number): string =>
  new Date(today.getTime() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

/** An agreement made half a year ago for two years, and looked at since. */
export const anAgreement = (
  agency: string,
  authority: Agreement['authority'],
  today: Date,
): Agreement =>
  agreementSchema.parse({
    agency,
    authority,
    version: 1,
    purposes: ['safeguarding', 'welfare', 'other'],
    from: daysFrom(today, -182),
    until: daysFrom(today, 548),
    reviewedOn: daysFrom(today, -30),
  })

/** Every service of the demo with every authority. */
export const demoAgreements = (today: Date): readonly Agreement[] =>
  demoClients
    .filter(({ role }) => role === 'referrer')
    .flatMap(({ agency }) => localCodes.map((code) => anAgreement(agency, code, today)))
