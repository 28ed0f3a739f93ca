import type { TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb'
import { beforeAll, describe, expect, it } from 'vitest'
import { eastvale, northmoor, westmarch } from '../../infra/stages/local.ts'
import { aChild, anAdult } from '../builders/a-child.ts'
import { westmarchRegister } from '../builders/clients.ts'
import { allRows, callsOf, concernIdIn } from '../builders/hub-calls.ts'
import { aroundDynamoDB, transactions } from '../fakes/around-dynamodb.ts'
import { type InProcessHub, startInProcessHub } from './in-process-hub.ts'

const authorities = [westmarch, northmoor, eastvale] as const
/** As many of one carer as each authority has recorded. */
const childrenEach = 20

const sizeOf = (text: string): number =>
  (JSON.parse(text) as TransactWriteItemsCommandInput).TransactItems?.length ?? 0

/** One carer of sixty children: twenty in each of three authorities. */
const carerOfSixty = async () => {
  const hub = await startInProcessHub('large')
  const calls = callsOf(hub)
  const carer = anAdult({ addresses: [], nhsNumbers: ['9434765919'] })
  const callsEach: number[] = []
  const counting = aroundDynamoDB(hub.dynamodb, {
    before: () => {
      callsEach.push((callsEach.pop() ?? 0) + 1)
    },
  })
  for (const authority of authorities)
    for (let at = 0; at < childrenEach; at += 1) {
      callsEach.push(0)
      await calls.putChild(
        `C${at}`,
        aChild({ authority, name: { given: 'Odo' }, addresses: [], adults: [carer] }),
        { ...westmarchRegister, clientId: `register-${authority}`, authority },
      )
    }
  counting()
  return { hub, calls, callsEach }
}
const rowsOf = async (hub: InProcessHub, prefix: string) =>
  (await allRows(hub, 'casework')).filter(({ sk }) => String(sk).startsWith(prefix))

describe('a concern about a carer of sixty children', () => {
  let hub: InProcessHub
  let sizes: number[]
  let callsEach: readonly number[]
  let isMainCrashed = false
  beforeAll(async () => {
    const made = await carerOfSixty()
    ;({ hub, callsEach } = made)
    sizes = []
    aroundDynamoDB(hub.dynamodb, {
      before: ({ command, text }) => {
        if (command !== 'TransactWriteItemsCommand') return
        sizes.push(sizeOf(text))
        if (isMainCrashed || !text.includes(transactions.assessment)) return
        isMainCrashed = true
        throw new Error('crash before the transaction')
      },
    })
    concernIdIn(await made.calls.submit('a-concern-about-sixty'))
    await hub.settle()
  })

  it('was recorded child by child, the last with no more calls than the first', () => {
    expect(callsEach).toHaveLength(60)
    expect(Math.max(...callsEach.slice(1))).toBeLessThanOrEqual(3)
  })

  it('is assessed in the end, though its first try came to grief half-way', async () => {
    expect(isMainCrashed).toBe(true)
    expect(await rowsOf(hub, 'ASSESSMENT#')).toHaveLength(1)
    expect((await rowsOf(hub, 'ALERT')).filter(({ sk }) => sk === 'ALERT')).toHaveLength(3)
  })

  it('takes no more in one transaction than there is room for', () => {
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100)
  })

  it('stands once in the head and once in the entries of every child', async () => {
    const heads = await rowsOf(hub, 'CHRONOLOGY')
    expect(heads).toHaveLength(60)
    for (const { version, chronology } of heads) {
      expect(version).toBe(1)
      expect((chronology as { notifications: object[] }).notifications).toHaveLength(1)
    }
    expect(await rowsOf(hub, 'ENTRY#')).toHaveLength(60)
    expect(await rowsOf(hub, 'WITHHELD#')).toEqual([])
  })
})
