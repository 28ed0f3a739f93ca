import { describe, expect, it } from 'vitest'
import {
  northmoor as northmoorCode,
  westmarch as westmarchCode,
} from '../../../infra/stages/local.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { justification } from '../../builders/an-emergency-access.ts'
import { drugService, northmoor, otherService } from '../../builders/clients.ts'
import { auditEntries, callsOf } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const inNorthmoor = {
  houseNumber: '77',
  street: 'Refuge Lane',
  town: 'Cragthorpe',
  postcode: 'NM3 1AB',
}
const hidden = new RegExp(`Northmoor|${northmoorCode}|NM3|Refuge`)
const told = { person: 'children/0', authority: northmoorCode, name: 'Northmoor' }
const leadOfNight: typeof northmoor = {
  ...northmoor,
  clientId: 'northmoor-lead',
  scopes: ['alerts.read', 'alerts.lead', 'chronology.read'],
}

type Sent = ReturnType<typeof aConcern>

const about = (harm: Sent['harm'], flags?: Sent['flags']): Sent => {
  const concern = aConcern()
  const children = concern.children.map((child) => ({ ...child, address: inNorthmoor }))
  return { ...concern, harm, ...(flags && { flags }), children }
}

const alertOf = async (sent: Sent) => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  await calls.submit('a-key-for-the-concern', sent)
  await hub.settle()
  const alertId = (await calls.listAlerts())[0]?.alertId ?? ''
  const { content } = (await calls.readAlert(alertId)).body as {
    readonly content: { readonly homesElsewhere?: unknown; readonly protected: readonly string[] }
  }
  return { hub, calls, alertId, content }
}

describe('an address in another authority than the stated one', () => {
  it('is told of as such to whoever reads the address, and changes nobody who is told', async () => {
    const { calls, content } = await alertOf(about('H3'))
    expect(content.homesElsewhere).toEqual([told])
    expect(await calls.listAlerts(northmoor)).toEqual([])
  })

  it('is told of by nothing where it is hidden', async () => {
    const { content } = await alertOf(about('H2', ['RESTRICTED_ADDRESS']))
    expect(content.protected).toContain('whereabouts')
    expect(JSON.stringify(content)).not.toMatch(hidden)
  })

  it('is told of by nothing in an emergency of another authority, where anybody hides', async () => {
    const { calls, alertId, content } = await alertOf(about('H3', ['RESTRICTED_ADDRESS']))
    expect(content.homesElsewhere).toEqual([told])
    const body = { object: { kind: 'alert', id: alertId }, justification }
    const asked = await calls.emergency('askEmergencyAccess', northmoor, { body })
    const { accessId } = asked.body as { accessId: string }
    await calls.emergency('approveEmergencyAccess', leadOfNight, { id: accessId })
    const read = await calls.readByEmergency('readAlert', { id: alertId, accessId }, northmoor)
    expect(read.status).toBe(200)
    expect(JSON.stringify(read.body)).not.toContain('homesElsewhere')
  })
})

describe('asking where homes lie before a concern is sent', () => {
  it('answers from what was written alone, the same to every service, and leaves no place in the log', async () => {
    const hub = await startInMemoryHub()
    const calls = callsOf(hub)
    const ask = async (caller: typeof drugService) =>
      hub.call(
        'submit',
        anApiEvent('locateConcern', { token: await hub.tokenFor(caller), body: about('H2') }),
      )
    const before = await ask(drugService)
    expect(before).toMatchObject({
      status: 200,
      body: { authority: westmarchCode, name: 'Westmarch', homesElsewhere: [told] },
    })
    await calls.putChild('C1')
    expect((await ask(otherService)).body).toEqual(before.body)
    const entries = (await auditEntries(hub)).filter(({ action }) => action === 'CONCERN_LOCATED')
    expect(entries).toHaveLength(2)
    expect(JSON.stringify(entries)).not.toMatch(hidden)
    expect(await calls.listAlerts()).toEqual([])
  })
})
