import { describe, expect, it } from 'vitest'
import type { Position } from '../../../shared/casework/cursors.ts'
import {
  type ReadChronologyDeps,
  readChronology,
} from '../../../shared/casework/read-chronology.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import type { StoredChild } from '../../../shared/register/stored.ts'
import { anEntry } from '../../builders/a-chronology-entry.ts'
import { aFamily } from '../../builders/a-family.ts'
import { northmoor, westmarch } from '../../builders/clients.ts'
import { aTrace, byOf, refusalOf, saidOf } from '../../builders/ports.ts'

const childId = childIdSchema.parse('E06000991.C1')
const childOf = async (change: Parameters<typeof aFamily>[0] = {}) =>
  (await aFamily(change)).children[0]

const reading = async (
  { child, next, cursor }: { child: StoredChild | undefined; next?: string; cursor?: string },
  caller = westmarch,
) => {
  const { recording, port, done, said } = aTrace()
  type ReadEntries = ReadChronologyDeps['readEntries']
  const asked: Parameters<ReadEntries>[] = []
  const result = await readChronology(
    { by: byOf(caller), childId, limit: 10, cursor },
    {
      ...recording,
      readChild: port('readChild', () => child),
      readAdults: port('readAdults', () => []),
      readEntries: port<Parameters<ReadEntries>, Awaited<ReturnType<ReadEntries>>>(
        'readEntries',
        (...question) => {
          asked.push(question)
          return { items: [{ childId, entry: anEntry() }], next }
        },
      ),
      cursors: {
        seal: port('seal', (position, context) => JSON.stringify({ position, context })),
        open: port(
          'open',
          (after: string, context: string): Position => ({
            after: `${after} of ${context}`,
          }),
        ),
      },
    },
  )
  return { result, done, said, asked }
}

describe('reading a chronology', () => {
  it('gives a page, recorded before it is disclosed', async () => {
    const { result, done, said, asked } = await reading({ child: await childOf() })
    expect(result).toMatchObject({
      kind: 'found',
      page: { childId, protected: [] },
      next: undefined,
    })
    expect(asked).toEqual([[childId, { limit: 10, after: undefined }]])
    expect(done).toEqual(['readChild', 'readEntries', 'readAdults', 'record'])
    expect(said()).toEqual([
      saidOf(westmarch, 'CHRONOLOGY_READ', { subjects: [childId], codes: { count: '1' } }),
    ])
  })

  it('goes on where its cursor says, which is good for this caller and child only', async () => {
    const { result, asked, done } = await reading({
      child: await childOf(),
      next: 'there',
      cursor: 'here',
    })
    const context = 'westmarch-case-system|chronology|E06000991.C1'
    expect(asked[0]?.[1].after).toBe(`here of ${context}`)
    expect(result).toMatchObject({
      next: JSON.stringify({ position: { after: 'there' }, context }),
    })
    expect(done).toEqual(['readChild', 'open', 'readEntries', 'readAdults', 'record', 'seal'])
  })

  it('of an adopted child shows nothing and does not tell that there is more', async () => {
    const { result, said } = await reading({
      child: await childOf({ status: { code: 'ADOPTED' } }),
      next: 'there',
    })
    expect(result).toMatchObject({
      kind: 'found',
      page: { items: [], protected: ['restricted-team'] },
      next: undefined,
    })
    expect(said()[0]?.codes).toEqual({ count: '0' })
  })

  it('is refused to another authority before anything is read, which leaves an entry', async () => {
    const { result, done, said } = await reading({ child: await childOf() }, northmoor)
    expect([result, done]).toEqual([{ kind: 'not-theirs' }, ['record']])
    expect(said()).toEqual([refusalOf(northmoor, 'chronology.read')])
  })

  it('finds nothing where there is no child, and records nothing', async () => {
    const { result, done } = await reading({ child: undefined })
    expect([result, done]).toEqual([{ kind: 'not-found' }, ['readChild']])
  })
})
