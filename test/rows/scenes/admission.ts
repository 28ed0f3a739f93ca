import { type KeyObject, sign } from 'node:crypto'
import { westmarch } from '../../../infra/stages/local.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { checkpointChoiceRow } from '../../../shared/aws/dynamodb/checkpoint-choice.ts'
import { agencyRow, authorityRow } from '../../../shared/aws/dynamodb/directory.ts'
import { signingKeyRow } from '../../../shared/aws/dynamodb/signing-key.ts'
import { keyIdText } from '../../../shared/aws/kms/chosen-signer.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { drugService } from '../../builders/clients.ts'
import { signed } from '../../builders/forged-tokens.ts'
import type { Scene } from './stage.ts'

const signWith = (key: KeyObject) => (input: Uint8Array) =>
  sign('sha256', input, { key, dsaEncoding: 'ieee-p1363' })

/** A client proves who it is; an authority and an agency have ended, the one replaced by another; the next key signs. */
export const admission: Scene = async ({ hub, taken }) => {
  const key = await hub.register(drugService)
  const ended = [
    authorityRow({
      code: 'E06999991',
      name: 'Former Westmarch',
      key: 'former-westmarch',
      from: '2019-04-01',
      until: '2023-04-01',
      replacedBy: [westmarch],
    }),
    agencyRow({
      key: 'low-tide',
      name: 'Low Tide',
      type: 'substance-misuse',
      until: '2025-04-01',
      replacedBy: ['turning-tide'],
    }),
  ]
  const [, next] = await hub.logKeys()
  const choice = {
    version: 1,
    keyId: keyIdText(next ?? Buffer.alloc(0)),
    atOnce: true,
  }
  await hub.store.transact([put(hub.tables.directory, checkpointChoiceRow(choice))])
  for (const row of ended) await hub.store.transact([put(hub.tables.directory, row)])
  const iat = Math.floor(hub.now().getTime() / 1000)
  const { clientId } = drugService
  const claims = { iss: clientId, sub: clientId, aud: hub.issuer, jti: 'used-once', iat }
  const assertion = await signed(
    { alg: 'ES256', kid: 'k1' },
    { ...claims, exp: iat + 60 },
    signWith(key),
  )
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  })
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  await taken(hub.call('token', anApiEvent('issueToken', { rawBody: form.toString(), headers })))
  const chosen = signingKeyRow('the-next-key', 1)
  await hub.store.transact([put(hub.tables.directory, chosen)])
}
