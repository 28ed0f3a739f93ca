import { justification } from '../../builders/an-emergency-access.ts'
import { northmoor, reviewLead } from '../../builders/clients.ts'
import { day, type Scene } from './stage.ts'

const northmoorLead: typeof northmoor = {
  ...northmoor,
  clientId: 'northmoor-lead',
  scopes: ['alerts.lead'],
}

/** A duty worker of another authority opens an alert, and its owner's lead says what they think of it; nobody approves another. */
export const emergency: Scene = async ({ hub, calls, taken, send }) => {
  await taken(calls.putChild('C1'))
  await send()
  const id = (await calls.listAlerts())[0]?.alertId ?? ''
  const ask = async (): Promise<string> => {
    const body = { object: { kind: 'alert', id }, justification }
    const asked = await taken(calls.emergency('askEmergencyAccess', northmoor, { body }))
    return (asked.body as { accessId: string }).accessId
  }
  const accessId = await ask()
  await ask()
  await taken(calls.emergency('approveEmergencyAccess', northmoorLead, { id: accessId }))
  await taken(calls.readByEmergency('readAlert', { id, accessId }, northmoor))
  hub.advance(2 * day)
  await hub.settle()
  const body = { verdict: 'JUSTIFIED', reason: 'She was alone.' }
  await taken(calls.emergency('reviewEmergencyAccess', reviewLead, { id: accessId, body }))
}
