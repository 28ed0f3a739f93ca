import { domainsOf, factors } from '../codes/factors.ts'
import { isAtLeast } from '../codes/harm-levels.ts'
import type { ConcernFields } from './concern-shape.ts'

/** What no single field can say: each rule names the field to mend and what is expected there. */
export const crossFieldRules: readonly {
  readonly path: string
  readonly expected: string
  readonly holds: (concern: ConcernFields) => boolean
}[] = [
  {
    path: 'whyChildrenUnknown',
    expected: 'name the children, or say why they are not known',
    holds: ({ children, whyChildrenUnknown }) =>
      children.length > 0 || whyChildrenUnknown !== undefined,
  },
  {
    path: 'factors',
    expected: '21 (none identified) cannot be combined with others (CIN rule 8869)',
    holds: ({ factors: named }) =>
      named.length === 1 || !named.some((factor) => factors[factor].standsAlone),
  },
  {
    path: 'domesticAbuse',
    expected: 'needed with a factor 3A, 3B or 3C',
    holds: ({ factors: named, domesticAbuse }) =>
      domesticAbuse !== undefined || !domainsOf(named).includes('domestic-abuse'),
  },
  {
    path: 'children',
    expected: 'the flag UNBORN needs a child with an expected date of delivery',
    holds: ({ flags, children }) =>
      !flags.includes('UNBORN') ||
      children.some((child) => child.expectedDateOfDelivery !== undefined),
  },
  {
    path: 'phoneCallMade',
    expected: 'needed at H3 and H4: say whether children’s social care was telephoned',
    holds: ({ harm, phoneCallMade }) => phoneCallMade !== undefined || !isAtLeast(harm, 'H3'),
  },
]
