import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { remove } from '../../../../shared/aws/dynamodb/actions.ts'
import { concernKey } from '../../../../shared/aws/dynamodb/keys.ts'
import { aChild } from '../../../builders/a-child.ts'
import { aConcern } from '../../../builders/a-concern.ts'
import { callsOf, concernIdIn } from '../../../builders/hub-calls.ts'
import { hubCommand } from '../../../builders/hub-command.ts'

const minute = 60_000
const shownSchema = z.object({
  phase: z.string(),
  current: z.string(),
  asked: z.string().optional(),
})

const operator = async () => {
  const command = await hubCommand()
  const { hub, json, run } = command
  const show = async () => shownSchema.parse(await json('index-key show'))
  const wait = async (minutes: number): Promise<void> => {
    for (let at = 0; at < minutes; at += 1) {
      hub.advance(minute)
      await hub.sweep()
    }
  }
  const ask = (step: string) => run(`index-key ${step} --by W-9`)
  const steps = async (): Promise<unknown[]> =>
    (await command.entries())
      .filter(({ action }) => action.startsWith('INDEX_KEY'))
      .map(({ action, outcome, codes }) => [
        action.slice('INDEX_KEY_STEP_'.length),
        outcome,
        codes?.['step'],
      ])
  return { ...command, show, wait, ask, steps }
}

describe('the key of the match index', () => {
  it('is replaced step by step while what waited before and what is recorded meanwhile is found', async () => {
    const { hub, show, wait, ask, steps } = await operator()
    const calls = callsOf(hub)
    const waited = concernIdIn(await calls.submit('about-somebody-not-known', aConcern()))
    await wait(3)
    await ask('begin')
    await wait(4)
    expect(await show()).toMatchObject({ phase: 'FILLED', current: 'v1' })
    await ask('switch')
    await wait(4)
    expect(await show()).toMatchObject({ phase: 'SWITCHED', current: 'v1' })
    await ask('end')
    await wait(8)
    expect(await show()).toMatchObject({ phase: 'STEADY', current: 'v2' })
    expect(await steps()).toEqual(
      expect.arrayContaining([
        ['ASKED', 'DONE', 'begin'],
        ['TAKEN', 'DONE', 'begin'],
        ['TAKEN', 'DONE', 'sweep'],
        ['ASKED', 'DONE', 'switch'],
        ['TAKEN', 'DONE', 'switch'],
        ['ASKED', 'DONE', 'end'],
        ['TAKEN', 'DONE', 'end'],
      ]),
    )
    await calls.putChild('C1', aChild())
    await wait(3)
    const alerts = (await hub.rows('casework')).filter(({ sk }) => sk === 'ALERT')
    expect(JSON.stringify(alerts)).toContain(waited)
  })

  it('is replaced although the words of a concern are lost', async () => {
    const { hub, show, wait, ask } = await operator()
    const calls = callsOf(hub)
    const lost = concernIdIn(await calls.submit('about-somebody-not-known', aConcern()))
    await wait(3)
    await hub.store.transact([remove(hub.tables.intake, concernKey(lost))])
    await ask('begin')
    await wait(6)
    expect(await show()).toMatchObject({ phase: 'FILLED' })
    await ask('switch')
    await wait(4)
    await ask('end')
    await wait(8)
    expect(await show()).toMatchObject({ phase: 'STEADY', current: 'v2' })
  })

  it('takes no step out of order, and says what comes next', async () => {
    const { ask, show, wait } = await operator()
    await wait(4)
    for (const step of ['switch', 'end']) {
      const { code, said } = await ask(step)
      expect([code, said]).toEqual([2, expect.stringContaining(`${step} does not follow STEADY`)])
    }
    await ask('begin')
    expect(await show()).toMatchObject({ phase: 'STEADY', asked: 'begin' })
    expect((await ask('begin')).said).toContain('still waited for')
  })

  it('has its end refused by the function itself, for whoever goes past the command', async () => {
    const { hub, ask, show, wait, steps } = await operator()
    await wait(4)
    await ask('begin')
    await wait(1)
    const wish = { pk: 'INDEXKEY', sk: 'WISH', schema: 1, version: 2, step: 'end', key: 'v2' }
    await hub.store.transact([{ kind: 'put', table: hub.tables.directory, row: wish }])
    await wait(1)
    expect(await steps()).toContainEqual(['TAKEN', 'REFUSED', 'end'])
    await wait(20)
    expect(await show()).toMatchObject({ phase: 'FILLED', current: 'v1' })
  })
})

describe('a hub whose index key is missing or cannot be opened', () => {
  const withKey = async (
    change: ((row: Record<string, unknown>) => Record<string, unknown>) | undefined,
  ) => {
    const { hub } = await operator()
    const ring = (await hub.rows('register')).find(({ pk }) => pk === 'INDEXKEY')
    const key = { pk: 'INDEXKEY', sk: 'INDEXKEY' }
    const table = hub.tables.register
    const row = change && { ...change({ ...ring }), ...key }
    await hub.store.transact([
      row === undefined ? { kind: 'delete', table, key } : { kind: 'put', table, row },
    ])
    return hub
  }

  it.each([
    [
      'replaced by another',
      (row: Record<string, unknown>) => ({ ...row, keys: { v1: new Uint8Array(60) } }),
    ],
    ['not in its ring', (row: Record<string, unknown>) => ({ ...row, keys: {} })],
    ['not what this release writes', () => ({})],
    ['not there', undefined],
  ])('takes a key that is %s for a fault, never for nobody', async (_how, change) => {
    const hub = await withKey(change)
    const calls = callsOf(hub)
    expect((await calls.putChild('C1', aChild())).status).toBe(503)
    const concernId = concernIdIn(await calls.submit('about-somebody-not-known', aConcern()))
    hub.advance(2 * minute)
    await hub.sweep().catch(() => undefined)
    const assessed = (await hub.rows('casework')).filter(
      ({ pk, sk }) => pk === `CONCERN#${concernId}` && String(sk).startsWith('ASSESSMENT'),
    )
    expect(assessed).toEqual([])
  })
})
