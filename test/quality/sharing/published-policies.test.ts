import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../shared/audit/canonical-json.ts'
import { afterTimeout } from '../../../shared/sharing/conclude.ts'
import { decideUnder } from '../../../shared/sharing/decide.ts'
import { policies } from '../../../shared/sharing/policies.ts'
import type { Policy } from '../../../shared/sharing/policy.ts'
import { decisionSpace } from './decision-space.ts'

/** SHA-256 of all that a published policy decides. A line is added here with each new version and never changed. */
const published: Readonly<Record<string, string>> = {
  '2026-11-26.1': '928652f4bc00b6cabae57af8ac00a9b5ec1297f5083171f93d17ddc469ecc9f3',
}

/** Every decision of the space, and what follows it when nobody answers, as one digest. */
const digestOf = (policy: Policy): string => {
  const hash = createHash('sha256')
  const texts = new Map<string, string>() // few outcomes are distinct, and canonical JSON is slow
  for (const facts of decisionSpace()) {
    const decision = decideUnder(policy, facts)
    const outcome = [decision, afterTimeout(decision, facts) ?? null]
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
