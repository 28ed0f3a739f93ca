import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { createHandler as createAnswer } from '../../functions/answer-alert/handler.ts'
import { createHandler as createChallenge } from '../../functions/challenge-answer/handler.ts'
import { createHandler as createChangeConsent } from '../../functions/change-consent/handler.ts'
import { createHandler as createFollow } from '../../functions/follow-concern/handler.ts'
import { createHandler as createToken } from '../../functions/issue-token/handler.ts'
import { createHandler as createRegister } from '../../functions/maintain-register/handler.ts'
import { createHandler as createPreview } from '../../functions/preview-concern/handler.ts'
import { createHandler as createAuditQuery } from '../../functions/query-audit/handler.ts'
import { createHandler as createRead } from '../../functions/read-alerts/handler.ts'
import { createHandler as createChronology } from '../../functions/read-chronology/handler.ts'
import { createHandler as createReview } from '../../functions/review-concerns/handler.ts'
import { createHandler as createSubmit } from '../../functions/submit-concern/handler.ts'
import { createHandler as createWatch } from '../../functions/watch-clocks/handler.ts'
import { anAgreement } from '../../local/seed/agreements.ts'
import { authorityCodes } from '../../shared/agencies/authorities.ts'
import type { Client } from '../../shared/agencies/client.ts'
import { recorderFor } from '../../shared/audit/audit-entry.ts'
import { agreementRow } from '../../shared/aws/dynamodb/agreements.ts'
import { countedIn } from '../../shared/aws/dynamodb/alert-volume.ts'
import { commitAlertIn, listAlertsIn, readAlertIn } from '../../shared/aws/dynamodb/alerts.ts'
import { readEntriesIn } from '../../shared/aws/dynamodb/audit-entries.ts'
import { readEntriesOfChildIn } from '../../shared/aws/dynamodb/chronology.ts'
import { clientRow, readClientIn, spendAssertionIn } from '../../shared/aws/dynamodb/clients.ts'
import { commitAssessmentIn } from '../../shared/aws/dynamodb/commit-assessment.ts'
import { commitChallengeIn } from '../../shared/aws/dynamodb/commit-challenge.ts'
import {
  assessmentBehindIn,
  commitConcernIn,
  latestAssessmentIn,
  readAssessmentIn,
  readConcernIn,
} from '../../shared/aws/dynamodb/concerns.ts'
import {
  commitConsentChangeIn,
  commitConsentIn,
  readConsentChangeIn,
} from '../../shared/aws/dynamodb/consent-changes.ts'
import { readEarlierConcernsIn } from '../../shared/aws/dynamodb/earlier-concerns.ts'
import { gatherAdultsFrom, gatherFrom } from '../../shared/aws/dynamodb/gather.ts'
import {
  markHouseholdAppliedIn,
  readHeadsIn,
  readHouseholdChangeIn,
} from '../../shared/aws/dynamodb/household-changes.ts'
import { rememberedUseIn } from '../../shared/aws/dynamodb/idempotency.ts'
import { asItem } from '../../shared/aws/dynamodb/item.ts'
import {
  markDigestSentIn,
  markSentIn,
  readMessageIn,
  readPendingIn,
} from '../../shared/aws/dynamodb/outbox.ts'
import { readEarlierIn, recallFrom } from '../../shared/aws/dynamodb/recall.ts'
import { recordEntriesIn } from '../../shared/aws/dynamodb/record-entries.ts'
import {
  commitRegisterIn,
  readChildIn,
  readRegisterIn,
} from '../../shared/aws/dynamodb/register.ts'
import { relatedIn, unreadAmongIn } from '../../shared/aws/dynamodb/related-alerts.ts'
import { listReviewsIn, proposeReviewIn, readReviewIn } from '../../shared/aws/dynamodb/reviews.ts'
import { listWaitingIn } from '../../shared/aws/dynamodb/waiting.ts'
import { cursorsOf } from '../../shared/aws/kms/cursor.ts'
import { indexHasher } from '../../shared/aws/kms/index-hash.ts'
import { publicKeyPem, signWith } from '../../shared/aws/kms/token-key.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { guarded } from '../../shared/http/guard.ts'
import { accessTokenClaims, signAccessToken, verifyAssertion } from '../../shared/http/tokens.ts'
import { defaultModel } from '../../shared/matching/default-model.ts'
import type { Trial } from '../../shared/matching/trial.ts'
import { aContext } from '../builders/an-api-event.ts'
import { createTables } from './tables.ts'

const issuer = 'http://hub.test/v1'
const clientConfig = {
  endpoint: process.env['HUB_ENDPOINT'] ?? 'http://127.0.0.1:4566',
  region: 'eu-west-2',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
}

const createKeys = async (kms: KMSClient) => {
  const create = async (
    spec: 'ECC_NIST_P256' | 'HMAC_256' | 'SYMMETRIC_DEFAULT',
    usage: 'SIGN_VERIFY' | 'GENERATE_VERIFY_MAC' | 'ENCRYPT_DECRYPT',
  ) => {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({ KeySpec: spec, KeyUsage: usage }))
    return KeyMetadata?.KeyId ?? ''
  }
  return {
    token: await create('ECC_NIST_P256', 'SIGN_VERIFY'),
    cursor: await create('HMAC_256', 'GENERATE_VERIFY_MAC'),
    index: await create('SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT'),
  }
}

/**
 * Every handler over the emulator's real DynamoDB and KMS, in this process, with a clock the test moves. Streams are
 * stood in for by the sweep, which must be able to do everything they do. Published messages are kept in a list.
 */
export const startInProcessHub = async (name: string, trial: Trial = { needed: 0 }) => {
  const dynamodb = new DynamoDBClient(clientConfig)
  const kms = new KMSClient(clientConfig)
  const { register, casework, audit } = await createTables(
    dynamodb,
    `${name}-${randomUUID().slice(0, 8)}`,
  )
  const keys = await createKeys(kms)
  let time = Date.parse('2026-11-23T10:00:00Z')
  const now = (): Date => new Date(time)
  const published: { readonly authority: string; readonly message: string }[] = []
  const logged: unknown[] = []
  const log = (...line: unknown[]): void => void logged.push(line)
  const record = recordEntriesIn(dynamodb, audit)
  const guard = guarded({
    issuer,
    publicKey: () => publicKeyPem(kms, keys.token),
    record,
    log,
    now,
    newId,
  })
  const hasher = indexHasher(
    { dynamodb, kms, table: register, wrappingKey: keys.index },
    { mayMake: true },
  )
  const recorder = (at: Date) => recorderFor({ actor: 'watch-clocks' }, at, newId)
  const timed = { recorder, now }
  const cursors = cursorsOf(kms, keys.cursor)
  const sign = signWith(kms, keys.token)
  const publish = async (authority: string, message: string): Promise<void> =>
    void published.push({ authority, message })
  const deciding = {
    ...timed,
    read: readConcernIn(dynamodb, casework),
    latestAssessment: latestAssessmentIn(dynamodb, casework),
    recall: recallFrom(dynamodb, { register, casework }),
    commit: commitAssessmentIn(dynamodb, { casework, audit }),
    newId,
  }
  const sweep = createWatch({
    now,
    log,
    listWaiting: listWaitingIn(dynamodb, casework),
    assess: {
      ...deciding,
      gather: gatherFrom(dynamodb, { register, casework }, hasher),
      readEarlier: readEarlierIn(dynamodb, casework),
      readReview: readReviewIn(dynamodb, casework),
      readChange: readConsentChangeIn(dynamodb, casework),
      commitChange: commitConsentChangeIn(dynamodb, { casework, audit }),
      readEarlierConcerns: readEarlierConcernsIn(dynamodb, casework),
      model: defaultModel,
      trial,
    },
    household: {
      ...deciding,
      gatherAdults: gatherAdultsFrom(dynamodb, { register, casework }),
      readChange: readHouseholdChangeIn(dynamodb, casework),
      readHeads: readHeadsIn(dynamodb, { register, casework }),
      markApplied: markHouseholdAppliedIn(dynamodb, casework),
    },
    relay: {
      ...timed,
      read: readMessageIn(dynamodb, casework),
      publish,
      markSent: markSentIn(dynamodb, { casework, audit }),
      apiUrl: issuer,
    },
    digest: {
      ...timed,
      readPending: readPendingIn(dynamodb, casework),
      publish,
      markSent: markDigestSentIn(dynamodb, { casework, audit }),
      apiUrl: issuer,
    },
    chase: {
      ...timed,
      readAlert: readAlertIn(dynamodb, casework),
      commitAlert: commitAlertIn(dynamodb, { casework, audit }),
    },
  })
  const apis = {
    submit: createSubmit({ ...guard, commit: commitConcernIn(dynamodb, { casework, audit }) }),
    follow: createFollow({ ...guard, read: readConcernIn(dynamodb, casework) }),
    changeConsent: createChangeConsent({
      ...guard,
      read: readConcernIn(dynamodb, casework),
      commit: commitConsentIn(dynamodb, { casework, audit }),
    }),
    preview: createPreview({
      ...guard,
      gather: gatherFrom(dynamodb, { register, casework }, hasher),
      recall: recallFrom(dynamodb, { register, casework }),
      model: defaultModel,
      trial,
    }),
    review: createReview({
      ...guard,
      list: listReviewsIn(dynamodb, casework),
      readReview: readReviewIn(dynamodb, casework),
      read: readConcernIn(dynamodb, casework),
      readAssessment: readAssessmentIn(dynamodb, casework),
      gatherAdults: gatherAdultsFrom(dynamodb, { register, casework }),
      recall: recallFrom(dynamodb, { register, casework }),
      readEarlier: readEarlierIn(dynamodb, casework),
      propose: proposeReviewIn(dynamodb, { casework, audit }),
      commit: commitAssessmentIn(dynamodb, { casework, audit }),
      cursors,
    }),
    challenge: createChallenge({
      ...guard,
      readConcern: readConcernIn(dynamodb, casework),
      readAlert: readAlertIn(dynamodb, casework),
      assessmentBehind: assessmentBehindIn(dynamodb, casework),
      recall: rememberedUseIn(dynamodb, casework),
      commit: commitChallengeIn(dynamodb, { casework, audit }),
    }),
    read: createRead({
      ...guard,
      read: readAlertIn(dynamodb, casework),
      related: relatedIn(dynamodb, casework),
      assessmentBehind: assessmentBehindIn(dynamodb, casework),
      list: listAlertsIn(dynamodb, casework),
      counted: countedIn(dynamodb, casework),
      cursors,
    }),
    answer: createAnswer({
      ...guard,
      readAlert: readAlertIn(dynamodb, casework),
      readConcern: readConcernIn(dynamodb, casework),
      related: relatedIn(dynamodb, casework),
      unreadAmong: unreadAmongIn(dynamodb, casework),
      commit: commitAlertIn(dynamodb, { casework, audit }),
    }),
    chronology: createChronology({
      ...guard,
      readChild: readChildIn(dynamodb, register),
      readEntries: readEntriesOfChildIn(dynamodb, casework),
      cursors,
    }),
    register: createRegister({
      ...guard,
      read: readRegisterIn(dynamodb, register),
      hashKeys: hasher,
      commit: commitRegisterIn(dynamodb, { register, casework, audit }),
    }),
    audit: createAuditQuery({ ...guard, query: readEntriesIn(dynamodb, audit), cursors }),
    token: createToken({
      log,
      now,
      record,
      readClient: readClientIn(dynamodb, casework),
      verifyAssertion: (assertion, client, at) =>
        verifyAssertion(assertion, client, { audiences: [issuer], now: at }),
      spend: spendAssertionIn(dynamodb, { casework, audit }),
      sign: (client, scope, at) =>
        signAccessToken(
          accessTokenClaims(client, scope, { issuer, now: at, jti: newId(at) }),
          sign,
        ),
      recorder: (clientId, at) => recorderFor({ actor: clientId }, at, newId),
    }),
  }
  const tables = { register, casework, audit }
  const agree = async (agency: string): Promise<void> => {
    for (const code of authorityCodes) {
      const Item = asItem(agreementRow(anAgreement(agency, code, now())))
      await dynamodb.send(new PutItemCommand({ TableName: casework, Item }))
    }
  }
  for (const agency of ['turning-tide', 'other']) await agree(agency)
  return {
    issuer,
    dynamodb,
    tables,
    published,
    logged,
    now,
    advance: (milliseconds: number): void => {
      time += milliseconds
    },
    /** Runs the sweep a moment after the streams would have been given up on, so that it does their work. */
    settle: async (): Promise<void> => {
      time += 61_000
      await sweep()
      time += 61_000
      await sweep()
    },
    sweep,
    call: async (api: keyof typeof apis, event: APIGatewayProxyEvent) => {
      const result: APIGatewayProxyResult = await apis[api](event as never, aContext)
      return {
        status: result.statusCode,
        headers: result.headers ?? {},
        body: result.body === '' ? undefined : (JSON.parse(result.body) as unknown),
      }
    },
    /** Id of the key that signs access tokens. */
    tokenKey: keys.token,
    /** A token as the hub would issue it to this client, without the ceremony. */
    tokenFor: (client: Omit<Client, 'keys' | 'active'>, scope = client.scopes.join(' ')) =>
      signAccessToken(
        accessTokenClaims({ ...client, active: true, keys: [] }, scope, {
          issuer,
          now: now(),
          jti: newId(now()),
        }),
        sign,
      ),
    /** Registers a client with a fresh key, and gives its private half. */
    register: async (client: Omit<Client, 'keys' | 'active'>) => {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const key = {
        ...publicKey.export({ format: 'jwk' }),
        kid: 'k1',
        alg: 'ES256',
      } as Client['keys'][number]
      const Item = asItem(clientRow({ ...client, active: true, keys: [key] }))
      await dynamodb.send(new PutItemCommand({ TableName: casework, Item }))
      return privateKey
    },
    /** Records a sharing agreement of this agency with every authority. */
    agree,
    /** Every row of a table, for asserting what was and was not stored. */
    rows: async (table: keyof typeof tables): Promise<Record<string, unknown>[]> => {
      const { Items = [] } = await dynamodb.send(
        new ScanCommand({ TableName: tables[table], ConsistentRead: true }),
      )
      return Items.map((item) => unmarshall(item))
    },
  }
}
export type InProcessHub = Awaited<ReturnType<typeof startInProcessHub>>
