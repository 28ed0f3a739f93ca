import { describe, expect, it } from 'vitest'
import { stage, westmarch } from '../../../infra/stages/local.ts'
import type { Pace } from '../../../shared/agencies/pace.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { authorityRow } from '../../../shared/aws/dynamodb/directory.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { auditEntries, callsOf, type HubReply } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const minute = 60_000
const canary = 'ines.canary@private-canary.example'
const sentBy = (harm: 'H2' | 'H3') =>
  aConcern({
    harm,
    phoneCallMade: { made: true },
    referrer: { ...aConcern().referrer, secureEmail: canary },
  })

describe('a referrer who gives a private mailbox', () => {
  it('is told which field to mend below H3, whether the family is known or not, and nothing is kept', async () => {
    const hub = await startInMemoryHub()
    const calls = callsOf(hub)
    const unknown = await calls.submit('a-key-before-they-are-known', sentBy('H2'))
    await calls.putChild('C1')
    const known = await calls.submit('a-key-once-they-are-known', sentBy('H2'))
    expect([unknown.status, known.status]).toEqual([400, 400])
    const problemOf = ({ body }: HubReply) => ({
      ...(body as Readonly<Record<string, unknown>>),
      instance: undefined,
    })
    expect(problemOf(known)).toEqual(problemOf(unknown))
    expect(problemOf(known)).toMatchObject({ errors: [{ pointer: '/referrer/secureEmail' }] })
    expect(JSON.stringify(known)).not.toContain('canary')
    const rows = [...(await hub.rows('intake')), ...(await auditEntries(hub))]
    expect(JSON.stringify([rows, hub.logged])).not.toContain('private-canary')
  })

  it('is taken at H3, and the alert says that nobody writes there', async () => {
    const hub = await startInMemoryHub()
    const calls = callsOf(hub)
    await calls.putChild('C1')
    expect((await calls.submit('a-key-of-a-grave-one', sentBy('H3'))).status).toBe(202)
    await hub.settle()
    const [listed] = await calls.listAlerts()
    const read = await calls.readAlert(listed?.alertId ?? '')
    expect(read.body).toMatchObject({
      content: {
        referrer: { secureEmail: 'Not given.' },
        unread: [{ pointer: '/referrer/secureEmail', written: canary, mustNotBeWrittenTo: true }],
      },
    })
    const messages = JSON.stringify(hub.published)
    expect(messages).not.toContain('private-canary')
  })
})

describe('an authority that has agreed to answer sooner', () => {
  const own = stage.directory.authorities.find(({ code }) => code === westmarch)
  if (own === undefined) throw new Error('the local stage has changed')

  /** An alert of H2 where this is agreed, as its authority lists and reads it. */
  const alertUnder = async (pace: Pace[]) => {
    const hub = await startInMemoryHub()
    const calls = callsOf(hub)
    await hub.store.transact([put(hub.tables.directory, authorityRow({ ...own, pace }))])
    hub.advance(minute)
    await calls.putChild('C1')
    await calls.submit('a-key-of-the-concern', aConcern())
    await hub.settle()
    const [listed] = await calls.listAlerts()
    const read = async () => (await calls.readAlert(listed?.alertId ?? '')).body
    const hours =
      (Date.parse(String(listed?.['dueAt'])) - Date.parse(String(listed?.['raisedAt']))) /
      (60 * minute)
    return { hub, calls, listed, read, hours }
  }
  const times = { H2: { acknowledge: { hours: 4 } } }

  it('has an alert due by that time, which says so, and is chased from then on', async () => {
    const { hub, read, hours } = await alertUnder([{ from: '2026-01-01', times }])
    expect(hours).toBe(4)
    expect(await read()).toMatchObject({ isDueAsAgreed: true })
    expect(await read()).not.toHaveProperty('agreed')
    const before = hub.published.length
    hub.advance(4 * 60 * minute + minute)
    await hub.sweep()
    hub.advance(2 * minute)
    await hub.sweep()
    expect(
      hub.published
        .slice(before)
        .map(({ message }) => message)
        .join(''),
    ).toContain('inbox')
  })

  it.each<[string, Pace]>([
    ['is over', { from: '2026-01-01', until: '2026-01-02', times }],
    ['is to come', { from: '2029-01-01', times }],
    [
      'is longer than the policy’s',
      { from: '2026-01-01', times: { H2: { acknowledge: { hours: 90 } } } },
    ],
  ])('has the policy’s time where what was agreed %s', async (_, pace) => {
    const { read, hours } = await alertUnder([pace])
    expect(hours).toBeGreaterThan(4)
    expect(await read()).not.toHaveProperty('isDueAsAgreed')
  })
})
