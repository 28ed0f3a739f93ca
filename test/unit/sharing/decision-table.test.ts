import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { decisionTable } from '../../../cli/decision-table.ts'
import { latestPolicy } from '../../../shared/sharing/policies.ts'

const page = decisionTable(latestPolicy)
const lines = page
  .split('\n')
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| /, '')))

/** The cells of these columns, of every line that begins with the first cell. */
const cellsOf = (first: string, ...columns: readonly number[]) =>
  lines
    .filter(([cell]) => cell === first)
    .map((cells) => columns.map((column) => cells[column]).join(' · '))

describe('docs/decision-table.md', () => {
  it('says what the rules say (renew it with `npm run decision-table`)', async () => {
    const file = new URL('../../../docs/decision-table.md', import.meta.url)
    expect(await readFile(file, 'utf8')).toBe(page)
  })

  it.each([
    ['R3', ['SHARE · – · –']],
    ['R1', ['HOLD · – · expiry']],
    ['R6', ['HUMAN_REVIEW · the sender’s lead · same day, then SHARE']],
    ['R19', ['SHARE_MINIMAL · what R12, R13, R14b would ask · –']],
    [
      'R16',
      ['HUMAN_REVIEW · the partnership lead · 2 days, then SHARE_MINIMAL', 'HOLD · – · expiry'],
    ],
    [
      'R14b',
      [
        'HUMAN_REVIEW · the sender’s lead · 1 day, then SHARE_MINIMAL',
        'HUMAN_REVIEW · the sender’s lead · 1 day, then HOLD, and the partnership lead is told',
      ],
    ],
    ['R0', ['HUMAN_REVIEW · the partnership lead · same day, then SHARE_MINIMAL']],
  ])('prints what %s decides, whom it asks and what follows', (rule, cells) => {
    expect(cellsOf(rule, 2, 3, 4)).toEqual(cells)
  })

  // biome-ignore format: a table is read across
  it.each([
    ['P1', ['R19 · SHARE_MINIMAL · no', 'R19 · SHARE_MINIMAL · no', 'R10 · SHARE · yes', 'R9 · SHARE · no']],
    ['P2', ['R9 · SHARE · ask-first']],
    ['P3', ['R11 · SHARE_MINIMAL · no']],
    ['P4', ['R4 ↑, R9 · SHARE · no']],
    ['P5', ['R19 · SHARE_MINIMAL · yes']],
    ['P6', ['R9 · SHARE · ask-first']],
    ['P7', ['R16 · HOLD · no', 'R10 · SHARE · no', 'R16 · HUMAN_REVIEW · no']],
    ['P8', ['R9 · SHARE · no']],
    ['P9', ['R3 · SHARE · no']],
    ['P10', ['R3 · SHARE · no', 'R4 ↑, R9 · SHARE · no', 'R4 ↑, R9 · SHARE · no', 'R1 · HOLD · no']],
    ['P11', ['R10 · SHARE · yes']],
    ['P12', ['R3 · SHARE · no']],
    ['P13', ['R9 · SHARE · ask-first']],
    ['P14', ['R16 · HOLD · no', 'R16 · HUMAN_REVIEW · no']],
    ['P15', ['R15 · SHARE_MINIMAL · yes']],
    ['P16', ['R11 · SHARE_MINIMAL · no']],
  ])('decides case %s as practice needs it', (number, cells) => {
    expect(cellsOf(number, 2, 3, 7).map((cell) => cell.replace(' |', ''))).toEqual(cells)
  })

  it.each([
    ['P10', ['purpose asked', 'purpose asked', 'leads-only, purpose asked', '–']],
    ['P16', ['identity review']],
  ])('prints what goes beside case %s', (number, cells) => {
    expect(cellsOf(number, 6)).toEqual(cells)
  })
})
