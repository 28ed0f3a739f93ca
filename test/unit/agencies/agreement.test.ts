import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { anAgreement } from '../../../local/seed/agreements.ts'
import {
  type Agreement,
  agreementSchema,
  standingOf,
  standings,
} from '../../../shared/agencies/agreement.ts'

const agreed: Agreement = {
  ...anAgreement('turning-tide', westmarch, new Date('2026-11-23T10:00:00Z')),
  purposes: ['safeguarding'],
  from: '2026-01-01',
  until: '2027-12-31',
  reviewedOn: '2026-06-15',
}
const asked = { purpose: 'safeguarding', today: '2026-11-23' }

describe('a sharing agreement', () => {
  it.each([
    ['in force', agreed, {}, 'in-force'],
    ['on its first day', agreed, { today: '2026-06-15' }, 'in-force'],
    ['on the first of its days, just reviewed', agreed, { today: '2026-01-01' }, 'in-force'],
    [
      'for several purposes, this one among them',
      { ...agreed, purposes: ['welfare', 'safeguarding'] } satisfies Agreement,
      {},
      'in-force',
    ],
    ['before its first day', agreed, { today: '2025-12-31' }, 'not-yet'],
    [
      'on its last day',
      { ...agreed, reviewedOn: '2027-12-01' },
      { today: '2027-12-31' },
      'in-force',
    ],
    [
      'after its last day',
      { ...agreed, reviewedOn: '2027-12-01' },
      { today: '2028-01-01' },
      'ended',
    ],
    ['looked at a day less than twelve months ago', agreed, { today: '2027-06-14' }, 'in-force'],
    ['not looked at for twelve months', agreed, { today: '2027-06-15' }, 'stale'],
    ['for another purpose', agreed, { purpose: 'welfare' }, 'other-purpose'],
    ['revoked tomorrow', { ...agreed, revokedOn: '2026-11-24' }, {}, 'in-force'],
    ['revoked today', { ...agreed, revokedOn: '2026-11-23' }, {}, 'revoked'],
    [
      'revoked and past',
      { ...agreed, revokedOn: '2026-02-01' },
      { today: '2029-01-01' },
      'revoked',
    ],
    ['that there is not', undefined, {}, 'none'],
  ])('%s', (...[, agreement, differing, standing]) => {
    expect(standingOf(agreement, { ...asked, ...differing })).toBe(standing)
  })
})

it('stands in one of seven ways', () => {
  expect(standings.join(' ')).toBe('in-force none not-yet ended revoked stale other-purpose')
})

describe('an agreement as it is sent', () => {
  const { isCommissioned: _, ...sent } = agreed

  it('binds nobody to share unless it says so', () => {
    expect(agreementSchema.parse(sent)).toEqual({ ...sent, isCommissioned: false })
    expect(agreementSchema.parse({ ...sent, isCommissioned: true }).isCommissioned).toBe(true)
  })

  it.each([
    ['names no agency', { agency: '' }],
    ['names an agency in more than a hundred characters', { agency: 'a'.repeat(101) }],
    ['names what is no authority', { authority: 'E0600000' }],
    ['is of version 0', { version: 0 }],
    ['is for no purpose', { purposes: [] }],
    ['is for a purpose nobody knows', { purposes: ['marketing'] }],
    ['ends on no day of the calendar', { until: '2026-02-30' }],
    ['says more than is known', { signedBy: 'somebody' }],
  ])('is refused when it %s', (_name, over) => {
    expect(agreementSchema.safeParse({ ...sent, ...over }).success).toBe(false)
  })

  it('is taken up to a hundred characters of agency and any later version', () => {
    const longest = { ...sent, agency: 'a'.repeat(100), version: 2 }
    expect(agreementSchema.safeParse(longest).success).toBe(true)
  })
})
