import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../../infra/stages/local.ts'
import type { Overdue } from '../../../../shared/casework/overdue.ts'
import { aConcern } from '../../../builders/a-concern.ts'
import { callsOf, concernIdIn } from '../../../builders/hub-calls.ts'
import { hubCommand } from '../../../builders/hub-command.ts'

const minute = 60_000
const hour = 60 * minute

const aCommand = async () => {
  const command = await hubCommand()
  const { hub } = command
  const calls = callsOf(hub)
  const send = async (key: string, harm: 'H2' | 'H4'): Promise<string> =>
    concernIdIn(
      await calls.submit(
        `a-key-of-its-own-${key}`,
        aConcern({ harm, phoneCallMade: { made: true } }),
      ),
    )
  const overdue = async () =>
    ((await command.json('overdue')) as { readonly overdue: readonly Overdue[] }).overdue
  return { ...command, calls, send, overdue }
}

describe('hub overdue', () => {
  it('says so where nothing is', async () => {
    const { run } = await aCommand()
    expect((await run('overdue')).out).toBe('nothing is overdue\n')
  })

  it('names what the hub has left past its bound, the most urgent first, as the operator’s', async () => {
    const { hub, send, overdue, run } = await aCommand()
    const routine = await send('1', 'H2')
    const grave = await send('2', 'H4')
    hub.advance(4 * minute)
    expect(await overdue()).toEqual([])
    hub.advance(2 * minute)
    expect(await overdue()).toMatchObject([
      { urgency: 'immediate', owner: 'operator', ids: { concernId: grave } },
    ])
    hub.advance(10 * minute)
    const both = await overdue()
    expect(both.slice(0, 2)).toMatchObject([
      { urgency: 'immediate', ids: { concernId: grave } },
      {
        urgency: 'routine',
        ids: { concernId: routine },
        what: 'a concern received, to be decided',
      },
    ])
    const { out } = await run('overdue')
    expect(out.split('\n')[1]).toMatch(/^immediate +\S+ +operator +- +a concern received/)
    await hub.settle()
    await hub.seal()
    expect(await overdue()).toEqual([])
  })

  it('names what people owe, as whose the ladder has made it', async () => {
    const { hub, calls, send, overdue } = await aCommand()
    await send('1', 'H4')
    await hub.settle()
    await hub.seal()
    const [{ alertId } = { alertId: '' }] = await calls.listAlerts()
    const owner = async () => {
      await hub.sweep()
      await hub.seal()
      return (await overdue()).map(({ owner: whose, holder, ids, what }) => [
        whose,
        holder,
        ids,
        what,
      ])
    }
    expect(await owner()).toEqual([])
    for (const whose of [
      'inbox',
      'manager',
      'authority-lead',
      'partnership-lead',
      'partnership-lead',
    ]) {
      hub.advance(hour)
      expect(await owner()).toEqual([
        [whose, westmarch, { alertId }, 'an alert to be acknowledged'],
      ])
    }
  })

  it('names audit entries that nobody has sealed', async () => {
    const { hub, send, overdue } = await aCommand()
    await send('1', 'H2')
    await hub.settle()
    hub.advance(20 * minute)
    expect((await overdue()).some(({ what }) => what === 'an audit entry to be sealed')).toBe(true)
  })
})
