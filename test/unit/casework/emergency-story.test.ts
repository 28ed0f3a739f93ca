import { beforeAll, describe, expect, it } from 'vitest'
import {
  northmoor as northmoorCode,
  westmarch as westmarchCode,
} from '../../../infra/stages/local.ts'
import { newId } from '../../../shared/aws/new-id.ts'
import { justification } from '../../builders/an-emergency-access.ts'
import { northmoor, partnershipLead, reviewLead } from '../../builders/clients.ts'
import { allRows, auditEntries, callsOf, type HubReply } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'
import type { TestHub } from '../../fakes/test-hub.ts'

const childId = `${westmarchCode}.C1`
const leadOfNight: typeof northmoor = {
  ...northmoor,
  clientId: 'northmoor-lead',
  scopes: ['alerts.read', 'alerts.lead', 'chronology.read'],
}
const minute = 60_000

/** A reply without what is new each time: an id, and moments. */
const withoutIds = ({ status, headers, body }: HubReply): unknown => ({
  status,
  headers: Object.keys(headers).toSorted(),
  body: JSON.stringify(body)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'MOMENT'),
})

const idIn = ({ body }: HubReply): string => (body as { accessId: string }).accessId

const itemsIn = ({ body }: HubReply): readonly { accessId: string; state: string }[] =>
  (body as { items: { accessId: string; state: string }[] }).items

/** A family that Westmarch knows, of which it has an alert; and Saturday night at two in Northmoor. */
const aNight = async () => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  await calls.putChild('C1')
  await calls.submit('a-key-for-the-concern')
  await hub.settle()
  const alertId = (await calls.listAlerts())[0]?.alertId ?? ''
  hub.advance(Date.parse('2026-11-28T02:00:00Z') - hub.now().getTime())
  const ask = (object: unknown) =>
    calls.emergency('askEmergencyAccess', northmoor, { body: { object, justification } })
  const approve = (id: string) => calls.emergency('approveEmergencyAccess', leadOfNight, { id })
  return { hub, calls, alertId, ask, approve }
}

const messagesTo = (hub: TestHub, queue: string): readonly string[] =>
  hub.published.filter((one) => one.queue === queue).map(({ message }) => message)

describe('a duty worker in the night, with a child whom another authority knows', () => {
  let night: Awaited<ReturnType<typeof aNight>>
  let accessId = ''
  let triedId = ''

  beforeAll(async () => {
    night = await aNight()
  })

  it('asks, and is answered alike for what is there and what is not', async () => {
    const { hub, ask, alertId } = night
    const real = await ask({ kind: 'alert', id: alertId })
    const tried = await ask({ kind: 'alert', id: newId(hub.now()) })
    const ofChild = await ask({ kind: 'chronology', id: childId })
    expect(real.status, JSON.stringify(real.body)).toBe(202)
    expect([tried, ofChild].map(withoutIds)).toEqual([withoutIds(real), withoutIds(real)])
    accessId = idIn(real)
    triedId = idIn(tried)
  })

  it('opens nothing until a second person has approved', async () => {
    const { calls, alertId } = night
    const read = () => calls.readByEmergency('readAlert', { id: alertId, accessId }, northmoor)
    expect((await read()).status).toBe(404)
    const followed = await calls.emergency('readEmergencyAccess', northmoor, { id: accessId })
    expect(followed).toMatchObject({ status: 200, body: { state: 'ASKED' } })
    const own = await calls.emergency('approveEmergencyAccess', northmoor, { id: accessId })
    expect([own.status, (await read()).status]).toEqual([403, 404])
  })

  it('is approved by a lead who reads why, and learns no more of what is there than of what is not', async () => {
    const { calls, approve } = night
    const waiting = itemsIn(await calls.emergency('listEmergencyAccesses', leadOfNight))
    expect(waiting.map(({ state }) => state)).toEqual(['ASKED', 'ASKED', 'ASKED'])
    const why = await calls.emergency('readEmergencyAccess', leadOfNight, { id: accessId })
    expect(why.body).toMatchObject({ justification, caseReference: 'case-7', state: 'ASKED' })
    const answers = [await approve(accessId), await approve(triedId)].map(withoutIds)
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]).toMatchObject({ status: 200 })
    expect((await approve(accessId)).status).toBe(409)
  })

  it('reads that one object, and nobody else does', async () => {
    const { calls, alertId } = night
    const read = await calls.readByEmergency('readAlert', { id: alertId, accessId }, northmoor)
    expect(read.body).toMatchObject({ alertId, content: { children: [{}] } })
    const refused = [
      await calls.readAlert(alertId, northmoor),
      await calls.readByEmergency('readAlert', { id: alertId, accessId }, leadOfNight),
      await calls.readByEmergency('readAlert', { id: alertId, accessId: triedId }, northmoor),
      await calls.readByEmergency('readChronology', { id: childId, accessId }, northmoor),
      await calls.explainAlert(alertId, northmoor),
      await calls.answer('acknowledgeAlert', { id: alertId, version: 1 }, northmoor),
    ]
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
  })

  it('whose lead tells nothing of the reading from what they can see', async () => {
    const { calls } = night
    const seen = async (id: string): Promise<unknown> => {
      const { body } = await calls.emergency('readEmergencyAccess', leadOfNight, { id })
      return Object.keys(body as object).toSorted()
    }
    expect(await seen(accessId)).toEqual(await seen(triedId))
  })

  it('is told of at once to the leads of whoever holds it, by id alone', async () => {
    const { hub, alertId } = night
    await hub.settle()
    const told = messagesTo(hub, `escalations-${westmarchCode}`)
    expect(told.map((text): unknown => JSON.parse(text))).toMatchObject([
      {
        type: 'uk.safeguarding-hub.emergency-access.approved.v1',
        data: { accessId, kind: 'alert' },
      },
    ])
    const northmoors = messagesTo(hub, `escalations-${northmoorCode}`)
    expect(northmoors.join()).toContain('emergency-access.asked')
    expect(northmoors.join()).toContain(accessId)
    expect([...told, ...northmoors].join()).not.toMatch(
      new RegExp(`${alertId}|${childId}|${justification}`),
    )
    expect(messagesTo(hub, 'escalations-partnership').join()).toContain(triedId)
  })

  it('reads no more when the half hour is over', async () => {
    const { hub, calls, alertId } = night
    hub.advance(30 * minute)
    const read = await calls.readByEmergency('readAlert', { id: alertId, accessId }, northmoor)
    expect(read.status).toBe(404)
  })

  it('is asked about again, of the partnership lead too, when Monday is over', async () => {
    const { hub, calls } = night
    hub.advance(Date.parse('2026-11-30T23:59:00Z') - hub.now().getTime())
    await hub.sweep()
    const before = messagesTo(hub, 'escalations-partnership').length
    await hub.settle()
    const overdue = messagesTo(hub, 'escalations-partnership').slice(before).join()
    expect(overdue).toContain('emergency-access.overdue')
    expect(overdue).toContain(accessId)
    const listed = itemsIn(await calls.emergency('listEmergencyAccesses', partnershipLead))
    expect(listed.map((one) => one.accessId).toSorted()).toEqual([accessId, triedId].toSorted())
  })

  it('is reviewed by the lead of whoever holds it, who reads what was said and done', async () => {
    const { calls } = night
    const read = await calls.emergency('readEmergencyAccess', reviewLead, { id: accessId })
    expect(read.body).toMatchObject({ justification, ofOwner: { wasThere: true, uses: 1 } })
    const review = { verdict: 'JUSTIFIED', reason: 'The child was in danger that night.' }
    const reviewed = await calls.emergency('reviewEmergencyAccess', reviewLead, {
      id: accessId,
      body: review,
    })
    expect(reviewed.body).toMatchObject({ state: 'REVIEWED' })
    const tried = await calls.emergency('readEmergencyAccess', partnershipLead, { id: triedId })
    expect(tried.body).toMatchObject({ ofOwner: { wasThere: false, uses: 0 } })
  })

  it('stands in the log with every step, by child and object, and without a word of why', async () => {
    const { hub, alertId } = night
    const entries = (await auditEntries(hub)).filter(({ subjects }) => subjects.includes(accessId))
    expect([...new Set(entries.map(({ action }) => action))].toSorted()).toEqual([
      'ACCESS_REFUSED',
      'ALERT_SENT',
      'EMERGENCY_ACCESS_APPROVED',
      'EMERGENCY_ACCESS_ASKED',
      'EMERGENCY_ACCESS_CHASED',
      'EMERGENCY_ACCESS_READ',
      'EMERGENCY_ACCESS_REVIEWED',
      'EMERGENCY_ACCESS_USED',
    ])
    const used = entries.find(({ action }) => action === 'EMERGENCY_ACCESS_USED')
    expect(used?.subjects).toEqual([accessId, alertId, childId])
    expect(JSON.stringify(await auditEntries(hub))).not.toContain(justification.slice(0, 20))
  })

  it('leaves one that nobody approved to lapse, and each to go a year after it is closed', async () => {
    const rows = (await allRows(night.hub, 'casework')).filter(({ sk }) => sk === 'EMERGENCY')
    expect(rows.map(({ state }) => state).toSorted()).toEqual(['APPROVED', 'LAPSED', 'REVIEWED'])
    const closed = rows.filter(({ state }) => state !== 'APPROVED')
    expect(closed.every(({ expiresAt }) => typeof expiresAt === 'number')).toBe(true)
    expect(rows.filter((row) => 'waitingFor' in row)).toHaveLength(1)
  })
})
