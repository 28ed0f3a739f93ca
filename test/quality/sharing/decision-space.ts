import type { Facts } from '../../../shared/sharing/facts.ts'
import { someFacts } from '../../unit/sharing/facts.ts'

// Written out, not taken from the schemas: the digests of published policies are over this very space, so it stays as
// it is. A fact or a code that is new gets a space of its own beside it, with digests of its own.
const flags = [
  'DA',
  'MARAC',
  'RESTRICTED_ADDRESS',
  'DETRIMENT_CLAIMED',
  'DELUSION_INVOLVES_CHILD',
  'SUICIDE_PLAN_INVOLVES_CHILD',
  'ADOPTED',
  'SENSITIVE_CHILD_SERVICE',
  'STAFF_CONFLICT',
  'UNBORN',
  'PREVIOUS_REMOVAL',
] as const

/** Each flag alone, and each with each other. */
const flagged: readonly Partial<Facts>[] = flags.flatMap((flag, at) => [
  { flags: [flag] },
  ...flags.slice(at + 1).map((other) => ({ flags: [flag, other] })),
])

const circumstances: readonly Partial<Facts>[] = [
  {},
  ...flagged,
  { purpose: 'welfare', flags: ['RESTRICTED_ADDRESS', 'ADOPTED', 'SENSITIVE_CHILD_SERVICE'] },
  { purpose: 'other' },
  { purpose: 'other', flags: ['DELUSION_INVOLVES_CHILD', 'STAFF_CONFLICT'] },
  { purpose: 'other', flags: ['DETRIMENT_CLAIMED', 'PREVIOUS_REMOVAL'], accumulationFires: true },
  { recognisedLegitimateInterestInForce: true },
  { agreementInForce: false },
  { underWatch: true },
  { agreementInForce: false, flags: ['PREVIOUS_REMOVAL'], accumulationFires: true },
  { recognisedLegitimateInterestInForce: true, purpose: 'other', flags: ['DA'] },
  { factors: ['3A'] },
  { factors: ['3B', '4B'], flags: ['UNBORN'], accumulationFires: true },
  { factors: ['3C'], flags: ['UNBORN'] },
  { flags: ['UNBORN', 'DA', 'SUICIDE_PLAN_INVOLVES_CHILD'], accumulationFires: true },
  { flags: ['UNBORN', 'MARAC', 'DETRIMENT_CLAIMED'], accumulationFires: true },
  { flags: ['SUICIDE_PLAN_INVOLVES_CHILD'], accumulationFires: true },
  { flags: ['STAFF_CONFLICT', 'SUICIDE_PLAN_INVOLVES_CHILD', 'DETRIMENT_CLAIMED'] },
  { flags: ['STAFF_CONFLICT'], accumulationFires: true },
  { flags: ['DETRIMENT_CLAIMED'], accumulationFires: true },
  { accumulationFires: true },
  { threeInThree: true },
  { threeInThree: true, accumulationFires: true },
  { factors: ['16A'], childAgeMonths: 120 },
  { factors: ['16A'], childAgeMonths: 119 },
  { factors: ['4B'], childAgeMonths: 191 },
  { factors: ['4B'], childAgeMonths: 192 },
  { factors: ['18B'], childAgeMonths: 150, accumulationFires: true },
  { factors: ['4A', '4C', '21'], childAgeMonths: 150 },
  ...(['1B', '2B', '5B', '6B', '7A', '8B', '19B'] as const).map((factor) => ({
    factors: [factor],
    childAgeMonths: 150,
  })),
  { factors: ['16A'], childAgeMonths: null },
]

const space: readonly (readonly Partial<Facts>[])[] = [
  circumstances,
  (['H0', 'H1', 'H2', 'H3', 'H4'] as const).map((harm) => ({ harm })),
  (['GIVEN', 'REFUSED', 'WITHDRAWN', 'NOT_SOUGHT', 'LACKS_CAPACITY', null] as const).map(
    (consent) => ({ consent }),
  ),
  (
    [
      'RISK_TO_CHILD',
      'RISK_TO_ANOTHER',
      'PREJUDICES_INVESTIGATION',
      'DELAY_HARMS',
      'CANNOT_BE_GIVEN',
      'NOT_REASONABLY_OBTAINABLE',
      'NO_REASON',
      null,
    ] as const
  ).map((whyNotSought) => ({ whyNotSought })),
  [{ body: 'DUTY' }, { body: 'OTHER' }],
  [{ dutyInForce: true }, { dutyInForce: false }],
  (['CONFIRMED', 'POSSIBLE', 'MANY', 'NONE'] as const).map((match) => ({ match })),
]

/** Every combination of the lists, one value from each, spread over one object. */
function* spread(lists: readonly (readonly Partial<Facts>[])[]): Generator<Partial<Facts>> {
  const [first, ...others] = lists
  if (first === undefined) {
    yield {}
    return
  }
  for (const rest of spread(others)) for (const one of first) yield { ...rest, ...one }
}

/** Consent × reason × harm × body × duty × match × circumstances, each combination once, in an order that stays. */
export function* decisionSpace(): Generator<Facts> {
  for (const differing of spread(space)) yield someFacts(differing)
}
