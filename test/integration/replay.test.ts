import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { describe, expect, it } from 'vitest'
import { westmarch } from '../../infra/stages/local.ts'
import type { Assessment } from '../../shared/assessing/assessment.ts'
import { asItem } from '../../shared/aws/dynamodb/item.ts'
import { assessmentKey } from '../../shared/aws/dynamodb/keys.ts'
import { aChild, closedLongAgo } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { aConcernId } from '../builders/a-stored-concern.ts'
import { aVerdict } from '../builders/a-verdict.ts'
import { drugServiceLead } from '../builders/clients.ts'
import { allRows, callsOf, concernIdIn } from '../builders/hub-calls.ts'
import { type InProcessHub, startInProcessHub } from './in-process-hub.ts'
import { emulator } from './tables.ts'

const program = fileURLToPath(new URL('../../cli/hub.ts', import.meta.url))
const hours = 60 * 60 * 1000

/** The command as an auditor runs it over a table. */
const replay = async (table: string) => {
  const { endpoint, region, credentials } = emulator()
  const child = spawn(process.execPath, [program, 'replay', '--table', table], {
    env: {
      HUB_ENDPOINT: endpoint,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const code = await new Promise((done) => child.once('close', done))
  return { code, output }
}

const aHub = async () => {
  const hub = await startInProcessHub('replay')
  const calls = callsOf(hub)
  const submit = async (key: string, change: Parameters<typeof aConcern>[0]): Promise<string> =>
    concernIdIn(await calls.submit(`${key}-one-key-each-concern`, aConcern(change)))
  await calls.putChild('C1', aChild({ status: closedLongAgo }))
  await submit('overridden', { consent: { status: 'REFUSED' } })
  await hub.settle()
  await calls.decideReview(
    (await calls.listReviews(drugServiceLead))[0]?.reviewId ?? '',
    aVerdict('HOLD'),
    { caller: drugServiceLead },
  )
  const ids = {
    agreed: await submit('agreed', {}),
    refused: await submit('refused', { consent: { status: 'REFUSED' } }),
    wrongPurpose: await submit('purpose', {
      purpose: 'other',
      harm: 'H3',
      phoneCallMade: { made: true },
    }),
    noHarm: await submit('none', { harm: 'H0' }),
    agreedLater: await submit('later', { harm: 'H1', consent: { status: 'NOT_SOUGHT' } }),
  }
  await hub.settle()
  await calls.changeConsent(
    { id: ids.agreedLater, key: 'one-key-for-the-change' },
    { status: 'GIVEN' },
  )
  await hub.settle()
  for (let day = 0; day < 3; day += 1) {
    hub.advance(24 * hours)
    await hub.sweep()
  }
  return { hub, ids }
}

const assessmentsIn = async (hub: InProcessHub): Promise<readonly Assessment[]> =>
  (await allRows(hub, 'casework')).flatMap(({ assessment }) =>
    assessment === undefined ? [] : [assessment as Assessment],
  )

const change = async (
  hub: InProcessHub,
  key: ReturnType<typeof assessmentKey>,
  [field, value]: readonly [string, string],
): Promise<void> =>
  void (await hub.dynamodb.send(
    new UpdateItemCommand({
      TableName: hub.tables.casework,
      Key: asItem(key),
      UpdateExpression: 'SET assessment.decision.#field = :value',
      ExpressionAttributeNames: { '#field': field },
      ExpressionAttributeValues: asItem({ ':value': value }),
    }),
  ))

describe('a replay of the casework table', () => {
  it('agrees with all that rules and clocks decided, and finds what somebody changed', async () => {
    const { hub, ids } = await aHub()
    const count = (await assessmentsIn(hub)).length
    const causes = new Set((await assessmentsIn(hub)).map(({ cause }) => cause))
    for (const cause of ['received', 'lapsed', 'verdict-taken-up', 'consent-changed'] as const)
      expect(causes).toContain(cause)
    expect(count).toBeGreaterThanOrEqual(9)
    expect(await replay(hub.tables.casework)).toEqual({
      code: 0,
      output: `${count} assessments replayed, 0 differences\n`,
    })

    await change(hub, assessmentKey(ids.agreed, 1), ['tellParent', 'no'])
    await change(hub, assessmentKey(ids.refused, 2), ['decision', 'SHARE'])
    const { code, output } = await replay(hub.tables.casework)
    expect(code).toBe(1)
    expect(output.trimEnd().split('\n').toSorted()).toEqual(
      [
        `${count} assessments replayed, 2 differences`,
        `concern ${ids.agreed}, assessment 1: tellParent`,
        `concern ${ids.refused}, assessment 2: decision`,
      ].toSorted(),
    )
  })

  it('reads every page of a table, and names a row that is no assessment', async () => {
    const { hub, ids } = await aHub()
    const stored = await assessmentsIn(hub)
    const [one] = stored
    if (one === undefined) throw new Error('nothing was assessed')
    const candidates = Array.from({ length: 1_000 }, (_, at) => ({
      id: `${westmarch}.A${String(at).padStart(40, '0')}`,
      weight: 1,
      posterior: 0.5,
      guards: [],
      explanation: [],
    }))
    const copies = 20 // of 100 kB each: two pages of a megabyte
    for (let copy = 0; copy < copies; copy += 1) {
      const concernId = aConcernId(100 + copy)
      const first = stored.find(({ number }) => number === 1) ?? one
      const assessment = {
        ...first,
        concernId,
        matches: first.matches.map((one) => ({ ...one, match: { ...one.match, candidates } })),
        facts: { ...first.facts, id: concernId },
        decision: { ...first.decision, id: concernId },
      }
      await hub.dynamodb.send(
        new PutItemCommand({
          TableName: hub.tables.casework,
          Item: asItem({ ...assessmentKey(concernId, 1), assessment }),
        }),
      )
    }
    await change(hub, assessmentKey(ids.noHarm, 1), ['decision', 'Canary'])
    expect(await replay(hub.tables.casework)).toEqual({
      code: 1,
      output: `CONCERN#${ids.noHarm} ASSESSMENT#0001: not an assessment: /decision/decision\n${stored.length + copies - 1} assessments replayed, 1 differences\n`,
    })
  })

  it('says so when there is no such table', async () => {
    expect(await replay('no-such-table')).toEqual({ code: 2, output: '' })
  })
})
