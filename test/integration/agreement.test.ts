import { describe, expect, it } from 'vitest'
import { westmarch } from '../../infra/stages/local.ts'
import { agreementRow, readAgreementIn } from '../../shared/aws/dynamodb/agreements.ts'
import { commitDirectoryIn } from '../../shared/aws/dynamodb/keep-directory.ts'
import { aConcern } from '../builders/a-concern.ts'
import { allRows, callsOf, concernIdIn } from '../builders/hub-calls.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import { startCaseworkHub } from './in-process-hub.ts'

const key = 'one-key-for-each-concern'
const hours = 60 * 60 * 1000

const revoke = async (hub: TestHub): Promise<void> => {
  const read = readAgreementIn(hub.store, hub.tables.directory)
  const agreement = await read('turning-tide', westmarch)
  if (agreement === undefined) throw new Error('the test hub has agreements')
  const revoked = { ...agreement, version: agreement.version + 1, revokedOn: '2026-11-23' }
  const commit = commitDirectoryIn(hub.store, hub.tables)
  expect(await commit(agreementRow(revoked), [])).toBe('committed')
}

const withoutAgreement = async (change: Parameters<typeof aConcern>[0]) => {
  const hub = await startCaseworkHub('agreement')
  const calls = callsOf(hub)
  await calls.putChild('C1')
  await revoke(hub)
  const concernId = concernIdIn(await calls.submit(key, aConcern(change)))
  await hub.settle()
  return { hub, calls, concernId }
}

const alertsOf = async (hub: TestHub) =>
  (await allRows(hub, 'casework')).filter(({ sk }) => sk === 'ALERT')

describe('a concern of a service whose agreement was revoked', () => {
  it('is disclosed all the same, and what stood is recorded', async () => {
    const { hub } = await withoutAgreement({})
    expect(await alertsOf(hub)).toHaveLength(1)
    const assessed = (await allRows(hub, 'casework')).find((row) => 'assessment' in row)
    expect(assessed?.['assessment']).toMatchObject({
      agreements: [{ authority: westmarch, standing: 'revoked' }],
    })
  })

  it('is told of to the partnership lead, once a day and with counts', async () => {
    const { hub, concernId } = await withoutAgreement({})
    const told = () => hub.published.filter(({ queue }) => queue === 'escalations-partnership')
    expect(told()).toEqual([])
    hub.advance(48 * hours)
    await hub.settle()
    expect(told()).toHaveLength(1)
    expect(told()[0]?.message).toContain('turning-tide')
    expect(told()[0]?.message).not.toContain(concernId)
    hub.advance(hours)
    await hub.settle()
    expect(told()).toHaveLength(1)
  })
})
