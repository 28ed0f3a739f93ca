import { describe, expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../../infra/stages/local.ts'
import type { RouteName } from '../../../shared/config/routes.ts'
import { aChild } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { westmarch, westmarchOwner, westmarchRegister } from '../../builders/clients.ts'
import { callsOf } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

type Hub = Awaited<ReturnType<typeof startInMemoryHub>>
type Entry = {
  readonly action: string
  readonly subjects: readonly string[]
  readonly actor: string
}

const canary = aChild({ isCanary: true })
const family = 'Quillfeather'
const headers = {
  'Hub-Case-Reference': 'CASE-1',
  'Hub-Purpose': 'safeguarding',
  'Hub-Practitioner': 'SW-1',
}
const plain = { ...westmarchRegister, scopes: ['register.read', 'register.write'] as const }

const hitsIn = async (hub: Hub): Promise<Entry[]> => {
  const entries = (await hub.rows('auditEntries')).flatMap(
    ({ entry }) => (entry as Entry | undefined) ?? [],
  )
  const hits = entries.filter(({ action }) => action === 'CANARY_HIT')
  return [...new Map(hits.map((hit) => [JSON.stringify(hit), hit])).values()]
}

/** A hub that knows one family, marked or not. */
const knowing = async (child: typeof canary) => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  expect((await calls.putChild('C1', child)).status).toBe(200)
  const ask = async (
    [api, route, id]: readonly [Parameters<Hub['call']>[0], RouteName, string?],
    client: Parameters<Hub['tokenFor']>[0],
    more: object = {},
  ) => {
    const token = await hub.tokenFor(client)
    return hub.call(api, anApiEvent(route, { ...(id && { id }), token, headers, ...more }))
  }
  return { hub, calls, ask }
}

describe('the mark of a canary', () => {
  it('is set by whoever may lift a restriction, and by nobody else', async () => {
    const { hub, calls } = await knowing(aChild())
    const refused = await calls.putChild('C2', canary, { ...plain, scopes: [...plain.scopes] })
    expect(refused.status).toBe(403)
    const actions = (await hub.rows('auditEntries')).map(
      ({ entry }) => entry as Entry & { codes?: object },
    )
    expect(actions).toContainEqual(
      expect.objectContaining({
        action: 'ACCESS_REFUSED',
        codes: { action: 'register.write' },
        askedFor: { kind: 'child', keyed: expect.any(String) as string },
      }),
    )
  })

  it.each([false, 'true', 1, null])('is not %j', async (isCanary) => {
    const { ask } = await knowing(aChild())
    const body = { ...aChild(), isCanary }
    const { status } = await ask(['register', 'putChild', 'C3'], westmarchRegister, { body })
    expect(status).toBe(400)
  })

  it('stays when the child or an adult is recorded again without it, and shows nowhere', async () => {
    const { hub, calls, ask } = await knowing(canary)
    const again = await calls.putChild('C1', aChild({ school: 'Mill Lane School' }), {
      ...plain,
      scopes: [...plain.scopes],
    })
    expect(again.status).toBe(200)
    const child = await ask(['register', 'readChild', 'C1'], westmarchRegister)
    const adult = await ask(['register', 'readAdult', 'A1001'], westmarchRegister)
    expect(JSON.stringify([child.body, adult.body])).not.toMatch(/canary/i)
    expect(await hitsIn(hub)).toHaveLength(2)
  })
})

describe('a canary family', () => {
  it('that a concern matches leaves an entry, and pages', async () => {
    const { hub, calls } = await knowing(canary)
    await calls.submit('canary-test-key-001')
    await hub.settle()
    const [hit] = await hitsIn(hub)
    expect(hit?.subjects).toEqual(
      expect.arrayContaining([`${westmarchCode}.A1001`, `${westmarchCode}.C1`]),
    )
    await hub.seal()
    expect(hub.logged).toContainEqual(['warn', 'CANARY_HIT', { count: 1 }])
  })

  it('that is a maybe leaves one, too', async () => {
    const { hub, calls } = await knowing(canary)
    const { subject } = aConcern()
    const unsure = { ...subject, dateOfBirth: '1991', addresses: [] }
    await calls.submit('canary-test-key-002', aConcern({ subject: unsure, harm: 'H3' }))
    await hub.settle()
    expect(await hitsIn(hub)).toHaveLength(1)
  })

  it.each([
    ['record', ['register', 'readChild', 'C1'], westmarchRegister],
    ['adult’s record', ['register', 'readAdult', 'A1001'], westmarchRegister],
    ['chronology', ['chronology', 'readChronology', `${westmarchCode}.C1`], westmarch],
  ] as const)('whose %s is read leaves one with who read it', async (_, asked, client) => {
    const { hub, ask } = await knowing(canary)
    expect((await ask(asked, client)).status).toBe(200)
    expect((await hitsIn(hub)).map(({ actor }) => actor)).toEqual([client.clientId])
  })

  it.each([
    ['C1', { kind: 'child', name: { given: 'Odo', family }, dateOfBirth: '2019-02-03' }],
    ['A1001', { kind: 'adult', name: { given: 'Marta', family }, dateOfBirth: '1991-04-17' }],
  ])('of which a search of the register finds %s leaves one', async (own, body) => {
    const { hub, ask } = await knowing(canary)
    const id = `${westmarchCode}.${own}`
    const { body: told } = await ask(['register', 'searchRegister'], westmarchRegister, { body })
    expect(told).toEqual({ people: [{ kind: body.kind, id }], isCut: false })
    expect((await hitsIn(hub)).map(({ subjects }) => subjects)).toEqual([[id]])
  })

  it('that a preview matches leaves one', async () => {
    const { hub, ask } = await knowing(canary)
    const more = { query: { agencyType: 'substance-misuse' }, body: aConcern() }
    const { status } = await ask(['preview', 'previewConcern'], westmarchOwner, more)
    expect([status, (await hitsIn(hub)).length]).toEqual([200, 1])
  })

  it('changes nothing that anybody can see', async () => {
    const seen = []
    for (const child of [canary, aChild()]) {
      const { hub, calls, ask } = await knowing(child)
      const sent = await calls.submit('canary-test-key-003')
      await hub.settle()
      const id = (sent.body as { concernId: string }).concernId
      const replies = [
        await ask(['follow', 'followConcern', id], {
          ...westmarch,
          role: 'referrer' as const,
          scopes: ['concerns.read' as const],
          agency: 'turning-tide',
          agencyType: 'substance-misuse' as const,
        }),
        await ask(['read', 'listAlerts'], westmarch),
        await ask(['chronology', 'readChronology', `${westmarchCode}.C1`], westmarch),
        await ask(['register', 'readChild', 'C1'], westmarchRegister),
        await ask(['register', 'readAdult', 'A1001'], westmarchRegister),
      ]
      const text = JSON.stringify([sent.status, hub.published.length, replies])
      seen.push(text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID'))
    }
    expect(seen[0]).toBe(seen[1])
    expect(seen[0]).not.toContain('"status":4')
  })

  it('of nobody marked leaves none', async () => {
    const { hub, calls } = await knowing(aChild())
    await calls.submit('canary-test-key-004')
    await hub.settle()
    await hub.seal()
    expect(await hitsIn(hub)).toEqual([])
    expect(JSON.stringify(hub.logged)).not.toContain('CANARY_HIT')
  })
})
