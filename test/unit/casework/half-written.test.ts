import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { westmarch } from '../../../infra/stages/local.ts'
import { createInMemoryKeys, keyIds } from '../../../local/in-memory/keys.ts'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import type { Action, Store } from '../../../shared/aws/dynamodb/store.ts'
import { tables as definitions, forEachTable } from '../../../shared/aws/dynamodb/tables.ts'
import { aChild, anAdult } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { callsOf } from '../../builders/hub-calls.ts'
import { startTestHub } from '../../fakes/test-hub.ts'

const carer = anAdult({ addresses: [], nhsNumbers: ['9434765919'] })
const ofCarer = aConcern({ subject: { ...aConcern().subject, nhsNumbers: ['9434765919'] } })
const isWritingLeftOver = (action: Action): boolean =>
  action.kind === 'put' && action.row.sk.startsWith('LEFT_OVER#') && action.row['version'] === 2

/** A hub that dies, whenever it is told to, after a decision and before what it left over. */
const dyingHub = async () => {
  const tables = forEachTable((name) => name)
  const store = createInMemoryStore(definitions)
  const dying = { isOn: false }
  const over: Store = {
    ...store,
    transact: (actions) =>
      dying.isOn && actions.some(isWritingLeftOver)
        ? Promise.reject(new Error('died'))
        : store.transact(actions),
  }
  const rows = async (table: string) => store.rows(table)
  const hub = await startTestHub({ store: over, keys: createInMemoryKeys(), keyIds, tables, rows })
  const beginning = (sk: string, pk = '') =>
    store.rows('casework').filter((row) => row.sk.startsWith(sk) && row.pk.startsWith(pk))
  return { hub, calls: callsOf(hub), dying, beginning }
}

/** Sixty children of one carer, one of nobody's; an alert about the sixty, and another of which half is written. */
const halfWritten = async () => {
  const setting = await dyingHub()
  const { hub, calls, dying, beginning } = setting
  for (let one = 0; one < 60; one += 1) {
    const dateOfBirth = `20${10 + (one % 15)}-02-03`
    const child = aChild({ name: { given: 'Odo' }, dateOfBirth, addresses: [], adults: [carer] })
    await calls.putChild(`C${one}`, child)
  }
  const name = { given: 'Una', family: 'Elsewhere' }
  await calls.putChild('X1', aChild({ name, addresses: [], adults: [] }))
  await calls.submit('about-the-carer-first', ofCarer)
  await hub.settle()
  const [first] = await calls.listAlerts()
  const id = first?.alertId ?? ''
  await calls.answer('acknowledgeAlert', { id, version: 1 })
  dying.isOn = true
  await calls.submit('about-the-carer-again', ofCarer)
  await hub.settle()
  const [left] = beginning('LEFT_OVER#', 'LEFT_OVER')
  const partitions = z.array(z.string()).parse(left?.['partitions'])
  const [child = ''] = partitions.filter((pk) => pk.startsWith('CHILD#'))
  return { ...setting, id, childId: child.slice('CHILD#'.length) }
}

type Setting = Awaited<ReturnType<typeof halfWritten>>
const reason = 'The plan already says this, and the core group has spoken of it this week.'
const outcome = { outcome: 'NO_FURTHER_ACTION', reason, noFurtherActionReason: 'ALREADY_ADDRESSED' }

/** Every way in which somebody would take the half for the whole. */
const readers: Readonly<Record<string, (setting: Setting) => Promise<{ status: number }>>> = {
  'the earlier alert, with what was told before': ({ calls, id }) => calls.readAlert(id),
  'the explanation of it': ({ calls, id }) => calls.explainAlert(id),
  'the rule of two people': ({ calls, id }) =>
    calls.answer('recordOutcome', { id, version: 2, body: outcome }),
  'the chronology': ({ calls, childId }) => calls.chronology(childId),
  'a preview': ({ calls }) => calls.preview(ofCarer),
}

describe('a decision about sixty children of which half is written', () => {
  let setting: Setting
  beforeAll(async () => {
    setting = await halfWritten()
  }, 60_000)

  it.each(Object.keys(readers))('is waited for by %s', async (reader) => {
    const reply = await readers[reader]?.(setting)
    expect(reply).toMatchObject({ status: 503, headers: { 'Retry-After': '60' } })
  })

  it('keeps nobody from reading of a child whom it does not concern', async () => {
    expect((await setting.calls.chronology(`${westmarch}.X1`)).status).toBe(200)
  })

  it('is finished by whoever decides the next concern about them, and then read whole', async () => {
    const { hub, calls, dying, beginning, childId } = setting
    dying.isOn = false
    await calls.submit('about-the-carer-once-more', ofCarer)
    await hub.settle()
    expect(beginning('LEFT_OVER#', 'LEFT_OVER')).toEqual([])
    expect(beginning('CONCERN', 'CONCERN#')).toHaveLength(3)
    const { status, body } = await calls.chronology(childId)
    expect(status).toBe(200)
    expect((body as { items: unknown[] }).items).toHaveLength(3)
  })

  it('is finished by the clock a minute later, where nobody decides', async () => {
    const { hub, calls, dying, beginning, childId } = setting
    dying.isOn = true
    await calls.submit('about-the-carer-at-last', ofCarer)
    await hub.settle()
    expect((await calls.chronology(childId)).status).toBe(503)
    dying.isOn = false
    hub.advance(61_000)
    await hub.clocks()
    expect(beginning('LEFT_OVER#', 'LEFT_OVER')).toEqual([])
    expect(beginning('ALERT#', `CHILD#${childId}`)).toHaveLength(4)
    expect((await calls.chronology(childId)).status).toBe(200)
  })
})
