import { aChild } from './a-child.ts'
import { aConcern } from './a-concern.ts'
import { callsOf } from './hub-calls.ts'
import { hubCommand } from './hub-command.ts'
import { told } from './told.ts'

/** A hub with an alert that was acknowledged, decided on and answered: versions 1 to 4. Nothing of it is sealed. */
export const anAnsweredAlert = async () => {
  const command = await hubCommand()
  const calls = callsOf(command.hub)
  await calls.putChild('C1', aChild())
  await calls.submit('one-key-for-each-concern', aConcern())
  await command.hub.settle()
  const [{ alertId: id } = { alertId: '' }] = await calls.listAlerts()
  await calls.answer('acknowledgeAlert', { id, version: 1 })
  await calls.answer('recordOutcome', { id, version: 2, body: { outcome: 'ASSESSMENT_S17' } })
  const lines = told('A social worker will visit.')
  await calls.answer('giveFeedback', { id, version: 3, body: { lines } })
  return { command, hub: command.hub, id }
}
