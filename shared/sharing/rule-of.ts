import { HubError } from '../kernel/hub-error.ts'
import type { Decision } from './decision.ts'
import { policyOf } from './policies.ts'
import type { DecidingRule } from './rule.ts'
import { silence } from './rules/silence.ts'

type Decided = Pick<Decision, 'rule' | 'policyVersion'>

/** The rule that decided, as it stood in the policy that decided. @throws HubError for a policy never published */
export const ruleOf = ({ rule, policyVersion }: Decided): DecidingRule => {
  const policy = policyOf(policyVersion)
  if (policy === undefined) throw new HubError('internal', `there is no policy ${policyVersion}`)
  return (
    policy.rules.find((row): row is DecidingRule => row.kind === 'decides' && row.id === rule) ??
    silence
  )
}
