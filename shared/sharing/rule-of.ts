import { HubError } from '../kernel/hub-error.ts'
import type { Decision } from './decision.ts'
import { type Policies, policies, policyOf } from './policies.ts'
import type { Policy } from './policy.ts'
import type { DecidingRule } from './rule.ts'
import { silence } from './rules/silence.ts'

/** The policy that decided, in force or not. @throws HubError for a policy never published */
export const policyBehind = (
  { policyVersion }: Pick<Decision, 'policyVersion'>,
  among: Policies = policies,
): Policy => {
  const policy = policyOf(policyVersion, among)
  if (policy === undefined) throw new HubError('internal', `there is no policy ${policyVersion}`)
  return policy
}

/** The rule that decided, as it stood in the policy that decided. @throws HubError for a policy never published */
export const ruleOf = (
  { rule, policyVersion }: Pick<Decision, 'rule' | 'policyVersion'>,
  among: Policies = policies,
): DecidingRule =>
  policyBehind({ policyVersion }, among).rules.find(
    (row): row is DecidingRule => row.kind === 'decides' && row.id === rule,
  ) ?? silence
