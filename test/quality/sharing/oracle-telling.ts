import { tableOf } from './only-row.ts'
import type { OracleFacts } from './oracle-facts.ts'

// disclosed | harm after raises | risk reason | R4 | 18C 19C 22A 23A 24A | abuse, restricted address, protected household
//   | the subject is stated to be the victim | consent as in the decisions
const tellings = tableOf(`
n|-   |-|-|-|-|-|-  > no
y|4   |-|-|-|-|-|-  > no
y|0123|y|-|-|-|-|-  > no
y|0123|n|y|-|-|-|-  > no
y|3   |n|n|y|-|-|-  > no
y|3   |n|n|n|y|n|-  > no
y|012 |n|n|-|y|n|-  > no
y|3   |n|n|n|y|y|-  > safe-contact-only
y|012 |n|n|-|y|y|-  > safe-contact-only
y|3   |n|n|n|n|-|-  > ask-first
y|012 |n|n|-|n|-|LN > ask-first
y|012 |n|n|-|n|-|GX > yes
`)

const yes = (value: boolean): string => (value ? 'y' : 'n')

type Read = { readonly decision: string; readonly level: string; readonly consent: string }

/** §4 of the page, for a decision made at `level`. */
export const oracleTelling = (facts: OracleFacts, { decision, level, consent }: Read): string => {
  const sent = ` ${[...facts.flags, ...facts.factors, facts.whyNotSought].join(' ')} `
  const isDangerous = / (DA|MARAC|3A|3B|3C|RESTRICTED_ADDRESS) /.test(sent)
  const [telling = ''] = tellings([
    yes(decision.startsWith('SHARE')),
    level,
    yes(/ (RISK_TO_CHILD|RISK_TO_ANOTHER|PREJUDICES_INVESTIGATION) /.test(sent)),
    yes(/ (DELUSION|SUICIDE_PLAN)_INVOLVES_CHILD /.test(sent)),
    yes(/ (18C|19C|22A|23A|24A) /.test(sent)),
    yes(isDangerous || facts.protectedHousehold),
    yes(facts.subjectRole === 'VICTIM'),
    consent,
  ])
  return telling
}
