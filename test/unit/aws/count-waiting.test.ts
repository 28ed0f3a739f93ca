import { describe, expect, it } from 'vitest'
import { countWaitingIn, readOpenIn } from '../../../shared/aws/dynamodb/count-waiting.ts'
import type { Query, Row, Store } from '../../../shared/aws/dynamodb/store.ts'
import { placesOf } from '../../../shared/casework/waiting.ts'

const tables = { casework: 'casework', intake: 'intake' }
const now = new Date('2026-11-24T10:00:00Z')

/** A store of which every partition of every index holds these rows. */
const aStore = (rows: readonly Row[]) => {
  const asked: Query[] = []
  const query: Store['query'] = async (one) => {
    asked.push(one)
    return { rows: rows.slice(0, one.limit), next: undefined }
  }
  const never = (): never => {
    throw new Error('only indexes are asked')
  }
  const store: Store = { get: never, batch: never, update: never, transact: never, query }
  return { asked, store }
}
const waiting = (count: number): readonly Row[] =>
  Array.from({ length: count }, () => ({ waitingUntil: '2026-11-24T09:00:00.000Z' }))

describe('counting what waits', () => {
  it('ends at a thousand with one page of each place, and says since when the first waits', async () => {
    const { asked, store } = aStore(waiting(5_000))
    expect(await countWaitingIn(store, tables)('assessment', now)).toEqual({
      count: 1_000,
      first: '2026-11-24T09:00:00.000Z',
    })
    expect(asked).toHaveLength(placesOf('assessment').length)
    for (const one of asked) expect(one).toMatchObject({ table: 'intake', index: 'waiting' })
  })

  it('says of nothing that it is nothing', async () => {
    expect(await countWaitingIn(aStore([]).store, tables)('relay', now)).toEqual({ count: 0 })
  })

  it('asks for all of a kind where no moment is given', async () => {
    const { asked, store } = aStore([])
    await countWaitingIn(store, tables)('review')
    expect(asked[0]?.range).toBeUndefined()
  })
})

describe('reading what is open', () => {
  const line = { alertId: 'a', state: 'RAISED', harm: 'H4', dueAt: '2026-11-24T09:00:00.000Z' }

  it('takes the inbox and the lead’s alone, and of each line what is counted', async () => {
    const { asked, store } = aStore([{ ...line, heldBy: 'W-1', agencyName: 'Turning Tide' }])
    const { alertId: _, ...counted } = line
    expect(await readOpenIn(store, 'casework')('authority' as never)).toEqual([counted, counted])
    expect(asked.map(({ partition }) => partition.value)).toEqual([
      'authority#OPEN',
      'authority#LEADS#OPEN',
    ])
  })

  it('passes over reviews, and over what this code cannot read', async () => {
    const { reviewId, ...rest } = { ...line, reviewId: 'r' }
    const review = { reviewId, state: 'OPEN', dueAt: line.dueAt }
    const newer = { ...rest, harm: 'H9' }
    expect(await readOpenIn(aStore([review, newer]).store, 'casework')('x' as never)).toEqual([])
  })
})
