// What the page promises of any decision, whichever row makes it: each law says how facts may differ, and what may then
// not happen. They take the deciding function, so that they hold the table and its second reading to the same.
import {
  bands,
  flagNames,
  harms,
  type OracleFacts,
  openStatuses,
} from '../../quality/sharing/oracle-facts.ts'
import { type Decided, endOf, isDisclosed, strengthOf, tellings, weakerWays } from './weaker.ts'

type Some = Partial<OracleFacts>

type Compared = {
  readonly before: OracleFacts
  readonly after: OracleFacts
  readonly one: Decided
  readonly other: Decided
}

/** `changes` lists facts that differ from the given ones in one thing; `faults` is empty where the law is kept. */
export type Law = {
  readonly changes: (facts: OracleFacts) => readonly Some[]
  readonly faults: (compared: Compared) => readonly string[]
}

/** The next in a list that rises; nothing after its last. */
const nextOf = <T>(list: readonly T[], value: T): readonly T[] => {
  const at = list.indexOf(value)
  return list.slice(at + 1, at + 2)
}

const withFlags = (facts: OracleFacts, flags: OracleFacts['flags']): readonly Some[] =>
  flags
    .filter((flag) => !facts.flags.includes(flag))
    .map((flag) => ({ flags: [...facts.flags, flag] }))

const known = [
  { combination: true },
  { threeInThree: true },
  { knownRemoval: true },
  { underWatch: true },
  { highRisk: true },
] as const satisfies readonly Some[]

/** All that only the register, the chronology or another concern can say. */
const unsent: readonly Some[] = [
  ...known,
  ...bands.map((match) => ({ match })),
  ...openStatuses.map((openStatus) => ({ openStatus })),
  { youngestMonths: -1 },
  { youngestMonths: 150, anyAdolescent: true },
  { youngestMonths: null },
  { protectedHousehold: true },
]

const isNotWeaker = ({ one, other }: Compared): readonly string[] => weakerWays(one, other)

const differing = (one: Decided, other: Decided, apart: readonly string[]): readonly string[] => {
  const others: Readonly<Record<string, unknown>> = other
  return Object.entries(one)
    .filter(([key, value]) => JSON.stringify(others[key]) !== JSON.stringify(value))
    .map(([key]) => key)
    .filter((key) => !apart.includes(key))
}

/** Where the level itself was raised, more is disclosed, and with it something may be told: that is no loosening. */
const isNotToldMore = ({ one, other }: Compared): readonly string[] =>
  one.harmAfter === other.harmAfter &&
  tellings.indexOf(other.tellParent) > tellings.indexOf(one.tellParent)
    ? ['a parent is told more']
    : []

export const laws = {
  'more harm never weakens': {
    changes: (facts) => nextOf(harms, facts.harm).map((harm) => ({ harm })),
    faults: isNotWeaker,
  },
  'a flag never weakens, but the claim of detriment': {
    changes: (facts) =>
      withFlags(
        facts,
        flagNames.filter((flag) => flag !== 'DETRIMENT_CLAIMED'),
      ),
    faults: isNotWeaker,
  },
  'a combination, three in three months, a removal, a watch or high risk never weakens': {
    changes: () => known,
    faults: isNotWeaker,
  },
  'a graver open status never weakens': {
    changes: (facts) =>
      nextOf(openStatuses, facts.openStatus).map((openStatus) => ({ openStatus })),
    faults: isNotWeaker,
  },
  'a duty in force never weakens': {
    changes: () => [{ dutyInForce: true }],
    faults: isNotWeaker,
  },
  'the match decides whose records stand in the alert, never whether one is sent': {
    changes: () => bands.map((match) => ({ match })),
    faults: ({ one, other }) => differing(one, other, ['identityReview']),
  },
  'whether the sender’s lead is asked, and who is kept out, follows from what was sent': {
    changes: () => unsent,
    faults: ({ one, other }) =>
      differing(one, other, []).filter((key) => key === 'asksSenderLead' || key === 'leadsOnly'),
  },
  'the level of harm follows from what was sent': {
    changes: () => unsent,
    faults: ({ one, other }) =>
      differing(one, other, []).filter((key) => key === 'harmAfter' || key === 'raisedBy'),
  },
  'consent withdrawn never widens': {
    changes: (facts) =>
      facts.consent === 'GIVEN' || facts.consent === 'NOT_SOUGHT' ? [{ consent: 'WITHDRAWN' }] : [],
    faults: ({ one, other }) => [
      ...(strengthOf(other.decision) > strengthOf(one.decision) ? ['more is disclosed now'] : []),
      ...(endOf(other) > endOf(one) ? ['more is disclosed if nobody answers'] : []),
    ],
  },
  'protection never tells more': {
    changes: (facts) => [
      { protectedHousehold: true },
      ...withFlags(facts, ['DA', 'MARAC', 'RESTRICTED_ADDRESS']),
      { factors: [...facts.factors, '3A'] },
      { factors: [...facts.factors, '3B'] },
      { factors: [...facts.factors, '3C'] },
      ...(facts.subjectRole === 'VICTIM' ? [{ subjectRole: 'UNKNOWN' as const }] : []),
    ],
    faults: isNotToldMore,
  },
  'no child in need told of by a body under the duty ends in silence, but a concern returned': {
    changes: () => [{ body: 'DUTY', dutyInForce: true }],
    faults: ({ other }) =>
      other.harmAfter === 'H2' && other.rule !== 'R1' && !isDisclosed(endOf(other))
        ? ['silence withholds']
        : [],
  },
  'a review has somebody who is asked, a day and an end; nothing else waits': {
    changes: () => [{}],
    faults: ({ other: { decision, asked, dueInWorkingDays, onTimeout } }) => {
      const waits = [dueInWorkingDays, onTimeout].map((value) => value !== null)
      if (decision === 'HUMAN_REVIEW')
        return asked === null || waits.includes(false) ? ['nobody, or no end'] : []
      return waits.includes(true) ? ['it waits'] : []
    },
  },
  'what tells nobody yet tells no parent': {
    changes: () => [{}],
    faults: ({ other }) =>
      !isDisclosed(strengthOf(other.decision)) && other.tellParent !== 'no'
        ? ['a parent is told']
        : [],
  },
} as const satisfies Readonly<Record<string, Law>>

/** Where a law is broken, with the facts of both sides. */
export const breachesOf = (
  law: Law,
  before: OracleFacts,
  decide: (facts: OracleFacts) => Decided,
): readonly (Compared & { readonly faults: readonly string[] })[] => {
  const one = decide(before)
  return law.changes(before).flatMap((change) => {
    const after = { ...before, ...change }
    const compared = { before, after, one, other: decide(after) }
    const faults = law.faults(compared)
    return faults.length === 0 ? [] : [{ ...compared, faults }]
  })
}
