import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { type AuditFilter, fits } from '../../../shared/audit/audit-filter.ts'
import { appendTo, emptyRange, leafHash, rootOfRange } from '../../../shared/audit/merkle.ts'
import type { HashedBatch } from '../../../shared/audit/tree-nodes.ts'
import { readSealedIn, readWaitingIn } from '../../../shared/aws/dynamodb/audit-entries.ts'
import { proofsBy } from '../../../shared/casework/prove-log.ts'
import { type AuditQuestion, queryAudit } from '../../../shared/casework/query-audit.ts'
import { aLargeLog, largeEntry } from '../../builders/a-large-log.ts'
import { anId } from '../../builders/a-stored-concern.ts'
import { auditor } from '../../builders/clients.ts'
import { aTrace, byOf } from '../../builders/ports.ts'
import { isNightly } from '../../builders/runs.ts'

const count = isNightly ? 1_000_000 : 6_000

const log = aLargeLog(count)

const pageOf = async (question: AuditQuestion, cursor?: string) => {
  log.counted()
  const { recording } = aTrace()
  const result = await queryAudit(
    { by: byOf(auditor), question, cursor },
    {
      ...recording,
      now: () => log.now,
      keyedHash: async () => 'hashed',
      readWaiting: readWaitingIn(log.store, 'auditEntries'),
      readSealed: readSealedIn(log.store, 'auditLog'),
      readNewestNote: async () => undefined,
      cursors: {
        seal: async (position) => JSON.stringify(position),
        open: async (text) => JSON.parse(text) as Record<string, unknown>,
      },
    },
  )
  if (result.kind !== 'found') throw new Error('nothing was asked too late')
  return { ...result, reads: log.counted() }
}

/** Partitions in which entries wait to be sealed: every page looks at each. */
const waiting = 16
const rounds = 12

const limit = 50

/** What people ask, and the reads of one page at most: those of the ways in that have four shards are four each time. */
const questions: readonly (readonly [AuditFilter, number])[] = [
  [{ subject: `${westmarch}.C7` }, 1],
  [{ subject: anId(7), action: 'ALERT_READ' }, 3],
  [{ subject: `${westmarch}.C0`, action: 'RESTRICTION_LIFTED' }, 12],
  [{ askedFor: anId(4) }, 12],
  [{ practitioner: 'sw-7' }, 1],
  [{ practitioner: 'sw-7', action: 'CHILD_READ' }, 12],
  [{ caseReference: 'case-2' }, 1],
  [{ actor: 'client-7' }, 4],
  [{ actor: 'client-8', outcome: 'REFUSED' }, 48],
  [{ outcome: 'REFUSED' }, 4],
  [{ agency: 'agency-7' }, 1],
  [{ agency: 'agency-4', purpose: 'safeguarding' }, 12],
  [{ authority: westmarch }, 1],
  [{ authority: westmarch, action: 'CHRONOLOGY_READ' }, 12],
  [{ authority: westmarch, action: 'RESTRICTION_LIFTED' }, 48],
  [{ action: 'RESTRICTION_LIFTED' }, 4],
  [{ purpose: 'safeguarding' }, 4],
  [{ action: 'CONCERN_ASSESSED', byHub: 'assess-concern' }, 8],
  [{}, 4],
]

/** Of each question the newest that fit, found by looking at every entry. */
const newest = questions.map(([filter]) => ({ filter, found: [] as string[] }))
for (let number = count - 1; number >= 0; number -= 1) {
  const entry = largeEntry(number)
  for (const { filter, found } of newest)
    if (found.length < limit && fits(entry, filter)) found.push(entry.entryId)
}

describe(`over ${count} entries`, () => {
  it.each(questions)(
    '%j takes at most so many reads a page: %i, and 16 of what waits',
    async (filter, most) => {
      const question = { ...filter, limit }
      const found: string[] = []
      let cursor: string | undefined
      let pages = 0
      do {
        const page = await pageOf(question, cursor)
        expect(page.reads - waiting).toBeLessThanOrEqual(most)
        expect(page.reads).toBeLessThanOrEqual(waiting + 4 * rounds)
        found.push(...page.items.map(({ entryId }) => entryId))
        cursor = page.next
        pages += 1
      } while (cursor !== undefined && found.length < limit && pages < 40)
      const expected = newest.find((one) => one.filter === filter)?.found ?? []
      expect(found.slice(0, limit)).toEqual(expected.slice(0, found.length))
      if (cursor === undefined) expect(found.slice(0, limit)).toHaveLength(expected.length)
    },
  )
})

describe(`a proof over ${count} leaves`, () => {
  const batches: HashedBatch[] = []
  let before = emptyRange
  // In a quiet hour five entries a run, under load as many as a transaction holds.
  while (before.size < count) {
    const length = batches.length % 3 === 0 ? 5 : 98
    const hashes = Array.from({ length: Math.min(length, count - before.size) }, (_, at) =>
      leafHash(`entry ${before.size + at}`),
    )
    batches.push({ before, hashes })
    before = hashes.reduce(appendTo, before)
  }
  const starts = batches.map((batch) => batch.before.size)
  const batchOf = (leaf: number): HashedBatch | undefined => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= leaf) low = middle
      else high = middle
    }
    return batches[low]
  }
  /** The proof made, and how many batches were read for it. */
  const counted = () => {
    let reads = 0
    const proofs = proofsBy(async (leaf) => {
      reads += 1
      return batchOf(leaf)
    })
    return { proofs, reads: () => reads }
  }
  const signed = { size: count, root: rootOfRange(before) }
  const some = Array.from({ length: 50 }, (_, at) => Math.floor(((count - 1) * at) / 49))

  it('of one of them takes fewer reads than the tree is high', async () => {
    const reads = await Promise.all(
      some.map(async (index) => {
        const one = counted()
        await one.proofs.inclusion({ index, leaf: leafHash(`entry ${index}`) }, signed)
        return one.reads()
      }),
    )
    expect(Math.max(...reads)).toBeLessThanOrEqual(Math.ceil(Math.log2(count)))
  })

  it('of a page of an export takes each batch once, and few more', async () => {
    const one = counted()
    for (let index = count - 500; index < count - 400; index += 1)
      await one.proofs.inclusion({ index, leaf: leafHash(`entry ${index}`) }, signed)
    expect(one.reads()).toBeLessThanOrEqual(6 + Math.ceil(Math.log2(count)))
  })

  it('of how they grew takes fewer reads than the tree is high', async () => {
    const reads = await Promise.all(
      some.map(async (size) => {
        const one = counted()
        await one.proofs.growth({ from: Math.max(1, size), to: count })
        return one.reads()
      }),
    )
    expect(Math.max(...reads)).toBeLessThanOrEqual(Math.ceil(Math.log2(count)))
  })
})
