import { beforeAll, describe, expect, it } from 'vitest'
import type { Alert } from '../../../shared/alerts/alert.ts'
import type { Assessment } from '../../../shared/assessing/assessment.ts'
import type { AuditEntry } from '../../../shared/audit/audit-entry.ts'
import type { Action } from '../../../shared/aws/dynamodb/store.ts'
import { aChild, anAdult } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { westmarchRegister } from '../../builders/clients.ts'
import { allRows, callsOf, concernIdIn } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'
import type { TestHub } from '../../fakes/test-hub.ts'

const authorities = ['E06000991', 'E08000992', 'E10000993'] as const
const carer = anAdult({ addresses: [], nhsNumbers: ['9434765919'] })

/** So many children of one carer at each of these authorities, and a concern about the carer. */
const carerOf = async (each: number, at: readonly (typeof authorities)[number][]) => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  for (const authority of at)
    for (let one = 0; one < each; one += 1) {
      const child = aChild({
        authority,
        name: { given: 'Odo' },
        dateOfBirth: `20${10 + (one % 15)}-02-03`,
        addresses: [],
        adults: [carer],
      })
      const keeper = { ...westmarchRegister, clientId: `register-${authority}`, authority }
      expect((await calls.putChild(`C${one}`, child, keeper)).status).toBe(200)
    }
  const subject = { ...aConcern().subject, nhsNumbers: ['9434765919'] }
  const sent = await calls.submit('about-the-carer-of-many', aConcern({ subject }))
  expect(sent.status).toBe(202)
  const concernId = concernIdIn(sent)
  return { hub, calls, concernId }
}

const rowsOf = async (hub: TestHub, prefix: string) =>
  (await allRows(hub, 'casework')).filter(({ sk }) => String(sk).startsWith(prefix))
const alertsOf = async (hub: TestHub) =>
  (await rowsOf(hub, 'ALERT')).flatMap(({ sk, alert }) => (sk === 'ALERT' ? [alert as Alert] : []))
const waitingIn = async (hub: TestHub) =>
  (await rowsOf(hub, 'REST#')).filter(({ waitingFor }) => waitingFor !== undefined)
const subjectsOf = async (hub: TestHub, action: AuditEntry['action']) => {
  const rows = (await allRows(hub, 'audit')).filter(
    ({ entry }) => (entry as AuditEntry).action === action,
  )
  return new Set(rows.map(({ pk }) => String(pk)))
}

describe('a concern about a carer of sixty children', () => {
  let hub: TestHub
  let calls: ReturnType<typeof callsOf>
  beforeAll(async () => {
    const made = await carerOf(60, ['E06000991'])
    ;({ hub, calls } = made)
    await hub.settle()
  }, 60_000)

  it('leaves none of them out of the assessment, the alert, the chronologies and the log', async () => {
    const [assessment] = (await rowsOf(hub, 'ASSESSMENT#')).map(
      (row) => row['assessment'] as Assessment,
    )
    expect(assessment?.joined).toHaveLength(60)
    expect((await alertsOf(hub)).map(({ children }) => children.length)).toEqual([60])
    expect(await rowsOf(hub, 'ENTRY#')).toHaveLength(60)
    expect(await rowsOf(hub, 'CHRONOLOGY')).toHaveLength(60)
    const raised = await subjectsOf(hub, 'ALERT_RAISED')
    expect([...raised].filter((pk) => pk.startsWith('SUBJECT#E06000991.C'))).toHaveLength(60)
  })

  it('is told as incomplete, with sixteen of them', async () => {
    const [alert] = await calls.listAlerts()
    const { status, body } = await calls.readAlert(alert?.alertId ?? '')
    expect(status).toBe(200)
    const text = JSON.stringify(body)
    expect(new Set(text.match(/E06000991\.C\d+/g))).toHaveProperty('size', 16)
    expect(text).toContain('"INCOMPLETE"')
  })

  it('is read under every child that it shows, and under every one that it names', async () => {
    const read = await subjectsOf(hub, 'ALERT_READ')
    expect([...read].filter((pk) => pk.startsWith('SUBJECT#E06000991.C'))).toHaveLength(60)
  })

  it('can be answered, in the chronology of each child', async () => {
    const [alert] = await calls.listAlerts()
    const id = alert?.alertId ?? ''
    await calls.answer('acknowledgeAlert', { id, version: 1 })
    const body = { outcome: 'ASSESSMENT_S17' }
    expect((await calls.answer('recordOutcome', { id, version: 2, body })).status).toBe(200)
    expect(await rowsOf(hub, 'ENTRY#')).toHaveLength(120)
    expect(await waitingIn(hub)).toEqual([])
  })
})

describe('a concern about a carer of twenty children at each of three authorities', () => {
  it('is finished by the sweep, whichever of its writes was the last', async () => {
    const { hub } = await carerOf(20, authorities)
    const { transact } = hub.store
    let sizes: number[] = []
    let left = 2
    const failing = async (actions: readonly Action[]) => {
      sizes = [...sizes, actions.length]
      if (actions.some(({ kind }) => kind === 'put') && JSON.stringify(actions).includes('"REST#'))
        if (left-- <= 0) throw new Error('crash')
      return transact(actions)
    }
    Object.assign(hub.store, { transact: failing })
    await hub.settle()
    Object.assign(hub.store, { transact })
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100)
    expect(await alertsOf(hub)).toHaveLength(3)
    expect((await waitingIn(hub)).length).toBeGreaterThan(0)
    await hub.settle()
    expect(await waitingIn(hub)).toEqual([])
    expect(await rowsOf(hub, 'ENTRY#')).toHaveLength(60)
    expect(await rowsOf(hub, 'CHRONOLOGY')).toHaveLength(60)
    expect(await subjectsOf(hub, 'ALERT_RAISED')).toHaveProperty('size', 64)
  })
})
