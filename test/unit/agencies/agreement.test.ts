import { describe, expect, it } from 'vitest'
import { anAgreement } from '../../../local/seed/agreements.ts'
import { type Agreement, standingOf } from '../../../shared/agencies/agreement.ts'

const agreed: Agreement = {
  ...anAgreement('turning-tide', 'E06000991', new Date('2026-11-23T10:00:00Z')),
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
