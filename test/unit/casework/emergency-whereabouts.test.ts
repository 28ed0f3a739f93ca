import { expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../../infra/stages/local.ts'
import { aChild, anAdult } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { justification } from '../../builders/an-emergency-access.ts'
import { northmoor } from '../../builders/clients.ts'
import { callsOf } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const leadOfNight: typeof northmoor = {
  ...northmoor,
  clientId: 'northmoor-lead',
  scopes: ['alerts.read', 'alerts.lead', 'chronology.read'],
}
const refuge = { houseNumber: '77', street: 'Refuge Lane', town: 'Westmarch', postcode: 'WM9 9ZZ' }
const phone = '01632 960977'
const restricted = { address: true } as const

/** A mother who hides with her child: their council knows where, and so does the service that writes of them. */
const aFamilyInHiding = async (harm: 'H2' | 'H3' | 'H4', isFlagged: boolean) => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  const adult = anAdult({ addresses: [refuge], restricted })
  await calls.putChild('C1', aChild({ restricted, addresses: [refuge], adults: [adult] }))
  await calls.submit(
    'a-key-for-the-concern',
    aConcern({
      harm,
      ...(isFlagged && { flags: ['RESTRICTED_ADDRESS'] }),
      reason: `She fled from him and is at 77 Refuge Lane, WM9 9ZZ; ring her on ${phone}.`,
      subject: { ...aConcern().subject, addresses: [refuge], phones: [phone] },
    }),
  )
  await hub.settle()
  return { hub, calls, alertId: (await calls.listAlerts())[0]?.alertId ?? '' }
}

it.each([
  ['H2', true],
  ['H3', true],
  ['H4', true],
  ['H3', false],
  ['H4', false],
] as const)(
  'an emergency access to what is told at %s of a family in hiding (said so by the sender: %s) does not say where they are',
  async (harm, isFlagged) => {
    const { calls, alertId } = await aFamilyInHiding(harm, isFlagged)
    const own = JSON.stringify((await calls.readAlert(alertId)).body)
    for (const object of [
      { kind: 'alert', id: alertId },
      { kind: 'chronology', id: `${westmarchCode}.C1` },
    ]) {
      const body = { object, justification }
      const asked = await calls.emergency('askEmergencyAccess', northmoor, { body })
      const { accessId } = asked.body as { accessId: string }
      await calls.emergency('approveEmergencyAccess', leadOfNight, { id: accessId })
      const route = object.kind === 'alert' ? 'readAlert' : 'readChronology'
      const read = await calls.readByEmergency(route, { id: object.id, accessId }, northmoor)
      expect(read.status).toBe(200)
      expect(JSON.stringify(read.body)).not.toMatch(/Refuge|WM9|9ZZ|960977|960 977/)
    }
    // Their own council has to find them.
    if (harm !== 'H2') expect(own).toContain('Refuge')
  },
)
