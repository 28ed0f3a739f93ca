import type { Agreement } from './agreement.ts'
import type { AuthorityCode } from './authorities.ts'

/** Taken for granted where nobody real shares: whoever asks wants to know what the table says, not whether somebody has signed. */
export const agreedAlways = (agency: string, authority: AuthorityCode): Agreement => ({
  agency,
  authority,
  version: 1,
  purposes: ['safeguarding', 'welfare', 'other'],
  isCommissioned: false,
  from: '2000-01-01',
  until: '9999-12-31',
  reviewedOn: '9999-12-31',
})
