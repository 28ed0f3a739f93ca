import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { decisionTable } from '../../../cli/decision-table.ts'
import { latestPolicy } from '../../../shared/sharing/policies.ts'

describe('docs/decision-table.md', () => {
  it('says what the rules say (renew it with `npm run decision-table`)', async () => {
    const page = new URL('../../../docs/decision-table.md', import.meta.url)
    expect(await readFile(page, 'utf8')).toBe(decisionTable(latestPolicy))
  })
})
