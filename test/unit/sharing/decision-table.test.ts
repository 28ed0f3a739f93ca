import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { decisionTable } from '../../../cli/decision-table.ts'

describe('docs/decision-table.md', () => {
  it('says what the rules say (renew it with `node cli/decide.ts --table`)', async () => {
    const page = new URL('../../../docs/decision-table.md', import.meta.url)
    expect(await readFile(page, 'utf8')).toBe(decisionTable())
  })
})
