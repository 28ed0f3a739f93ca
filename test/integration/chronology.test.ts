import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { describe, expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../infra/stages/local.ts'
import { asItem } from '../../shared/aws/dynamodb/item.ts'
import { chronologyKey } from '../../shared/aws/dynamodb/keys.ts'
import { notificationOf } from '../../shared/chronology/notification.ts'
import { childIdSchema } from '../../shared/kernel/ids.ts'
import { aChild, anAdult, closedLongAgo } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { aStoredConcern } from '../builders/a-stored-concern.ts'
import { drugService, northmoor, otherService, westmarch } from '../builders/clients.ts'
import {
  allRows,
  auditEntries,
  callsOf,
  concernIdIn,
  type HubReply,
} from '../builders/hub-calls.ts'
import { aroundDynamoDB, transactions } from '../fakes/around-dynamodb.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { startCaseworkHub, startInProcessHub } from './in-process-hub.ts'

type Entry = { entryId: string; kind: string; supersededBy?: string; corrects?: string }
type Concern = ReturnType<typeof aConcern>

const itemsIn = ({ body, status }: HubReply): readonly Entry[] => {
  expect(status, JSON.stringify(body)).toBe(200)
  return (body as { items: Entry[] }).items
}
const nextIn = ({ body }: HubReply): string | undefined =>
  (body as { links: { next?: string } }).links.next
const cursorIn = (reply: HubReply): string =>
  new URL(nextIn(reply) ?? '', 'http://hub.test').searchParams.get('cursor') ?? ''

let number = 0
const aHub = async (child = aChild({ status: closedLongAgo })) =>
  onTop(await startCaseworkHub('chronology'), child)
const onTop = async <H extends TestHub>(hub: H, child = aChild({ status: closedLongAgo })) => {
  const calls = callsOf(hub)
  await calls.putChild('C1', child)
  const send = async (concern: Concern = aConcern(), from = drugService): Promise<string> => {
    number += 1
    const reply = await calls.submit(`a-key-for-each-concern-${number}`, concern, from)
    await hub.settle()
    return concernIdIn(reply)
  }
  return { hub, calls, send }
}
const held = (change: Partial<Concern> = {}) =>
  aConcern({ harm: 'H1', consent: { status: 'REFUSED' }, ...change })
const minimal = aConcern({
  consent: { status: 'LACKS_CAPACITY', capacityAssessor: 'Dr Lund' },
  narrative: [{ kind: 'OPINION', text: 'She may be depressed.' }],
})

describe('a chronology', () => {
  it('shows what was shared, newest first, with both dates and the kind of each statement', async () => {
    const { calls, send } = await aHub()
    const first = await send(aConcern({ incidentOn: '2026-10-31' }))
    const second = await send(aConcern({ ongoingSince: '2024-05-01' }), otherService)
    const items = itemsIn(await calls.chronology())
    expect(items.map(({ entryId }) => entryId)).toEqual([second, first])
    expect(items).toMatchObject([
      { eventOn: '2024-05-01', isOngoing: true, source: { kind: 'agency', name: 'Other' } },
      {
        eventOn: '2026-10-31',
        isOngoing: false,
        statements: [{ kind: 'FACT', text: 'Tested positive for opiates on Tuesday.' }],
      },
    ])
  })

  it('shows of a minimal share codes and reason only (X4)', async () => {
    const { calls, send } = await aHub()
    await send(minimal)
    const [entry] = itemsIn(await calls.chronology())
    expect(entry).toMatchObject({ harm: 'H2', factors: ['2B'], reason: minimal.reason })
    expect(entry).not.toHaveProperty('statements')
  })

  it('holds what the social worker decided', async () => {
    const { calls, send } = await aHub()
    await send()
    const id = (await calls.listAlerts())[0]?.alertId ?? ''
    await calls.answer('acknowledgeAlert', { id, version: 1 })
    const reason = 'The family has moved on and the school sees no further need today.'
    const body = { outcome: 'NO_FURTHER_ACTION', reason, noFurtherActionReason: 'DISPROVED' }
    expect((await calls.answer('recordOutcome', { id, version: 2, body })).status).toBe(200)
    expect(itemsIn(await calls.chronology())).toMatchObject([
      {
        kind: 'OUTCOME',
        outcome: 'NO_FURTHER_ACTION',
        source: { kind: 'authority', name: 'Westmarch' },
        statements: [{ kind: 'OPINION', text: reason }],
      },
      { kind: 'CONCERN' },
    ])
  })

  it('leaves an entry in the log before it is shown, and is another authority’s 404', async () => {
    const { hub, calls } = await aHub()
    await calls.chronology()
    const reply = await calls.chronology(`${westmarchCode}.C1`, {}, northmoor)
    expect(reply.status).toBe(404)
    const read = (await auditEntries(hub)).filter(({ action }) => action === 'CHRONOLOGY_READ')
    expect(read).toMatchObject([{ actor: westmarch.clientId, subjects: [`${westmarchCode}.C1`] }])
  })
})

describe('a concern that was held', () => {
  it('is kept, and cannot be told from one that never was: not in entries, pages or cursors', async () => {
    const one = await aHub()
    const other = await aHub()
    for (const { send } of [one, other]) await send()
    await one.send(held(), otherService)
    for (const { send } of [one, other]) await send()
    await one.send(held({ factors: ['16A'] }))
    const rows = await allRows(one.hub, 'casework')
    expect(rows.filter(({ sk }) => String(sk).startsWith('WITHHELD#'))).toHaveLength(2)
    for (const limit of ['1', '2', '3', '25']) {
      const pages = await Promise.all(
        [one, other].map(({ calls }) => calls.chronology(`${westmarchCode}.C1`, { limit })),
      )
      const [mine, its] = pages.map((page) => ({
        count: itemsIn(page).length,
        hasNext: nextIn(page) !== undefined,
        length: JSON.stringify(page.body).length,
      }))
      expect(mine).toEqual(its)
    }
  })

  it('appears when it is shared after all', async () => {
    const { hub, calls, send } = await aHub()
    const id = await send(aConcern({ consent: { status: 'REFUSED' } }))
    expect(itemsIn(await calls.chronology())).toEqual([])
    hub.advance(4 * 24 * 60 * 60 * 1000)
    await hub.settle()
    expect(itemsIn(await calls.chronology()).map(({ entryId }) => entryId)).toEqual([id])
  })
})

describe('pages', () => {
  it('lead through everything once, and end', async () => {
    const { calls, send } = await aHub()
    const ids: string[] = []
    for (let sent = 0; sent < 5; sent += 1) ids.unshift(await send())
    const read: string[] = []
    let page = await calls.chronology(`${westmarchCode}.C1`, { limit: '2' })
    for (let turn = 0; turn < 5; turn += 1) {
      read.push(...itemsIn(page).map(({ entryId }) => entryId))
      if (nextIn(page) === undefined) break
      page = await calls.chronology(`${westmarchCode}.C1`, { limit: '2', cursor: cursorIn(page) })
    }
    expect(read).toEqual(ids)
  })

  it('are not led into another child’s by this one’s cursor', async () => {
    const { calls, send } = await aHub()
    await calls.putChild(
      'C2',
      aChild({ name: { given: 'Ida' }, status: closedLongAgo, adults: [anAdult({ id: 'A2' })] }),
    )
    await send()
    await send()
    const cursor = cursorIn(await calls.chronology(`${westmarchCode}.C1`, { limit: '1' }))
    expect((await calls.chronology(`${westmarchCode}.C2`, { limit: '1', cursor })).status).toBe(400)
  })
})

describe('a correction', () => {
  it('supersedes an earlier concern of the same agency, which stays', async () => {
    const { hub, calls, send } = await aHub()
    const wrong = await send()
    const right = await send(aConcern({ corrects: wrong as never, factors: ['1B'] }))
    const items = itemsIn(await calls.chronology())
    expect(items).toMatchObject([
      { entryId: right, kind: 'CORRECTION', corrects: wrong },
      { entryId: wrong, kind: 'CONCERN', supersededBy: right },
    ])
    const assessed = (await auditEntries(hub)).find(
      ({ action, subjects }) => action === 'CONCERN_ASSESSED' && subjects.includes(right),
    )
    expect(assessed?.codes).toMatchObject({ correction: 'accepted' })
  })

  it('of somebody else’s concern, or of none, is ignored, and the log says so', async () => {
    const { hub, calls, send } = await aHub()
    const theirs = await send(aConcern(), otherService)
    for (const corrects of [theirs, '01999999-9999-7999-8999-999999999999']) {
      const claim = await send(aConcern({ corrects: corrects as never }))
      const assessed = (await auditEntries(hub)).find(
        ({ action, subjects }) => action === 'CONCERN_ASSESSED' && subjects.includes(claim),
      )
      expect(assessed?.codes).toMatchObject({ correction: 'ignored' })
    }
    for (const entry of itemsIn(await calls.chronology())) {
      expect(entry.kind).toBe('CONCERN')
      expect(entry).not.toHaveProperty('supersededBy')
      expect(entry).not.toHaveProperty('corrects')
    }
  })

  it('says nothing of a concern that was held: neither that it was, nor that it was corrected', async () => {
    const { calls, send } = await aHub()
    const hidden = await send(held())
    await send(aConcern({ corrects: hidden as never }))
    const [entry] = itemsIn(await calls.chronology())
    expect(entry).toMatchObject({ kind: 'CONCERN' })
    expect(entry).not.toHaveProperty('corrects')
    expect(JSON.stringify(entry)).not.toContain(hidden)
  })

  it('that is held leaves what was shared as it stands', async () => {
    const { calls, send } = await aHub()
    const shared = await send()
    await send(held({ corrects: shared as never }))
    expect(itemsIn(await calls.chronology())).toMatchObject([{ entryId: shared }])
    expect(itemsIn(await calls.chronology())[0]).not.toHaveProperty('supersededBy')
  })
})

type Content = {
  banners: string[]
  accumulation: { rules: string[]; contributing: object[]; others: number }
  earlier: { entryId: string; isSuperseded: boolean }[]
}

describe('an alert', () => {
  const contentOf = async (calls: Awaited<ReturnType<typeof aHub>>['calls']): Promise<Content> => {
    const newest =
      (await calls.listAlerts())
        .map(({ alertId }) => alertId)
        .toSorted()
        .at(-1) ?? ''
    return ((await calls.readAlert(newest)).body as { content: Content }).content
  }

  it('carries what its authority may see of the children, and of what was held nothing', async () => {
    const { calls, send } = await aHub()
    const shared = await send()
    const hidden = await send(held())
    await send()
    const { earlier } = await contentOf(calls)
    expect(earlier).toMatchObject([
      {
        entryId: shared,
        childId: `${westmarchCode}.C1`,
        source: { kind: 'agency', name: 'Turning Tide' },
        factors: ['2B'],
        isSuperseded: false,
      },
    ])
    expect(JSON.stringify(earlier)).not.toContain(hidden)
  })

  it('says that the past makes a combination, and of what was held no more than how many', async () => {
    const { calls, send } = await aHub()
    await send(held({ factors: ['4B'], incidentOn: '2026-10-30' }), otherService)
    await send()
    const { accumulation } = await contentOf(calls)
    expect(accumulation).toEqual({
      rules: ['combination-in-12-months'],
      contributing: [],
      others: 1,
    })
  })

  it('of a correction says so, and marks what it corrects', async () => {
    const { calls, send } = await aHub()
    const wrong = await send()
    await send(aConcern({ corrects: wrong as never }))
    expect(await contentOf(calls)).toMatchObject({
      banners: ['CORRECTION'],
      earlier: [{ entryId: wrong, isSuperseded: true }],
    })
  })

  it('after a review that ran out of time carries what was told before its concern, not since', async () => {
    const { hub, calls, send } = await aHub()
    const before = await send(aConcern({ incidentOn: '2026-09-01' }))
    await send(aConcern({ consent: { status: 'REFUSED' }, incidentOn: '2026-10-30' }))
    await send()
    hub.advance(4 * 24 * 60 * 60 * 1000)
    await hub.settle()
    expect((await contentOf(calls)).earlier.map(({ entryId }) => entryId)).toEqual([before])
  })
})

describe('the home of a stepfather', () => {
  const stepfather = anAdult({
    id: 'A2',
    names: [{ given: 'Ivo', family: 'Larkspur' }],
    dateOfBirth: '1988-08-08',
    sex: 'M',
    relationship: 'STEP_PARENT',
  })
  const father = anAdult({
    id: 'A3',
    names: [{ given: 'Jonah', family: 'Oakapple' }],
    dateOfBirth: '1985-05-05',
    sex: 'M',
    relationship: 'FATHER',
    livesWithChild: 'NO',
  })
  const about = ({ names, dateOfBirth }: typeof father): Partial<Concern> => ({
    children: [],
    whyChildrenUnknown: 'Not said.',
    subject: {
      names,
      dateOfBirth,
      sex: 'M',
      addresses: [...(aConcern().subject.addresses ?? [])],
      relationshipToChild: 'OTHER',
      contactLevel: 'UNKNOWN',
    },
  })
  const aHome = async () => home(await startCaseworkHub('chronology'))
  const home = async <H extends TestHub>(hub: H) => {
    const made = await onTop(hub)
    await made.calls.putChild('C1', aChild({ status: closedLongAgo, adults: [anAdult(), father] }))
    await made.calls.putChild(
      'C2',
      aChild({ name: { given: 'Ida' }, status: closedLongAgo, adults: [anAdult(), stepfather] }),
    )
    return made
  }
  const contributingIn = async (hub: Awaited<ReturnType<typeof aHub>>['hub']) =>
    (await allRows(hub, 'casework')).flatMap(({ assessment }) =>
      assessment === undefined ? [] : (assessment as { contributing: string[] }).contributing,
    )

  it('raises what is told of him by what was told of the mother’s other child', async () => {
    const { hub, send } = await aHome()
    const first = await send(held({ ...about(father), factors: ['4B'] }), otherService)
    await send(held(about(stepfather)))
    expect(await contributingIn(hub)).toContain(first)
  })

  it('is decided again when that was told while he was being assessed', async () => {
    const { hub, calls } = await home(await startInProcessHub('chronology'))
    await calls.submit('told-of-the-stepfather', held(about(stepfather)), otherService)
    const childId = childIdSchema.parse(`${westmarchCode}.C1`)
    const told = notificationOf(
      aStoredConcern({ receivedAt: hub.now().toISOString() }, { factors: ['4B'] }),
      { stated: 'the stepfather', harm: 'H1', counts: true },
    )
    const chronology = { childId, version: 1, notifications: [told] }
    let tries = 0
    const stop = aroundDynamoDB(hub.dynamodb, {
      before: async ({ command, text }) => {
        if (command !== 'TransactWriteItemsCommand' || !text.includes(transactions.assessment))
          return
        tries += 1
        if (tries > 1) return
        const Item = asItem({ ...chronologyKey(childId), version: 1, chronology })
        await hub.dynamodb.send(new PutItemCommand({ TableName: hub.tables.casework, Item }))
      },
    })
    await hub.settle()
    stop()
    expect(tries).toBe(2)
    expect(await contributingIn(hub)).toEqual([told.concernId])
  })
})
