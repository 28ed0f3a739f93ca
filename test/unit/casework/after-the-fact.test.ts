import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { aChild } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { drugService, drugServiceLead, otherService } from '../../builders/clients.ts'
import {
  allRows,
  auditEntries,
  callsOf,
  concernIdIn,
  receivedAndMade,
} from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const day = 24 * 60 * 60 * 1000
const keyOf = (number: number): string => `one-key-for-each-request-${number}`

/** A hub that knows the child, of whom nothing grave is registered. */
const aHub = async () => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  await calls.putChild('C1', aChild({ status: { code: 'EARLY_HELP' } }))
  let keys = 0
  const aKey = (): string => {
    keys += 1
    return keyOf(keys)
  }
  const send = async (change: Parameters<typeof aConcern>[0] = {}, caller = drugService) =>
    concernIdIn(await calls.submit(aKey(), aConcern(change), caller))
  const wait = async (milliseconds: number): Promise<void> => {
    hub.advance(milliseconds)
    await hub.settle()
  }
  const sentTo = (queue: string): readonly string[] =>
    hub.published.flatMap((one) => (one.queue === queue ? [one.message] : []))
  const concernRow = async (id: string) =>
    (await allRows(hub, 'casework')).find(
      ({ pk, sk }) => pk === `CONCERN#${id}` && sk === 'CONCERN',
    )
  const rowsWith = async (id: string) =>
    (await receivedAndMade(hub)).filter((row) => JSON.stringify(row).includes(id))
  return { hub, calls, aKey, send, wait, sentTo, concernRow, rowsWith }
}
/** At H2 without a duty this waits for the sender's lead. */
const refused = { status: 'REFUSED' } as const

describe('a withdrawal', () => {
  const body = { reason: 'WRONG_PERSON', words: 'Another Marta Quillfeather, of Ash Lane.' }

  it('is told to whoever has the alert, recalls nothing, and counts for nothing from then on', async () => {
    const { hub, calls, aKey, send, wait } = await aHub()
    const id = await send()
    await wait(0)
    const [alert] = await calls.listAlerts()
    expect((await calls.withdraw({ id, key: aKey() }, body)).status).toBe(202)
    await wait(0)
    expect((await calls.follow(id)).body).toMatchObject({ status: 'withdrawn' })
    const read = (await calls.readAlert(alert?.alertId ?? '')).body
    expect(read).toMatchObject({ withdrawal: body })
    const { content } = read as { content: { banners: string[] } }
    expect(content.banners).toContain('WITHDRAWN_BY_SENDER')
    const heads = (await allRows(hub, 'casework')).filter((row) => 'chronology' in row)
    expect(heads).not.toEqual([])
    expect(JSON.stringify(heads)).not.toContain(id)
  })

  it('ends the reviews of what waited, and no clock shares it afterwards', async () => {
    const { calls, aKey, send, wait } = await aHub()
    const id = await send({ consent: refused })
    await wait(0)
    expect(await calls.listReviews(drugServiceLead)).toHaveLength(1)
    await calls.withdraw({ id, key: aKey() }, body)
    await wait(0)
    expect(await calls.listReviews(drugServiceLead)).toEqual([])
    await wait(10 * day)
    expect(await calls.listAlerts()).toEqual([])
  })

  it('takes effect before the concern is assessed, where it comes first', async () => {
    const { calls, aKey, send, wait } = await aHub()
    const id = await send()
    await calls.withdraw({ id, key: aKey() }, body)
    await wait(0)
    await wait(10 * day)
    expect(await calls.listAlerts()).toEqual([])
  })
})

describe('what was disclosed without an agreement', () => {
  const charity = { ...otherService, clientId: 'lantern', agency: 'lantern', agencyName: 'Lantern' }

  it('is disclosed all the same, and told to the partnership lead once a day, with counts alone', async () => {
    const { calls, hub, send, wait, sentTo } = await aHub()
    const id = await send({}, charity)
    await send({ reason: 'Left alone again, on another day.', incidentOn: '2026-11-19' }, charity)
    await wait(0)
    expect(await calls.listAlerts()).not.toEqual([])
    expect(sentTo('escalations-partnership')).toEqual([])
    await wait(2 * day)
    await wait(2 * day)
    const told = sentTo('escalations-partnership').filter((text) => text.includes('agreements'))
    expect(told.map((text): unknown => JSON.parse(text))).toMatchObject([
      { data: { disclosed: [{ agency: 'lantern', authority: westmarch, count: 2 }] } },
    ])
    expect(told.join()).not.toContain(id)
    const said = (await auditEntries(hub)).filter(({ action }) => action === 'UNAGREED_TOLD')
    expect(said).toMatchObject([{ subjects: ['lantern'], codes: { count: '2' } }])
  })

  it('is nothing where everything was agreed', async () => {
    const { hub, send, wait } = await aHub()
    await send()
    await wait(0)
    await wait(3 * day)
    expect(hub.published.filter(({ message }) => message.includes('agreements'))).toEqual([])
  })
})

describe('a challenge of silence', () => {
  const reason = 'Nobody has called, and she is alone with him at night.'

  /** Contested two days after it was sent, once somebody has swept. */
  const contested = async (change: Parameters<typeof aConcern>[0]) => {
    const { hub, calls, aKey, send, wait, sentTo } = await aHub()
    const id = await send(change)
    await wait(0)
    await wait(2 * day)
    const before = hub.published.length
    const reply = await calls.challenge(id, { key: aKey(), body: { reason } })
    await wait(0)
    const left = hub.published.slice(before).map(({ message }) => message)
    return { calls, id, reply, left, sentTo, wait, aKey }
  }

  it('reaches the authority that owes an answer, with the reason in its alert', async () => {
    const { calls, reply, left } = await contested({})
    expect(reply.status).toBe(202)
    expect(left.filter((text) => text.includes('alert.challenged'))).toHaveLength(2)
    expect(left.join()).not.toContain(reason)
    const [alert] = await calls.listAlerts()
    expect((await calls.readAlert(alert?.alertId ?? '')).body).toMatchObject({
      silences: [{ level: 'manager', reason }],
    })
  })

  it('is answered alike where nobody was told, and leaves for nobody', async () => {
    const told = await contested({})
    const held = await contested({ purpose: 'other' })
    const bodyOf = ({ reply: { status, body }, id }: typeof told): string =>
      JSON.stringify([status, body]).replaceAll(id, 'the concern')
    expect(bodyOf(held)).toBe(bodyOf(told))
    expect(held.left.filter((text) => text.includes('alert.challenged'))).toEqual([])
  })

  it('is passed on once, and at the next level when it is contested again', async () => {
    const { calls, id, aKey, wait } = await contested({})
    await wait(0)
    await calls.challenge(id, { key: aKey(), body: { reason } })
    await wait(0)
    const [alert] = await calls.listAlerts()
    const { body } = await calls.readAlert(alert?.alertId ?? '')
    const { silences } = body as { silences: readonly { level: string }[] }
    expect(silences.map(({ level }) => level)).toEqual(['manager', 'head'])
  })
})

describe('a concern that was held to its end', () => {
  const words = ['Quillfeather', 'Tannery', 'heroin', 'Marlowe']

  it.each<[number, string, Parameters<typeof aConcern>[0]]>([
    [90, 'without harm', { harm: 'H0' }],
    [366, 'of early help that was refused', { harm: 'H1', consent: refused }],
    [366, 'sent for another purpose', { purpose: 'other' }],
  ])('loses text and people after %i days, where it was %s', async (days, _, change) => {
    const { hub, send, wait, concernRow, rowsWith } = await aHub()
    const id = await send(change)
    await wait(0)
    await wait((days - 2) * day)
    expect(JSON.stringify(await rowsWith(id))).toContain('Quillfeather')
    await wait(3 * day)
    expect(await concernRow(id)).toMatchObject({ state: 'EXPIRED' })
    const left = JSON.stringify(await rowsWith(id))
    expect(words.filter((word) => left.includes(word))).toEqual([])
    const said = (await auditEntries(hub)).filter(({ action }) => action === 'CONCERN_EXPIRED')
    expect(said).toMatchObject([{ subjects: [id] }])
  })

  it('is for its sender as it was before, so that nobody learns from it whom the hub knows', async () => {
    const { calls, send, wait, concernRow } = await aHub()
    const id = await send({ harm: 'H0' })
    await wait(0)
    const seen = async () => [(await calls.follow(id)).body, (await calls.listConcerns()).body]
    const before = await seen()
    await wait(95 * day)
    expect(await concernRow(id)).toMatchObject({ state: 'EXPIRED' })
    expect(await seen()).toEqual(before)
  })

  it('stays where it was shared', async () => {
    const { send, wait, rowsWith } = await aHub()
    const id = await send()
    await wait(0)
    await wait(400 * day)
    expect(JSON.stringify(await rowsWith(id))).toContain('Quillfeather')
  }, 60_000)
})
