import { expect, it } from 'vitest'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { drugService, westmarch } from '../../builders/clients.ts'
import { auditEntries } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const tried = async (caller: typeof drugService, headers: Record<string, string>) => {
  const hub = await startInMemoryHub()
  const token = await hub.tokenFor(caller)
  const { status } = await hub.call('audit', anApiEvent('listAuditEntries', { token, headers }))
  const entries = await auditEntries(hub)
  return { status, refused: entries.find(({ action }) => action === 'ACCESS_REFUSED') }
}

it('the person who is refused for their role is named, by their own sign-in', async () => {
  const { status, refused } = await tried({ ...drugService, practitioner: 'w-55' }, {})
  expect(status).toBe(403)
  expect(refused).toMatchObject({ practitioner: 'w-55', vouchedBy: 'SIGN_IN' })
})

it('or by the system through which they ask', async () => {
  const { refused } = await tried(westmarch, { 'Hub-Practitioner': 'N-77' })
  expect(refused).toMatchObject({ practitioner: 'n-77', vouchedBy: 'CLIENT' })
})

it('and what is no work id is not kept', async () => {
  const { refused } = await tried(westmarch, { 'Hub-Practitioner': 'Marta Quillfeather' })
  expect(refused).not.toHaveProperty('practitioner')
})
