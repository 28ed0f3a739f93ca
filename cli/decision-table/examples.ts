import { decideUnder } from '../../shared/sharing/decide.ts'
import type { Decision } from '../../shared/sharing/decision.ts'
import type { Policy } from '../../shared/sharing/policy.ts'
import { cases } from './cases.ts'
import { table } from './markdown.ts'
import { leadNames, none } from './names.ts'
import { dueOf } from './rows.ts'
import { someFacts } from './some-facts.ts'

const besideOf = ({ identityReview, leadsOnly, asked, asksSenderLead }: Decision): string => {
  const effects = [
    identityReview ? 'identity review' : [],
    leadsOnly ? 'leads-only' : [],
    asksSenderLead && asked !== 'sender-lead' ? 'purpose asked' : [],
  ].flat()
  return effects.length === 0 ? none : effects.join(', ')
}

/** What the policy answers in cases from practice, decided as they are printed. */
export const exampleTable = (policy: Policy): readonly string[] =>
  table(
    ['No.', 'Case', 'Rule', 'Decision', 'Asked', 'Due, then', 'Beside', 'Tell the parent'],
    cases.map(([number, sentence, differing]) => {
      const decision = decideUnder(policy, someFacts(differing))
      const { rule, raisedBy, asked, tellParent } = decision
      return [
        number,
        sentence,
        [...raisedBy.map((raise) => `${raise} ↑`), rule].join(', '),
        decision.decision,
        asked === null ? none : leadNames[asked],
        dueOf(decision),
        besideOf(decision),
        tellParent,
      ]
    }),
  )
