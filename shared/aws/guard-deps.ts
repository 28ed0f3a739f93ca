import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { KMSClient } from '@aws-sdk/client-kms'
import type { Log } from '../logging/logger.ts'
import { recordEntriesIn } from './dynamodb/record-entries.ts'
import { publicKeyPem } from './kms/token-key.ts'
import { newId } from './new-id.ts'

type GuardEnvironment = {
  readonly AUDIT_TABLE: string
  readonly ISSUER: string
  readonly TOKEN_KEY: string
}

/** What the guard of an API function needs of the world: the token key's public half, the audit table, time and ids. */
export const guardDepsFrom = (
  { dynamodb, kms }: { readonly dynamodb: DynamoDBClient; readonly kms: KMSClient },
  environment: GuardEnvironment,
  log: Log,
) => ({
  issuer: environment.ISSUER,
  publicKey: () => publicKeyPem(kms, environment.TOKEN_KEY),
  record: recordEntriesIn(dynamodb, environment.AUDIT_TABLE),
  log,
  now: () => new Date(),
  newId,
})
