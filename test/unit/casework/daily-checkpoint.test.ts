import { describe, expect, it } from 'vitest'
import { stage, westmarch } from '../../../infra/stages/local.ts'
import type { Delivery } from '../../../shared/agencies/delivery.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { authorityRow } from '../../../shared/aws/dynamodb/directory.ts'
import { digestEventSchema } from '../../../shared/outbox/digest-event.ts'
import { auditEntries, callsOf } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const hour = 60 * 60 * 1000
const served = stage.directory.authorities.filter((one) => !('rehearsal' in one))

/** A hub of which something is sealed, at ten in the morning, and nobody was told anything of early help. */
const aHub = async () => {
  const hub = await startInMemoryHub()
  await callsOf(hub).putChild('C1')
  await hub.seal()
  const digests = (authority: string = westmarch) =>
    hub.published
      .filter(({ queue }) => queue.endsWith(`alerts-${authority}`))
      .map(({ message }) => digestEventSchema.parse(JSON.parse(message)))
  const sweepAfter = async (milliseconds: number): Promise<void> => {
    hub.advance(milliseconds)
    await hub.sweep()
  }
  const without = async (): Promise<number | undefined> => {
    const since = hub.logged.length
    await hub.measure()
    const lines = hub.logged.slice(since) as [
      string,
      string,
      { measured?: Record<string, number> },
    ][]
    return lines.find(([, , fields]) => fields.measured)?.[2].measured?.[
      'AuthoritiesWithoutCheckpoint'
    ]
  }
  const deliver = async (delivery: Delivery): Promise<void> => {
    const own = served.find(({ code }) => code === westmarch)
    if (own === undefined) throw new Error('the local stage has changed')
    await hub.store.transact([put(hub.tables.directory, authorityRow({ ...own, delivery }))])
    hub.advance(60_000)
  }
  return { hub, digests, sweepAfter, without, deliver }
}

describe('the newest checkpoint', () => {
  it('reaches every authority on a day without alerts, once, and again the next morning at eight', async () => {
    const { digests, sweepAfter } = await aHub()
    await sweepAfter(0)
    for (const { code } of served) {
      expect(digests(code).map(({ data }) => data.alerts)).toEqual([[]])
      expect(digests(code)[0]?.data.checkpoint).toContain('\n\n— ')
    }
    await sweepAfter(60_000)
    await sweepAfter(21.5 * hour)
    expect(digests()).toHaveLength(1)
    await sweepAfter(hour)
    await sweepAfter(60_000)
    expect(digests()).toHaveLength(2)
    expect(new Set(digests().map(({ id }) => id)).size).toBe(2)
  })

  it('leaves an entry that says to whom and of what size', async () => {
    const { hub, sweepAfter } = await aHub()
    await sweepAfter(0)
    const sent = (await auditEntries(hub)).filter(({ action }) => action === 'CHECKPOINT_SENT')
    expect(sent.map(({ authority }) => authority).toSorted()).toEqual(
      served.map(({ code }) => code).toSorted(),
    )
    expect(sent.map(({ codes }) => Number(codes?.['size']) > 0)).not.toContain(false)
  })

  it('is not published to whoever polls, who fetches it', async () => {
    const { digests, sweepAfter, without, deliver } = await aHub()
    await deliver({ mode: 'poll' })
    await sweepAfter(0)
    expect(digests()).toEqual([])
    expect(await without()).toBe(0)
  })

  it('is missed by the hub where it was not sent for more than a day', async () => {
    const { hub, sweepAfter, without } = await aHub()
    expect(await without()).toBe(served.length)
    await sweepAfter(0)
    expect(await without()).toBe(0)
    hub.advance(25 * hour)
    expect(await without()).toBe(0)
    hub.advance(2 * hour)
    expect(await without()).toBe(served.length)
  })
})
