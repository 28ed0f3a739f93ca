import { describe, expect, it } from 'vitest'
import type { Asked } from '../../../shared/agencies/recorder-of.ts'
import { recordRefusal } from '../../../shared/casework/record-refusal.ts'
import { aConcernId, anId } from '../../builders/a-stored-concern.ts'
import { drugService, westmarch } from '../../builders/clients.ts'
import { aTrace, byOf, refusalOf } from '../../builders/ports.ts'

const alert = { kind: 'alert', id: anId(7) } as const

const refusing = (there: readonly string[] = []) => {
  const trace = aTrace()
  const { recording, port } = trace
  const deps = {
    ...recording,
    isThere: port('isThere', ({ id }: Asked) => there.includes(id)),
    keyedHash: port('keyedHash', (text: string) => `hash of ${text.length}`),
  }
  const refuse = (asked?: Asked | readonly Asked[], caller = westmarch): Promise<void> => {
    const by = { ...byOf(caller), ...(asked !== undefined && { asked: [asked].flat() }) }
    return recordRefusal({ by, action: 'alert.read' }, deps)
  }
  return { ...trace, deps, refuse }
}

describe('a refusal', () => {
  it.each([drugService, westmarch])('names $clientId and the action', async (caller) => {
    const { said, refuse } = refusing()
    await refuse(undefined, caller)
    expect(said()).toEqual([refusalOf(caller, 'alert.read')])
  })

  it('names what was asked for where there is such a thing, and is found under it', async () => {
    const { said, refuse } = refusing([alert.id])
    await refuse(alert)
    const subjects = [westmarch.clientId, alert.id]
    expect(said()).toEqual([{ ...refusalOf(westmarch, 'alert.read'), subjects, askedFor: alert }])
  })

  it.each([alert.id, aConcernId(), '943 476 5919 Casey Example'])(
    'holds a keyed hash where there is none, and nothing that was typed',
    async (id) => {
      const { said, refuse } = refusing()
      await refuse({ kind: 'alert', id })
      const keyed = `hash of ${`alert ${id}`.length}`
      const subjects = [westmarch.clientId, keyed]
      const askedFor = { kind: 'alert', keyed }
      expect(said()).toEqual([{ ...refusalOf(westmarch, 'alert.read'), subjects, askedFor }])
      expect(JSON.stringify(said())).not.toContain(id)
    },
  )

  it('has an entry for each of several things, of which those after the first say that they are parts', async () => {
    const { said, refuse } = refusing([alert.id])
    const nothing = { kind: 'concern', id: aConcernId() } as const
    await refuse([alert, nothing])
    const keyed = `hash of ${`concern ${nothing.id}`.length}`
    const refusal = refusalOf(westmarch, 'alert.read')
    expect(said()).toEqual([
      { ...refusal, subjects: [westmarch.clientId, alert.id], askedFor: alert },
      {
        ...refusal,
        subjects: [westmarch.clientId, keyed],
        askedFor: { kind: 'concern', keyed },
        part: 2,
      },
    ])
  })

  it('names twelve of many, and says how many there were', async () => {
    const { said, refuse } = refusing()
    await refuse(Array.from({ length: 201 }, (_, at) => ({ kind: 'alert', id: anId(at + 1) })))
    expect(said()).toHaveLength(12)
    expect(new Set(said().map(({ codes }) => codes?.['asked']))).toEqual(new Set(['201']))
  })

  it('takes the same steps whether or not there is such a thing', async () => {
    const there = refusing([alert.id])
    const nowhere = refusing()
    await there.refuse(alert)
    await nowhere.refuse(alert)
    expect(there.done).toEqual(['isThere', 'keyedHash', 'record'])
    expect(nowhere.done).toEqual(there.done)
  })

  it('is not answered when it could not be recorded', async () => {
    const { deps } = refusing()
    const failing = { ...deps, record: () => Promise.reject(new Error('no store')) }
    const refusal = { by: byOf(westmarch), action: 'review.decide' } as const
    await expect(recordRefusal(refusal, failing)).rejects.toThrow('no store')
  })
})
