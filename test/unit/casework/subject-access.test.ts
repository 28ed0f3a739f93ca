import { beforeAll, describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { readTrail } from '../../../shared/casework/read-trail.ts'
import { readRequest } from '../../../shared/casework/subject-request.ts'
import type { RouteName } from '../../../shared/config/routes.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { auditLead, auditor } from '../../builders/clients.ts'
import { auditEntries, callsOf, concernIdIn, deskOf, inCase } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'
import type { TestHub } from '../../fakes/test-hub.ts'

/** More than one page of the log about a record. */
const many = 101

type Opened = {
  readonly requestId: string
  readonly about: readonly string[]
  readonly isCut: boolean
}

let hub: TestHub
const ask = async (
  route: RouteName,
  sent: Parameters<typeof anApiEvent>[1],
  who: typeof auditor = auditor,
) => {
  const headers = { ...deskOf(who), ...inCase }
  const reply = await hub.call(
    'audit',
    anApiEvent(route, { ...sent, token: await hub.tokenFor(who), headers }),
  )
  hub.advance(1000)
  return reply
}

describe('subject access', () => {
  let concernId: string
  let alertId: string
  const open = async (): Promise<Opened> => {
    const body = { personId: `${westmarch}.A1001`, concernIds: [concernId] }
    return (await ask('openSubjectAccess', { body })).body as Opened
  }

  beforeAll(async () => {
    hub = await startInMemoryHub()
    const calls = callsOf(hub)
    await calls.putChild('C1')
    concernId = concernIdIn(await calls.submit('a-key-for-the-concern'))
    await hub.settle()
    alertId = String((await calls.listAlerts())[0]?.alertId)
    for (let times = 0; times < many; times += 1) {
      await calls.follow(concernId)
      hub.advance(10)
    }
  })

  it('is about the alert of a concern, however often the concern was read since', async () => {
    const { about, isCut } = await open()
    expect(about).toContain(alertId)
    expect(isCut).toBe(false)
    const opened = (await auditEntries(hub)).find(
      ({ action }) => action === 'SUBJECT_ACCESS_OPENED',
    )
    expect(opened?.codes).toMatchObject({ leftOut: '0' })
  })

  it('stays open however often somebody asks the log about it', async () => {
    const { requestId } = await open()
    const unmask = (who: typeof auditor) => ask('unmaskSubjectAccess', { id: requestId }, who)
    expect(await unmask(auditor)).toMatchObject({ body: { status: 'PROPOSED' } })
    for (let times = 0; times < many; times += 1)
      await ask('listAuditEntries', { query: { subject: requestId, limit: '1' } })
    expect(await ask('readSubjectAccess', { id: requestId })).toMatchObject({ status: 200 })
    expect(await unmask(auditLead)).toMatchObject({ body: { status: 'UNMASKED' } })
  })
})

describe('a trail that does not end within what is read', () => {
  let reads = 0
  const endless = {
    now: () => new Date('2026-11-26T12:00:00Z'),
    readWaiting: async () => ({ items: [], reached: undefined }),
    readSealed: async () => {
      reads += 1
      return { items: [], reached: '2026-11-26T11' }
    },
  }

  it('says that it was cut', async () => {
    const span = { from: '0', before: '2026-11-26T12' }
    expect(await readTrail({ subject: 'one' }, span, endless)).toEqual({ items: [], isCut: true })
    expect(reads).toBe(40 * 12)
  })

  it('is no request that there is not, but a fault', async () => {
    await expect(readRequest('one', endless)).rejects.toThrow('more stands under one')
  })
})
