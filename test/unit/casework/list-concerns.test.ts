import { describe, expect, it } from 'vitest'
import type { Position } from '../../../shared/casework/cursors.ts'
import { type ListConcernsDeps, listConcerns } from '../../../shared/casework/list-concerns.ts'
import { listedConcernOf } from '../../../shared/concerns/followed-concern.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'
import { drugService } from '../../builders/clients.ts'
import { aTrace, byOf, saidOf } from '../../builders/ports.ts'

const listed = listedConcernOf(aStoredConcern())
const listing = (next?: Position) => {
  const trace = aTrace()
  const asked: unknown[] = []
  const deps: ListConcernsDeps = {
    ...trace.recording,
    listSent: trace.port('listSent', (...question: unknown[]) => {
      asked.push(question)
      return { items: [listed], next }
    }),
    cursors: {
      seal: trace.port('seal', (position: unknown, context: string) =>
        JSON.stringify({ position, context }),
      ),
      open: trace.port(
        'open',
        (cursor: string, context: string): Position => ({
          cursor,
          context,
        }),
      ),
    },
  }
  return { deps, asked, ...trace }
}
const by = byOf(drugService)

describe('the list of an agency’s concerns', () => {
  it('is read for the caller’s agency, recorded, then answered', async () => {
    const { deps, asked, done, said } = listing()
    expect(await listConcerns({ by, limit: 25 }, deps)).toEqual({
      items: [listed],
      next: undefined,
    })
    expect(asked).toEqual([
      [
        { agency: 'turning-tide', changedSince: undefined },
        { limit: 25, after: undefined },
      ],
    ])
    expect(done).toEqual(['listSent', 'record'])
    expect(said()).toEqual([
      saidOf(drugService, 'CONCERNS_LISTED', { subjects: ['drug-service'], codes: { count: '1' } }),
    ])
  })

  it('is of what changed since a moment, however its fraction is written', async () => {
    const { deps, asked } = listing()
    await listConcerns({ by, limit: 1, changedSince: '2026-11-23T10:00:00Z' }, deps)
    expect(asked).toMatchObject([[{ changedSince: '2026-11-23T10:00:00.000Z' }, { limit: 1 }]])
  })

  it('goes on where its cursor says, which is good for this caller and question only', async () => {
    const { deps, asked } = listing({ pk: 'there' })
    const since = '2026-11-23T10:00:00.000Z'
    const first = await listConcerns({ by, limit: 1, changedSince: since, cursor: 'c' }, deps)
    const context = `drug-service|concerns|${since}`
    expect(asked).toMatchObject([[{}, { after: { cursor: 'c', context } }]])
    expect(first.next).toBe(JSON.stringify({ position: { pk: 'there' }, context }))
  })
})
