import { beforeAll, describe, expect, it } from 'vitest'
import { northmoor as northmoorCode, westmarch as westmarchCode } from '../../infra/stages/local.ts'
import type { Explanation } from '../../shared/alerts/explanation.ts'
import type { AuditEntry } from '../../shared/audit/audit-entry.ts'
import { remove } from '../../shared/aws/dynamodb/actions.ts'
import { assessmentKey } from '../../shared/aws/dynamodb/keys.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { aChild, closedLongAgo } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { northmoor, westmarch, westmarchRegister } from '../builders/clients.ts'
import { auditEntries, callsOf, concernIdIn, type HubReply } from '../builders/hub-calls.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { startCaseworkHub } from './in-process-hub.ts'

const northmoorRegister = {
  ...westmarchRegister,
  clientId: 'northmoor-register',
  agency: 'northmoor',
  authority: northmoorCode,
} as const

const explanationIn = (reply: HubReply): Explanation => {
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  return reply.body as Explanation
}
/** The clock stands still, so entries of one moment have no order: what is new is told by its id. */
const entriesSince = async (hub: TestHub, before: readonly AuditEntry[]) =>
  (await auditEntries(hub)).filter(
    ({ entryId }) => !before.some((entry) => entry.entryId === entryId),
  )
const consideredIn = ({ people }: Explanation) => people.flatMap(({ considered }) => considered)
const idsIn = (explanation: Explanation) => consideredIn(explanation).map(({ id }) => id)

/** One mother, known to two authorities: each is alerted, and both her entries are candidates of the one match. */
const aHub = async (concern: ReturnType<typeof aConcern> = aConcern()) => {
  const hub = await startCaseworkHub('explanation')
  const calls = callsOf(hub)
  await calls.putChild('C1', aChild({ status: closedLongAgo }))
  await calls.putChild(
    'C1',
    aChild({ authority: northmoorCode, status: closedLongAgo }),
    northmoorRegister,
  )
  const concernId = concernIdIn(await calls.submit('a-key-of-some-length', concern))
  await hub.settle()
  const idOf = async (caller: typeof westmarch): Promise<string> =>
    (await calls.listAlerts(caller))[0]?.alertId ?? ''
  return { hub, calls, concernId, ours: await idOf(westmarch), theirs: await idOf(northmoor) }
}

describe('how a match was made', () => {
  let hub: TestHub
  let calls: ReturnType<typeof callsOf>
  let concernId: string
  let ours: string
  let theirs: string
  beforeAll(async () => {
    ;({ hub, calls, concernId, ours, theirs } = await aHub())
  })

  it('is shown to each authority for the people of its own register, and for no other', async () => {
    expect(idsIn(explanationIn(await calls.explainAlert(ours)))).toEqual([
      `${westmarchCode}.A1001`,
      `${westmarchCode}.C1`,
    ])
    expect(idsIn(explanationIn(await calls.explainAlert(theirs, northmoor)))).toEqual([
      `${northmoorCode}.A1001`,
      `${northmoorCode}.C1`,
    ])
  })

  it('adds up: the bits of the waterfall are the weight', async () => {
    const explanation = explanationIn(await calls.explainAlert(ours))
    expect(explanation).toMatchObject({
      alertId: ours,
      people: [
        { person: 'subject', band: 'CONFIRMED', incomplete: false },
        { person: 'children/0' },
      ],
    })
    const [person] = consideredIn(explanation)
    expect(person?.waterfall.length).toBeGreaterThan(3)
    expect(person?.waterfall.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(
      person?.weight ?? 0,
      9,
    )
  })

  it('holds no value of anybody’s record', async () => {
    const text = JSON.stringify(explanationIn(await calls.explainAlert(ours)))
    for (const value of [
      'Marta',
      'Quillfeather',
      'Odo',
      '1991',
      '2019',
      'Tannery',
      'WM1',
      concernId,
    ])
      expect(text).not.toContain(value)
  })

  it('leaves an entry that names the alert, the concern and whom it showed', async () => {
    const before = await auditEntries(hub)
    await calls.explainAlert(ours)
    expect(await entriesSince(hub, before)).toMatchObject([
      {
        action: 'EXPLANATION_READ',
        outcome: 'DONE',
        actor: westmarch.clientId,
        // And who it may be on another's register: of them too something is told.
        subjects: expect.arrayContaining([
          ours,
          concernId,
          `${westmarchCode}.A1001`,
          `${westmarchCode}.C1`,
        ]) as string[],
      },
    ])
  })

  it('is another authority’s 404, the same as for an unknown alert, and the attempt is recorded', async () => {
    const before = await auditEntries(hub)
    const reply = await calls.explainAlert(ours, northmoor)
    // Entries stand in the order of their moments.
    hub.advance(1)
    const unknown = await calls.explainAlert(newId(hub.now()), northmoor)
    expect([reply.status, unknown.status]).toEqual([404, 404])
    expect({ ...(reply.body as object), instance: '' }).toEqual({
      ...(unknown.body as object),
      instance: '',
    })
    const refusal = { action: 'ACCESS_REFUSED', outcome: 'REFUSED', actor: northmoor.clientId }
    expect(await entriesSince(hub, before)).toMatchObject([
      { ...refusal, askedFor: { kind: 'alert', id: ours } },
      { ...refusal, askedFor: { kind: 'alert', keyed: expect.any(String) as string } },
    ])
  })
})

describe('an explanation tells no more than its alert', () => {
  it('does not say whether a hidden address is the one on file, and still adds up', async () => {
    const { calls, ours } = await aHub(aConcern({ flags: ['DA'] }))
    const [person] = consideredIn(explanationIn(await calls.explainAlert(ours)))
    const named = person?.waterfall.map(({ comparison }) => comparison) ?? []
    expect(named).toContain('whereabouts')
    for (const hidden of ['address', 'town', 'phone', 'email']) expect(named).not.toContain(hidden)
    expect(person?.waterfall.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(
      person?.weight ?? 0,
      9,
    )
  })
})

describe('an explanation that cannot be given', () => {
  it('is a 404 when no assessment names the alert', async () => {
    const { hub, calls, concernId, ours } = await aHub()
    const key = assessmentKey(concernId, 1)
    await hub.store.transact([remove(hub.tables.casework, key)])
    const reply = await calls.explainAlert(ours)
    expect(reply.status).toBe(404)
    expect(reply.body).toMatchObject({ type: 'urn:safeguarding-hub:problem:not-found' })
  })
})
