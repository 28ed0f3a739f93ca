import { describe, expect, it } from 'vitest'
import { localCodes } from '../../../infra/stages/local.ts'
import { demoClients, referrerIds } from '../../../local/seed/clients.ts'
import { callerSchema, mayEver, roles } from '../../../shared/agencies/access.ts'

describe('the demo clients', () => {
  it('are callers that the hub knows, once each', () => {
    for (const client of demoClients) expect(callerSchema.parse(client)).toEqual(client)
    const ids = demoClients.map(({ clientId }) => clientId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(['westmarch-social-care', 'hub-auditor']))
  })

  it('fill every role, and each may do what its role is for', () => {
    expect(new Set(demoClients.map(({ role }) => role))).toEqual(new Set(roles))
    const allowed = (clientId: string, action: Parameters<typeof mayEver>[1]): boolean =>
      demoClients.some((client) => client.clientId === clientId && mayEver(client, action))
    for (const clientId of referrerIds) expect(allowed(clientId, 'concern.submit')).toBe(true)
    expect(allowed('eastvale-register', 'register.write')).toBe(true)
    expect(allowed('northmoor-social-care', 'alert.answer')).toBe(true)
    expect(allowed('hub-auditor', 'audit.query')).toBe(true)
  })

  it('give each authority a case system, a lead, and a register of two people', () => {
    for (const code of localCodes)
      expect(
        demoClients.filter(({ authority }) => authority === code).map(({ role }) => role),
      ).toEqual(['social-worker', 'social-worker', 'register-manager', 'register-manager'])
  })
})
