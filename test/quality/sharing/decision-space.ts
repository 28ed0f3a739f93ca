// Facts for the second reading: what a rule turns on in every combination, the rest of it by turns. The digests of published
// policies are over this very space, so it stays as it is: what is new gets a space of its own beside it.
import {
  bands,
  bodies,
  consents,
  factorNames,
  flagNames,
  harms,
  type OracleFacts,
  openStatuses,
  purposes,
  reasons,
  roles,
} from './oracle-facts.ts'
import { seededFacts } from './seeded-facts.ts'

type Some = Partial<OracleFacts>

/** A child in need, agreed, matched, under the duty, of nobody known: a product states only what it varies. */
const plainFacts: OracleFacts = {
  id: 'plain',
  purpose: 'safeguarding',
  harm: 'H2',
  consent: 'GIVEN',
  whyNotSought: null,
  body: 'DUTY',
  dutyInForce: true,
  match: 'CONFIRMED',
  flags: [],
  factors: [],
  openStatus: null,
  youngestMonths: null,
  anyAdolescent: false,
  combination: false,
  threeInThree: false,
  underWatch: false,
  knownRemoval: false,
  highRisk: false,
  protectedHousehold: false,
  subjectRole: null,
  recognisedLegitimateInterestInForce: false,
}

const both = [false, true]
const harm = harms.map((value) => ({ harm: value }))
const purpose = purposes.map((value) => ({ purpose: value }))
const match = bands.map((value) => ({ match: value }))
const openStatus = openStatuses.map((value) => ({ openStatus: value }))
const sender = bodies.flatMap((body) => both.map((dutyInForce) => ({ body, dutyInForce })))
const everyAnswer: readonly Some[] = consents.flatMap((consent) =>
  reasons.map((whyNotSought) => ({ consent, whyNotSought })),
)
const answers: readonly Some[] = [
  ...consents.map((consent) => ({ consent })),
  ...reasons.map((whyNotSought) => ({ consent: 'NOT_SOUGHT' as const, whyNotSought })),
  { consent: 'REFUSED', whyNotSought: 'RISK_TO_CHILD' },
  { consent: null, whyNotSought: 'DELAY_HARMS' },
]

/** No flag, each alone, and each with each other. */
const flagged: readonly Some[] = [
  {},
  ...flagNames.flatMap((flag, at) => [
    { flags: [flag] },
    ...flagNames.slice(at + 1).map((other) => ({ flags: [flag, other] })),
  ]),
]

/** What a watched family is watched for, one by one, and what only looks like it. */
const watched: readonly Some[] = [
  { combination: true },
  { threeInThree: true },
  { underWatch: true },
  { knownRemoval: true },
  { highRisk: true },
  { flags: ['PREVIOUS_REMOVAL'] },
  { flags: ['MARAC'] },
  { flags: ['UNBORN'] },
  ...[-1, 0, 1, 23, 24, 25, 119, 120, 150, 191, 192, 215].map((youngestMonths) => ({
    youngestMonths,
  })),
  { anyAdolescent: true },
  { factors: ['16A', '4B'] },
  { anyAdolescent: true, youngestMonths: 119, factors: ['16A'] },
  { anyAdolescent: false, youngestMonths: 150, factors: ['16A'] },
  ...factorNames.map((factor) => ({ anyAdolescent: true, factors: [factor] })),
]

/** What decides whether a parent may be told. */
const dangers: readonly Some[] = [
  {},
  { flags: ['DA'] },
  { flags: ['MARAC'] },
  { flags: ['RESTRICTED_ADDRESS'] },
  { flags: ['UNBORN', 'DA'] },
  { flags: ['UNBORN', 'SUICIDE_PLAN_INVOLVES_CHILD'] },
  { flags: ['UNBORN'], factors: ['3B', '22A'] },
  { flags: ['DETRIMENT_CLAIMED', 'DA'] },
  ...factorNames.map((factor) => ({ factors: [factor] })),
]
const sides: readonly Some[] = roles.flatMap((subjectRole) =>
  both.map((protectedHousehold) => ({ subjectRole, protectedHousehold })),
)
const interests = both.map((value) => ({ recognisedLegitimateInterestInForce: value }))

const products: readonly (readonly (readonly Some[])[])[] = [
  [harm, everyAnswer, sender, match, openStatus],
  [harm, answers, sender, purpose, flagged],
  [harm, answers, sender, watched],
  [harm, answers, dangers, sides],
  [harm, answers, flagged, openStatus.slice(2, 4)],
  [harm, everyAnswer, sender, interests, sides],
]

/** Every combination of the lists, one value from each, spread over one object. */
function* spread(lists: readonly (readonly Some[])[]): Generator<Some> {
  const [first, ...others] = lists
  if (first === undefined) {
    yield {}
    return
  }
  for (const rest of spread(others)) for (const one of first) yield { ...rest, ...one }
}

/** The products one after another, then facts drawn from a fixed seed; the same ones in the same order each time. */
export function* decisionSpace(): Generator<OracleFacts> {
  let number = 0
  for (const lists of products)
    for (const some of spread(lists)) {
      number += 1
      yield { ...plainFacts, ...some, id: `product-${number}` }
    }
  yield* seededFacts(60_000)
}
