import { keyIds } from '../../../local/in-memory/keys.ts'
import type { Client } from '../../../shared/agencies/client.ts'
import type { Keys } from '../../../shared/aws/kms/keys.ts'
import { readTokenKey, signWith } from '../../../shared/aws/kms/token-key.ts'
import { accessTokenClaims, signAccessToken } from '../../../shared/http/tokens.ts'

export type Caller = Omit<Client, 'keys' | 'active'>

const kept = 120_000

/** Access tokens as the hub would issue them, each used for two minutes of its five. */
export const createTokens = (keys: Keys, now: () => number) => {
  const held = new Map<string, { readonly at: number; readonly token: string }>()
  return async (caller: Caller): Promise<string> => {
    const known = held.get(caller.clientId)
    if (known !== undefined && now() - known.at < kept) return known.token
    const { kid } = await readTokenKey(keys, keyIds.token)
    const client = { ...caller, active: true, keys: [] }
    const claims = accessTokenClaims(client, caller.scopes.join(' '), {
      issuer: 'http://hub.test/v1',
      now: new Date(now()),
      jti: `${caller.clientId}-${now()}`,
    })
    const token = await signAccessToken(claims, { kid, sign: signWith(keys, keyIds.token) })
    held.set(caller.clientId, { at: now(), token })
    return token
  }
}
