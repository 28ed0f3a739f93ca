import { describe, expect, it } from 'vitest'
import { put } from '../../../../shared/aws/dynamodb/actions.ts'
import { quarantinedRow } from '../../../../shared/aws/dynamodb/quarantine.ts'
import { failedAgain, type Quarantined } from '../../../../shared/casework/quarantined.ts'
import { hubCommand } from '../../../builders/hub-command.ts'

const now = new Date('2026-11-23T09:00:00Z')
const failing = (
  urgency: 'immediate' | 'routine',
  more: { readonly id: string; readonly isLasting?: boolean },
): Quarantined =>
  failedAgain(
    undefined,
    {
      subject: { kind: 'answer', ids: { alertId: more.id } },
      place: { kind: 'answer', spread: { urgency, shard: 2 } },
      by: 'watch-clocks',
    },
    { failure: { code: 'row-unreadable', isLasting: more.isLasting ?? true }, now },
  )
const routine = failing('routine', { id: 'alert-1' })
const grave = failing('immediate', { id: 'alert-2' })
const tried = failing('routine', { id: 'alert-3', isLasting: false })

const aCommand = async (rows: readonly Quarantined[] = [routine, grave, tried]) => {
  const command = await hubCommand()
  const { hub } = command
  for (const row of rows) await hub.store.transact([put(hub.tables.casework, quarantinedRow(row))])
  return command
}

describe('hub quarantine list', () => {
  it('names what stands aside, the gravest first, and on wish what is about to', async () => {
    const { json, run } = await aCommand()
    expect(await json('quarantine list')).toEqual({ quarantined: [grave, routine] })
    expect(await json('quarantine list --tried')).toMatchObject({
      quarantined: [grave, { code: 'row-unreadable' }, {}],
    })
    const { out } = await run('quarantine list')
    expect(out.split('\n')[1]).toMatch(
      new RegExp(`^${grave.quarantineId} +answer +immediate +- +row-unreadable +1 `),
    )
  })

  it('says so where nothing does', async () => {
    const { run } = await aCommand([])
    expect((await run('quarantine list')).out).toBe('nothing stands aside\n')
  })
})

describe('hub quarantine show', () => {
  it('tells by which ids it is found', async () => {
    const { run } = await aCommand()
    const { out } = await run(`quarantine show ${grave.quarantineId}`)
    expect(out).toMatch(/^alertId +alert-2$/m)
    expect(out).toMatch(/^owner +operator$/m)
    expect((await run('quarantine show nothing')).code).toBe(2)
  })
})

describe('hub quarantine release', () => {
  it('has one tried at once, and enters who let it go', async () => {
    const { hub, run, json, entries } = await aCommand()
    const { out } = await run(`quarantine release ${grave.quarantineId} --by op-7`)
    expect(out).toContain('1 released')
    expect(await json('quarantine list')).toEqual({ quarantined: [routine] })
    const rows = await hub.rows('casework')
    const row = rows.find(({ sk }) => String(sk).endsWith(grave.quarantineId))
    expect(row).toMatchObject({ quarantined: { failures: 0, nextAt: hub.now().toISOString() } })
    expect((await entries()).at(-1)).toMatchObject({
      action: 'QUARANTINE_RELEASED',
      actor: 'operator',
      practitioner: 'op-7',
      subjects: [grave.quarantineId],
      codes: { kind: 'answer', code: 'row-unreadable', failures: '1' },
    })
  })

  it('takes all of a kind, or everything, and not both', async () => {
    const { json, run } = await aCommand()
    expect(await json('quarantine release --kind review --by op-7')).toEqual({ released: [] })
    expect((await run('quarantine release --by op-7')).code).toBe(2)
    expect((await run(`quarantine release ${grave.quarantineId} --all --by op-7`)).code).toBe(2)
    expect((await run('quarantine release --all --by Jo')).code).toBe(0)
    expect(await json('quarantine list')).toEqual({ quarantined: [] })
  })

  it('refuses an id that nothing stands aside under, and a name for a work id', async () => {
    const { run } = await aCommand()
    expect((await run('quarantine release nothing --by op-7')).said).toContain(
      'nothing stands aside under',
    )
    expect((await run('quarantine release --all --by', 'Jo Example')).code).toBe(2)
  })
})
