import { tableOf } from './only-row.ts'
import type { OracleFacts } from './oracle-facts.ts'

// body D(uty) O(ther) | duty in force | recognised legitimate interest in force | harm after raises
const grounds = tableOf(`
D|y|-|0123 > 6(1)(c)          16LA
D|y|-|4    > 6(1)(c),6(1)(d)  16LA
D|n|-|01   > 6(1)(e)          11
D|n|-|2    > 6(1)(e)          11,17
D|n|-|3    > 6(1)(e)          11,47
D|n|-|4    > 6(1)(e),6(1)(d)  11,47
O|-|y|0123 > 6(1)(ea)         -
O|-|y|4    > 6(1)(ea),6(1)(d) -
O|-|n|0123 > 6(1)(f)          -
O|-|n|4    > 6(1)(f),6(1)(d)  -
`)

const sections: Readonly<Record<string, string>> = {
  '11': 'Children Act 2004, s.11',
  '16LA': 'Children Act 2004, s.16LA',
  '17': 'Children Act 1989, s.17',
  '47': 'Children Act 1989, s.47',
}

// lacks capacity | reason: c(annot be given) b(not reasonably obtainable, delay harms) r(isk) n(one) | body
const conditions = tableOf(`
y|-|- > para-18-2-a
n|c|- > para-18-2-a
n|b|- > para-18-2-b
n|r|- > para-18-2-c
n|n|D > para-2
n|n|O > para-6
`)

const reasonLetters = {
  CANNOT_BE_GIVEN: 'c',
  NOT_REASONABLY_OBTAINABLE: 'b',
  DELAY_HARMS: 'b',
  RISK_TO_CHILD: 'r',
  RISK_TO_ANOTHER: 'r',
  PREJUDICES_INVESTIGATION: 'r',
  NO_REASON: 'n',
} as const

// consent given | duty
const confidences = tableOf(`
y|- > consent
n|y > duty
n|n > public-interest
`)

export type OracleBasis = {
  readonly article6: readonly string[]
  readonly schedule1: string
  readonly article10: string | null
  readonly confidence: string
  readonly statute: readonly string[]
}

const yes = (value: boolean): string => (value ? 'y' : 'n')

/** §6 of the page, for a decision made at `level`; the same whatever is decided. */
export const oracleBasis = (facts: OracleFacts, level: string): OracleBasis => {
  const body = facts.body.charAt(0)
  const [articles = '', statutes = ''] = grounds([
    body,
    yes(facts.dutyInForce),
    yes(facts.recognisedLegitimateInterestInForce),
    level,
  ])
  const [schedule1 = ''] = conditions([
    yes(facts.consent === 'LACKS_CAPACITY'),
    reasonLetters[facts.whyNotSought ?? 'NO_REASON'],
    body,
  ])
  const [confidence = ''] = confidences([
    yes(facts.consent === 'GIVEN'),
    yes(facts.body === 'DUTY' && facts.dutyInForce),
  ])
  const isCriminal = / (ALLEGED_PERPETRATOR|12A|13A|18C|19C|22A|24A) /.test(
    ` ${[facts.subjectRole, ...facts.factors].join(' ')} `,
  )
  return {
    article6: articles.split(','),
    schedule1,
    article10: isCriminal ? `DPA 2018 s.10(5), ${schedule1}` : null,
    confidence,
    statute: statutes === '-' ? [] : statutes.split(',').map((section) => sections[section] ?? ''),
  }
}
