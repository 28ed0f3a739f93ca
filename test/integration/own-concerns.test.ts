import { describe, expect, it } from 'vitest'
import { aConcern } from '../builders/a-concern.ts'
import { otherService } from '../builders/clients.ts'
import { allRows, callsOf, concernIdIn } from '../builders/hub-calls.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { startCaseworkHub } from './in-process-hub.ts'

const keyOf = (at: number): string => `one-key-for-each-${String(at).padStart(4, '0')}`
const withdrawal = { reason: 'WRONG_PERSON', words: 'Another of the same name.' }

type Listed = {
  items: readonly {
    concernId: string
    status: string
    ownReference?: string
    sentAt: string
    changedAt: string
  }[]
  links: { next?: string }
}
const listedIn = ({ body }: { readonly body: unknown }): Listed => body as Listed

const stranger = aConcern({
  subject: {
    names: [{ given: 'Nobody', family: 'Known' }],
    dateOfBirth: '1970-01-01',
    relationshipToChild: 'FATHER',
    contactLevel: 'WEEKLY',
  },
  children: [{ name: { given: 'Unheard', family: 'Of' }, dateOfBirth: '2020-01-01' }],
})

const aHub = async () => {
  const hub = await startCaseworkHub('own-concerns')
  const calls = callsOf(hub)
  await calls.putChild('C1')
  return { hub, calls }
}

const storedIn = async (hub: TestHub, concernId: string) => {
  const rows = await allRows(hub, 'casework')
  return rows.find(({ pk, sk }) => pk === `CONCERN#${concernId}` && sk === 'CONCERN')
}

describe('the list of an agency’s concerns', () => {
  it('is its own, newest first, a page at a time, and alike for families known and unknown', async () => {
    const { hub, calls } = await aHub()
    const sent: string[] = []
    for (const [at, concern] of [aConcern(), stranger, aConcern({ harm: 'H1' })].entries()) {
      const ownReference = `TT-${at}`
      sent.unshift(concernIdIn(await calls.submit(keyOf(at), { ...concern, ownReference })))
      hub.advance(1000)
    }
    const before = listedIn(await calls.listConcerns())
    await hub.settle()
    const after = listedIn(await calls.listConcerns())
    expect(after).toEqual(before)
    expect(after.items.map(({ concernId }) => concernId)).toEqual(sent)
    expect(after.items.map(({ status }) => status)).toEqual(['received', 'received', 'received'])
    expect(after.items.map(({ ownReference }) => ownReference)).toEqual(['TT-2', 'TT-1', 'TT-0'])
    expect(listedIn(await calls.listConcerns({}, otherService)).items).toEqual([])
    const first = listedIn(await calls.listConcerns({ limit: '2' }))
    const next = new URL(first.links.next ?? '', 'https://hub.example').searchParams
    const second = listedIn(await calls.listConcerns(Object.fromEntries(next)))
    expect([...first.items, ...second.items]).toEqual(after.items)
  })

  it('is of what changed since a moment, as far as the agency can see it', async () => {
    const { hub, calls } = await aHub()
    const first = concernIdIn(await calls.submit(keyOf(1)))
    await hub.settle()
    const [item] = listedIn(await calls.listConcerns()).items
    const since = new Date(Date.parse(item?.changedAt ?? '') + 1).toISOString()
    expect(listedIn(await calls.listConcerns({ changedSince: since })).items).toEqual([])
    await calls.withdraw({ id: first, key: keyOf(2) }, withdrawal)
    await hub.settle()
    const { items } = listedIn(await calls.listConcerns({ changedSince: since }))
    expect(items).toMatchObject([{ concernId: first, status: 'withdrawn' }])
  })
})

describe('a withdrawal', () => {
  it('is answered alike for families known and unknown, and waits for nothing more', async () => {
    const { hub, calls } = await aHub()
    const replies: unknown[] = []
    for (const [at, concern] of [
      aConcern({ consent: { status: 'REFUSED' } }),
      stranger,
    ].entries()) {
      const id = concernIdIn(await calls.submit(keyOf(at), concern))
      await hub.settle()
      const { status, body, headers } = await calls.withdraw({ id, key: keyOf(9 + at) }, withdrawal)
      replies.push(JSON.stringify([status, body, headers]).replaceAll(id, 'ID'))
      await hub.settle()
      const row = await storedIn(hub, id)
      expect(row).toMatchObject({ state: 'WITHDRAWN', standing: { withdrawal } })
      expect(row).not.toHaveProperty('waitingFor')
      expect((await calls.follow(id)).body).toMatchObject({ status: 'withdrawn' })
    }
    expect(replies[0]).toBe(replies[1])
    expect(await calls.listReviews()).toEqual([])
    const heads = (await allRows(hub, 'casework')).filter(({ sk }) => sk === 'CHRONOLOGY')
    for (const head of heads) expect(head['chronology']).toMatchObject({ notifications: [] })
  })

  it('before the first assessment leaves nothing to assess', async () => {
    const { hub, calls } = await aHub()
    const id = concernIdIn(await calls.submit(keyOf(1)))
    await calls.withdraw({ id, key: keyOf(2) }, withdrawal)
    await hub.settle()
    expect(await storedIn(hub, id)).toMatchObject({ state: 'WITHDRAWN' })
    const again = await calls.withdraw({ id, key: keyOf(2) }, withdrawal)
    expect([again.status, again.headers['Idempotency-Replayed']]).toEqual([202, 'true'])
    const theirs = await calls.withdraw({ id, key: keyOf(3) }, withdrawal, otherService)
    expect(theirs.status).toBe(404)
  })
})
