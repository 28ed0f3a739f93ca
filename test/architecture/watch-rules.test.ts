import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import {
  watchRuleIds,
  watchRules,
  watchRulesTable,
} from '../../shared/audit/watching/watch-rules.ts'

describe('the rules by which use is looked at', () => {
  it('stand in the page for auditors as they are applied', async () => {
    expect(await readFile('docs/auditing.md', 'utf8')).toContain(watchRulesTable())
  })

  it('are all listed, each once', () => {
    expect([...watchRuleIds].toSorted()).toEqual(Object.keys(watchRules).toSorted())
  })
})
