import { beforeAll, describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import type { Alert } from '../../../shared/alerts/alert.ts'
import type { Assessment } from '../../../shared/assessing/assessment.ts'
import type { AuditEntry } from '../../../shared/audit/audit-entry.ts'
import { aChild, anAdult } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { allRows, callsOf } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'
import type { TestHub } from '../../fakes/test-hub.ts'

const carer = anAdult({ addresses: [], nhsNumbers: ['9434765919'] })

/** So many children of one carer, and a concern about the carer. */
const carerOf = async (children: number) => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  for (let one = 0; one < children; one += 1) {
    const child = aChild({
      name: { given: 'Odo' },
      dateOfBirth: `20${10 + (one % 15)}-02-03`,
      addresses: [],
      adults: [carer],
    })
    expect((await calls.putChild(`C${one}`, child)).status).toBe(200)
  }
  const subject = { ...aConcern().subject, nhsNumbers: ['9434765919'] }
  const sent = await calls.submit('about-the-carer-of-many', aConcern({ subject }))
  expect(sent.status).toBe(202)
  await hub.settle()
  return { hub, calls }
}

const rowsOf = async (hub: TestHub, prefix: string) =>
  (await allRows(hub, 'casework')).filter(({ sk }) => String(sk).startsWith(prefix))
const alertsOf = async (hub: TestHub) =>
  (await rowsOf(hub, 'ALERT')).flatMap(({ sk, alert }) => (sk === 'ALERT' ? [alert as Alert] : []))
const waitingIn = async (hub: TestHub) =>
  (await rowsOf(hub, 'LEFT_OVER#')).filter(({ waitingFor }) => waitingFor !== undefined)
const subjectsOf = async (hub: TestHub, action: AuditEntry['action']) => {
  const rows = (await allRows(hub, 'auditEntries')).filter(
    ({ entry }) => (entry as AuditEntry).action === action,
  )
  return new Set(rows.flatMap(({ entry }) => (entry as AuditEntry).subjects))
}

describe('a concern about a carer of sixty children', () => {
  let hub: TestHub
  let calls: ReturnType<typeof callsOf>
  beforeAll(async () => {
    ;({ hub, calls } = await carerOf(60))
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
    expect([...raised].filter((subject) => subject.startsWith(`${westmarch}.C`))).toHaveLength(60)
  })

  it('is told as incomplete, with sixteen of them', async () => {
    const [alert] = await calls.listAlerts()
    const { status, body } = await calls.readAlert(alert?.alertId ?? '')
    expect(status).toBe(200)
    const text = JSON.stringify(body)
    expect(new Set(text.match(new RegExp(`${westmarch}\\.C\\d+`, 'g')))).toHaveProperty('size', 16)
    expect(text).toContain('"INCOMPLETE"')
  })

  it('is read under every child that it shows, and under every one that it names', async () => {
    const read = await subjectsOf(hub, 'ALERT_READ')
    expect([...read].filter((subject) => subject.startsWith(`${westmarch}.C`))).toHaveLength(60)
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
