import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { aChild } from '../../../builders/a-child.ts'
import { callsOf } from '../../../builders/hub-calls.ts'
import { hubCommand } from '../../../builders/hub-command.ts'

const place = mkdtempSync(join(tmpdir(), 'hub-verify-'))
afterAll(() => rmSync(place, { recursive: true }))

describe('hub verify', () => {
  it('takes the keys that checkpoint-key shows, and a checkpoint that somebody kept', async () => {
    const { hub, json, run } = await hubCommand()
    await callsOf(hub).putChild('C1', aChild())
    await hub.seal()
    const rows = await hub.rows('auditLog')
    const kept = rows.find(({ sk }) => String(sk).startsWith('CHECKPOINT#'))
    writeFileSync(join(place, 'kept'), String(kept?.['note']))
    const shown = JSON.stringify(await json('checkpoint-key show'))
    const [key = ''] = /hub[^"]*\+[0-9a-f]{8}\+[^"]+/.exec(shown) ?? []
    const told = await run('verify --json', '--key', key, join(place, 'kept'))
    expect(JSON.parse(told.out)).toMatchObject({ verdict: 'holds', exitCode: 0 })
  })
})
