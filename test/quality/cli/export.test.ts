import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { exitCodeOf } from '../../../cli/verify/outcome.ts'
import { verifyAll } from '../../../cli/verify/verify-all.ts'
import type { Files } from '../../../cli/verify/verify-copy.ts'
import { aChild } from '../../builders/a-child.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { exportOf, keysOfHub } from '../../builders/an-export.ts'
import { auditor } from '../../builders/clients.ts'
import { callsOf, deskOf } from '../../builders/hub-calls.ts'
import { hubCommand } from '../../builders/hub-command.ts'

let command: Awaited<ReturnType<typeof hubCommand>>
let files: Files

const recorded = async (children: number): Promise<void> => {
  for (let number = 0; number < children; number += 1) {
    await callsOf(command.hub).putChild(`C${number}`, aChild())
    if (number % 7 === 6) await command.hub.seal()
  }
  await command.hub.seal()
}

beforeAll(async () => {
  command = await hubCommand()
  await recorded(40)
  command.hub.advance(60_000)
  files = await exportOf(command, 'action=CHILD_RECORDED', 'limit=9')
})

const verified = async (given: Files) =>
  verifyAll([{ kind: 'folder', name: 'export', files: given }], await keysOfHub(command.hub))
const text = (name: string): string => files.get(name)?.toString() ?? ''
const lines = (name: string): string[] => text(name).trimEnd().split('\n')
const leafSchema = z.object({
  entry: z.object({ entryId: z.string(), subjects: z.array(z.string()) }),
})

describe('an export in several parts', () => {
  it('holds each entry once, in every format, and verifies by the keys alone', async () => {
    const leaves = lines('entries.ndjson').map((line) => leafSchema.parse(JSON.parse(line)))
    const children = new Set(leaves.map(({ entry }) => entry.subjects[0]))
    expect(children.size).toBe(40)
    expect(lines('proofs.txt')).toHaveLength(40)
    expect(parse(text('entries.csv'))).toHaveLength(41)
    const outcome = await verified(files)
    expect(outcome.faults).toEqual([])
    expect(exitCodeOf(outcome)).toBe(0)
    expect(outcome.checked.join()).toContain('action=CHILD_RECORDED')
  })

  it('says in its manifest what was asked, by whom, of which log, and what each file hashes to', () => {
    const manifest = text('manifest')
    expect(manifest).toContain('asked-by auditor w-auditor\n')
    expect(manifest).toContain('entries 40\n')
    for (const name of ['entries.ndjson', 'entries.csv', 'audit-events.ndjson', 'proofs.txt'])
      expect(manifest).toContain(
        `sha256 ${createHash('sha256').update(text(name)).digest('hex')} ${text(name).length} ${name}\n`,
      )
  })

  it('stands in the log itself, with what was asked', async () => {
    const said = (await command.entries()).filter(({ action }) => action === 'AUDIT_EXPORTED')
    expect(said).toMatchObject([
      { actor: 'auditor', codes: { action: 'CHILD_RECORDED' }, subjects: ['auditor'] },
    ])
  })

  it('leaves out of its entry what may be a name', async () => {
    await exportOf(command, 'subject=Quillfeather', 'actor=PERCY_1', 'action=ALERT_READ')
    const said = (await command.entries()).findLast(({ action }) => action === 'AUDIT_EXPORTED')
    expect(said?.codes).toMatchObject({ action: 'ALERT_READ' })
    expect(Object.keys(said?.codes ?? {}).toSorted()).toEqual(['action', 'actor', 'subject'])
    expect(JSON.stringify(said)).not.toMatch(/Quillfeather|PERCY/)
  })

  it('has one FHIR event for each person concerned, without a query', () => {
    const events = lines('audit-events.ndjson')
    expect(events.length).toBeGreaterThanOrEqual(40)
    for (const event of events) {
      expect(JSON.parse(event)).toMatchObject({ resourceType: 'AuditEvent', outcome: '0' })
      expect(event).not.toContain('"query"')
    }
  })

  it('says which line was changed, in whichever file', async () => {
    for (const name of ['entries.ndjson', 'entries.csv', 'audit-events.ndjson', 'proofs.txt']) {
      const bytes = Buffer.from(files.get(name) ?? '')
      const at = bytes.indexOf('\n', bytes.length / 2) + 20
      bytes[at] = (bytes[at] ?? 0) ^ 1
      const line = bytes.subarray(0, at).toString().split('\n').length
      const { faults } = await verified(new Map(files).set(name, bytes))
      expect(faults.map(({ place }) => place)).toContain(
        `${name === 'proofs.txt' ? 'entries.ndjson' : name} line ${line}`,
      )
    }
  })

  it('fails when a file is missing, or one lies there that is no part of it', async () => {
    for (const name of files.keys()) {
      const less = new Map([...files].filter(([one]) => one !== name))
      expect(exitCodeOf(await verified(less))).toBe(1)
    }
    const more = new Map(files).set('more', Buffer.from(''))
    expect((await verified(more)).faults.map(({ what }) => what)).toEqual(['FILE_UNKNOWN'])
  })

  it('cannot be verified without the key of exports', async () => {
    const { hub } = command
    const keys = { ...(await keysOfHub(hub)), exportKeys: [] }
    expect(exitCodeOf(verifyAll([{ kind: 'folder', name: 'export', files }], keys))).toBe(2)
  })
})

const partSchema = z.object({ next: z.string() })

const asked = async (body: unknown) =>
  command.hub.call(
    'audit',
    anApiEvent('exportAuditEntries', {
      token: await command.hub.tokenFor(auditor),
      headers: deskOf(auditor),
      body,
    }),
  )

describe('an export', () => {
  it('of nothing that was found verifies too', async () => {
    const none = await exportOf(command, 'actor=nobody')
    expect(exitCodeOf(await verified(none))).toBe(0)
  })

  it('is refused where the question is none, and writes no manifest', async () => {
    await expect(exportOf(command, 'colour=red')).rejects.toThrow('400')
  })

  it.each([
    ['a cursor within the question', { question: { cursor: 'a.b' } }],
    ['a cursor that nobody made', { question: {}, cursor: `e30.${'a'.repeat(43)}` }],
    ['no question', {}],
    ['a list for a question', { question: [] }],
    ['a part of the question that is a list', { question: { actor: ['a'] } }],
    ['something beside the question', { question: {}, format: 'canary' }],
    ['a cursor without end', { question: {}, cursor: 'a'.repeat(9000) }],
  ])('is refused with %s, which is not repeated', async (_, body) => {
    const reply = await asked(body)
    expect(reply.status).toBe(400)
    expect(JSON.stringify(reply.body)).not.toContain('canary')
  })

  it('goes on only with the question that it began with', async () => {
    const question = { action: 'CHILD_RECORDED', limit: '9' }
    const { next } = partSchema.parse((await asked({ question })).body)
    expect((await asked({ question, cursor: next })).status).toBe(200)
    const other = { ...question, action: 'CHILD_READ' }
    expect((await asked({ question: other, cursor: next })).status).toBe(400)
  })
})
