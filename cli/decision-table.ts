// The table that a practitioner reads and a Caldicott Guardian signs, made from the very rules that decide.
import { policies } from '../shared/sharing/policies.ts'
import { commencement, type Policy } from '../shared/sharing/policy.ts'
import {
  conditionTable,
  confidenceTable,
  groundTable,
  offenceTable,
} from './decision-table/basis.ts'
import {
  asking,
  besideWords,
  effectTable,
  holding,
  seeing,
  seenTable,
} from './decision-table/beside.ts'
import { exampleTable } from './decision-table/examples.ts'
import { table } from './decision-table/markdown.ts'
import { ruleTable } from './decision-table/rows.ts'
import { tellingTable } from './decision-table/telling.ts'
import { terms } from './decision-table/terms.ts'
import {
  condition,
  confidence,
  ground,
  heading,
  offence,
  reading,
  record,
  tellingWords,
} from './decision-table/words.ts'

const policyTable = (): readonly string[] =>
  table(
    ['Policy', 'In force from', 'Until'],
    policies.map(({ version, from, until }) => [version, from, until ?? 'further notice']),
  )

const datedLaw: Readonly<Record<keyof typeof commencement, readonly [string, string]>> = {
  dutyToShare: [
    'duty to share, Children Act 2004, s.16LA',
    'Children’s Wellbeing and Schools Act 2026, ss.4 and 78; the day is from a partnership’s bulletin, the commencement regulations were not seen',
  ],
  recognisedLegitimateInterest: [
    'recognised legitimate interest, UK GDPR art. 6(1)(ea)',
    'Data (Use and Access) Act 2025, s.70; not known to have begun, so nothing rests on it',
  ],
}

const lawTable = (): readonly string[] =>
  table(
    ['Law that begins on a day', 'In force from', 'Source'],
    (Object.keys(datedLaw) as (keyof typeof datedLaw)[]).map((law) => [
      datedLaw[law][0],
      commencement[law] ?? 'not yet',
      datedLaw[law][1],
    ]),
  )

const versions = (version: string): string =>
  `This is policy ${version}. A decision is made under the policy in force on its day in London, and a review or hold is
concluded under the policy that made it. A policy once published stays as it was.`

const basisParts = (): readonly (readonly string[])[] => [
  [ground],
  groundTable(),
  [condition],
  conditionTable(),
  [offence],
  offenceTable(),
  [confidence],
  confidenceTable(),
]

/** The whole page, for one policy. */
export const decisionTable = (policy: Policy): string =>
  [
    [heading],
    ['## Policy and dates', '', versions(policy.version)],
    policyTable(),
    lawTable(),
    [reading],
    ['## The rows'],
    ruleTable(policy),
    [
      'Cases from practice, decided by these rows. The duty is in force; each sentence tells only what the rows turn on:',
    ],
    exampleTable(policy),
    [terms],
    [besideWords],
    effectTable(),
    [asking],
    [seeing],
    seenTable(),
    [holding],
    [tellingWords],
    tellingTable(),
    ...basisParts(),
    [record],
  ]
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
