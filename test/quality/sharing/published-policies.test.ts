import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../shared/audit/canonical-json.ts'
import { decideUnder } from '../../../shared/sharing/decide.ts'
import { policies } from '../../../shared/sharing/policies.ts'
import type { Policy } from '../../../shared/sharing/policy.ts'
import { afterTimeout } from '../../../shared/sharing/timeout.ts'
import { decisionSpace } from './decision-space.ts'

/** SHA-256 of all that a published policy decides. A line is added here with each new version and never changed. */
const published: Readonly<Record<string, string>> = {
  '2026-11-22.1': 'e0358ef3aa04a2156b59602e063b24d7f7eb5e03c73f7d4b3aad1029a0280c91',
}

/** Every decision of the space, and the two that follow it when nobody answers, as one digest. */
const digestOf = (policy: Policy): string => {
  const hash = createHash('sha256')
  const texts = new Map<string, string>() // few outcomes are distinct, and canonical JSON is slow
  for (const facts of decisionSpace()) {
    const decision = decideUnder(policy, facts)
    const first = afterTimeout(decision, facts)
    const second = first && afterTimeout(first.decision, facts)
    const outcome = [decision, first ?? null, second ?? null]
    const key = JSON.stringify(outcome)
    const text = texts.get(key) ?? canonicalJson(outcome)
    texts.set(key, text)
    hash.update(text)
  }
  return hash.digest('hex')
}

describe('a published policy', () => {
  it.each(policies)('decides for ever as it did: $version', (policy) => {
    expect(
      digestOf(policy),
      `what policy ${policy.version} decides has changed: leave it as it was, and publish a new version instead`,
    ).toBe(published[policy.version])
  })

  it('is never withdrawn', () => {
    expect(policies.map(({ version }) => version)).toEqual(Object.keys(published))
  })
})
