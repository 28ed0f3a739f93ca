import { describe, expect, it } from 'vitest'
import type { UnsealedEntry } from '../../../shared/audit/log-head.ts'
import { sealingBatches } from '../../../shared/audit/sealing-batches.ts'
import { anEntry } from '../casework/in-memory-audit-log.ts'

const about = (number: number, subjects: number): UnsealedEntry => {
  const one = anEntry(number)
  return { ...one, standsUnder: Array.from({ length: subjects }, (_, at) => `SUBJECT#${at}`) }
}
const sizes = (subjects: readonly number[]): number[] =>
  sealingBatches(subjects.map((count, number) => about(number, count))).map(({ length }) => length)

describe('a transaction that seals', () => {
  it('takes as many entries as it has actions for, beside the head and the batch', () => {
    expect(sizes(Array.from({ length: 100 }, () => 1))).toEqual([49, 49, 2])
    expect(sizes(Array.from({ length: 7 }, () => 24))).toEqual([3, 3, 1])
    expect(sizes([97, 1, 96, 1])).toEqual([1, 1, 1, 1])
    expect(sizes([95, 1])).toEqual([2])
  })

  it('holds the entries in their order, each once, and there is none where none waits', () => {
    const entries = Array.from({ length: 200 }, (_, number) => anEntry(number))
    expect(sealingBatches(entries).flat()).toEqual(entries)
    expect(sealingBatches([])).toEqual([])
  })
})
