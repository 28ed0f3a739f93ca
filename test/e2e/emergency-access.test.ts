import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { expect, it } from 'vitest'
import { westmarch } from '../../infra/stages/local.ts'
import { type Answer, apiClient } from '../../local/api-client.ts'
import { dynamodbStore } from '../../shared/aws/dynamodb/dynamodb-store.ts'
import { outboxKey } from '../../shared/aws/dynamodb/keys.ts'
import { aConcern } from '../builders/a-concern.ts'
import { justification } from '../builders/an-emergency-access.ts'
import { place } from './place.ts'

const service = apiClient(place, 'westmarch-substance-misuse')
const owner = apiClient(place, 'westmarch-social-care')
const ownersLead = apiClient(place, 'westmarch-lead')
const duty = apiClient(place, 'northmoor-social-care')
const dutyLead = apiClient(place, 'northmoor-lead')
const inCase = { 'Hub-Case-Reference': 'night-4', 'Hub-Purpose': 'safeguarding' } as const
const as = (workId: string) => ({ 'Hub-Practitioner': workId }) as const

const until = async <Found>(
  find: () => Promise<Found | undefined>,
  what: string,
): Promise<Found> => {
  for (let tries = 0; tries < 60; tries += 1) {
    const found = await find()
    if (found !== undefined) return found
    await new Promise((done) => setTimeout(done, 250))
  }
  throw new Error(what)
}

/** An alert of Westmarch's: any. */
const anAlertOfWestmarch = async (): Promise<string> => {
  const headers = { 'Idempotency-Key': randomUUID() }
  await service.call('POST', '/concerns', { body: aConcern(), headers })
  return until(async () => {
    const { body } = await owner.call('GET', '/alerts?limit=1', { headers: as('SW-1') })
    return (body as { items: { alertId: string }[] }).items[0]?.alertId
  }, 'no alert came')
}

/** Whether the leads of Westmarch were told of its approval, which is its second version. */
const isTold = async (recordId: string): Promise<true | undefined> => {
  const store = dynamodbStore(new DynamoDBClient({}))
  const key = outboxKey({ recordId, recordVersion: 2, to: `escalations-${westmarch}` })
  const row = await store.get(place.tables.casework, key)
  return row?.['status'] === 'SENT' ? true : undefined
}

it('a duty worker of another authority reads one alert, approved by a second person, until its owner’s lead ends it', async () => {
  const id = await anAlertOfWestmarch()
  const asked = await duty.call('POST', '/emergency-access', {
    body: { object: { kind: 'alert', id }, justification },
    headers: { ...as('NIGHT-1'), ...inCase },
  })
  expect(asked.status, asked.text).toBe(202)
  const { accessId } = asked.body as { accessId: string }
  const read = (): Promise<Answer> =>
    duty.call('GET', `/alerts/${id}`, {
      headers: { ...as('NIGHT-1'), 'Hub-Emergency-Access': accessId },
    })
  const path = `/emergency-access/${accessId}`
  expect((await read()).status).toBe(404)
  const approved = await dutyLead.call('POST', `${path}/approval`, { headers: as('NIGHT-LEAD') })
  expect([approved.status, (await read()).status]).toEqual([200, 200])
  await until(() => isTold(accessId), 'nobody was told')
  const seen = await ownersLead.call('GET', path, { headers: as('LEAD-1') })
  expect(seen.body).toMatchObject({ justification, ofOwner: { wasThere: true, uses: 1 } })
  const reviewed = await ownersLead.call('POST', `${path}/review`, {
    body: { verdict: 'NOT_JUSTIFIED', reason: 'Our duty team answers the telephone at night.' },
    headers: as('LEAD-1'),
  })
  expect([reviewed.status, (await read()).status]).toEqual([200, 404])
}, 120_000)
