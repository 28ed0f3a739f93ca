import { describe, expect, it } from 'vitest'
import { put, remove } from '../../../../shared/aws/dynamodb/actions.ts'
import { arrivalKey, concernKey } from '../../../../shared/aws/dynamodb/keys.ts'
import type { KeyedRow, Row } from '../../../../shared/aws/dynamodb/store.ts'
import type { Conservation } from '../../../../shared/casework/conservation.ts'
import { aChild, closedLongAgo } from '../../../builders/a-child.ts'
import { aConcern } from '../../../builders/a-concern.ts'
import { callsOf, concernIdIn } from '../../../builders/hub-calls.ts'
import { hubCommand } from '../../../builders/hub-command.ts'

const quarterHours = (count: number): number => count * 15 * 60_000

const aHub = async () => {
  const command = await hubCommand()
  const { hub } = command
  const calls = callsOf(hub)
  await calls.putChild('C1', aChild({ status: closedLongAgo }))
  let sent = 0
  const submit = async (concern = aConcern()): Promise<string> => {
    sent += 1
    return concernIdIn(await calls.submit(`a-key-of-its-own-${sent}-and-long`, concern))
  }
  const reconcile = async () =>
    JSON.parse((await command.run('reconcile --json')).out) as Conservation
  return { ...command, calls, submit, reconcile }
}

const termsIn = ({ terms }: Conservation): Record<string, number> =>
  Object.fromEntries(Object.entries(terms).filter(([, count]) => count > 0))

describe('hub reconcile', () => {
  it('finds every concern in its term, from the rows alone', async () => {
    const { hub, calls, submit, reconcile, failed } = await aHub()
    await submit(aConcern({ harm: 'H0', factors: ['21'] }))
    await submit(aConcern({ harm: 'H2', consent: { status: 'REFUSED' } }))
    await submit()
    await hub.settle()
    const back = await submit(aConcern({ incidentOn: '2026-11-20' }))
    await hub.settle()
    await calls.withdraw(
      { id: back, key: 'taken-back-at-once' },
      { reason: 'WRONG_PERSON', words: 'Another of the same name.' },
    )
    await hub.settle()
    for (const { alertId: id, version } of await calls.listAlerts())
      await calls.answer('acknowledgeAlert', { id, version })
    await submit()
    const counted = await reconcile()
    expect(counted.faulty).toEqual([])
    expect(counted.committed).toBe(5)
    expect(termsIn(counted)).toEqual({
      held: 1,
      'in-review': 1,
      acknowledged: 1,
      withdrawn: 1,
      'in-flight': 1,
    })
    expect(failed()).toBe(false)
  })

  it('says the sum in a line', async () => {
    const { submit, run } = await aHub()
    await submit()
    expect((await run('reconcile')).out).toBe(
      '1 committed = 0 held + 0 in-review + 0 acknowledged + 1 in-flight + 0 escalated + 0 withdrawn + 0 expired\n',
    )
  })

  const spoil = async (
    command: Awaited<ReturnType<typeof aHub>>,
    change: (rows: { intake: readonly Row[]; casework: readonly Row[] }) => Promise<void>,
  ) => {
    const { hub } = command
    await change({ intake: await hub.rows('intake'), casework: await hub.rows('casework') })
    return command.reconcile()
  }

  it('names a concern whose words are gone, and exits 1', async () => {
    const command = await aHub()
    const { hub, submit, failed } = command
    const id = await submit()
    await hub.settle()
    const { faulty } = await spoil(command, async () => {
      await hub.store.transact([remove(hub.tables.intake, concernKey(id))])
    })
    expect(faulty).toEqual([{ id, fault: 'words-lost' }])
    expect(failed()).toBe(true)
  })

  it('names a concern that waits no more and of which nothing was made', async () => {
    const command = await aHub()
    const { hub, submit } = command
    const id = await submit()
    const { faulty } = await spoil(command, async () => {
      await hub.store.transact([remove(hub.tables.intake, arrivalKey(concernKey(id)))])
    })
    expect(faulty).toEqual([{ id, fault: 'forgotten' }])
  })

  it('names what waits longer than it may: to be assessed, to be taken up, to be sent', async () => {
    const command = await aHub()
    const { hub, submit, calls } = command
    const told = await submit()
    await hub.settle()
    await hub.settle()
    await calls.changeConsent({ id: told, key: 'change-of-consent' }, { status: 'WITHDRAWN' })
    const id = await submit()
    const message = (await hub.rows('casework')).find(({ sk }) => sk === 'OUTBOX')
    const pending = { ...message, waitingFor: 'RELAY', waitingUntil: hub.now().toISOString() }
    await hub.store.transact([put(hub.tables.casework, pending as unknown as KeyedRow)])
    hub.advance(quarterHours(1) + 1)
    const { faulty } = await command.reconcile()
    expect(faulty).toContainEqual({ id, fault: 'not-assessed' })
    expect(faulty).toContainEqual({ id: told, fault: 'not-taken-up' })
    expect(faulty).toContainEqual({ id: String(message?.['pk']), fault: 'not-sent' })
  })

  it.each([
    ['what an assessment left over', 'CONCERN#1', 'LEFT_OVER#1#0'],
    ['a concern to be decided again', 'AGAIN#1', 'AGAIN#2'],
    ['a change of a household', 'HOUSEHOLD#CHILD#1', 'HOUSEHOLD#1'],
    ['keys that were to be taken away', 'REGISTER#CHILD#1', 'INDEX#1'],
  ])('names %s that nobody has attended to, once it is late', async (_what, pk, sk) => {
    const { hub, reconcile, failed } = await aHub()
    await hub.settle()
    const row = { pk, sk, waitingFor: sk.split('#')[0], waitingUntil: hub.now().toISOString() }
    await hub.store.transact([put(hub.tables.casework, row)])
    expect((await reconcile()).faulty).toEqual([])
    hub.advance(quarterHours(1) + 1)
    expect((await reconcile()).faulty).toEqual([{ id: `${pk} ${sk}`, fault: 'not-followed' }])
    expect(failed()).toBe(true)
  })

  it('names an alert that no clock looks at any more', async () => {
    const command = await aHub()
    const { hub, submit } = command
    const id = await submit()
    await hub.settle()
    const { faulty } = await spoil(command, async ({ casework }) => {
      const { waitingFor, waitingUntil, ...row } = casework.find(
        ({ sk }) => sk === 'ALERT',
      ) as KeyedRow & Record<string, unknown>
      await hub.store.transact([put(hub.tables.casework, row as KeyedRow)])
    })
    expect(faulty).toEqual([{ id, fault: 'no-clock' }])
  })

  it('names a concern of whose rows one cannot be read', async () => {
    const command = await aHub()
    const { hub, submit } = command
    const id = await submit()
    await hub.settle()
    const { faulty } = await spoil(command, async () => {
      await hub.store.transact([put(hub.tables.casework, { ...concernKey(id), standing: 7 })])
    })
    expect(faulty).toContainEqual({ id, fault: 'unreadable' })
  })
})
