import { access, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readKeys } from '../../../../cli/verify/read-keys.ts'
import { callsOf } from '../../../builders/hub-calls.ts'
import { hubCommand } from '../../../builders/hub-command.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-export-'))
})
afterAll(() => rm(folder, { recursive: true }))

const signedIn = '--hub http://hub.example/v1 --client auditor --key pem --practitioner A-1'

const commanding = async () => {
  const command = await hubCommand()
  command.write('pem', 'a key')
  const exporting = (name: string, ...asked: readonly string[]) =>
    command.run(
      `export ${join(folder, name)} ${signedIn}`,
      ...asked.flatMap((one) => ['--ask', one]),
    )
  return { ...command, exporting }
}

describe('an export of the log', () => {
  it.each([
    [['from=yesterday'], '--ask from: a moment with its offset, such as 2026-11-23T10:00:00Z'],
    [['action=READ_ALERT'], '--ask action: '],
    [['since=0'], '--ask since: an export has an end: from and to'],
  ])('of %j names the field to mend, and leaves nothing behind', async (asked, words) => {
    const { exporting } = await commanding()
    const { code, said } = await exporting('refused', ...asked)
    expect([code, said]).toEqual([2, expect.stringContaining(words)])
    expect(said).toContain('the hub answers 400: The request does not fit its contract')
    await expect(access(join(folder, 'refused'))).rejects.toThrow('ENOENT')
  })

  it('is whole, and is not written over another', async () => {
    const { exporting, hub } = await commanding()
    await callsOf(hub).putChild('C1')
    await hub.seal()
    expect((await exporting('whole', 'action=CHILD_RECORDED')).code).toBe(0)
    expect(await readdir(join(folder, 'whole', 'export'))).toContain('manifest')
    const before = await hub.rows('auditEntries')
    expect((await exporting('whole')).said).toContain('is there already: name another folder')
    // The hub was not asked.
    expect(await hub.rows('auditEntries')).toEqual(before)
  })
})

it('takes the keys of a log as they are shown, in words, in JSON, and with what npm prints before', async () => {
  const { run } = await commanding()
  const { out } = await run('checkpoint-key show')
  const { out: json } = await run('checkpoint-key show --json')
  const words = readKeys(out)
  expect([words?.publicKeys.length, words?.exportKeys.length]).toEqual([2, 1])
  expect(readKeys(json)).toEqual(words)
  expect(readKeys(`\n> safeguarding-hub@0.1.0 hub\n> node cli/hub.ts\n\n${out}`)).toEqual(words)
  const broken = out.replace(/(\+[0-9a-f]{8}\+.)./, '$1!')
  expect([readKeys(broken), readKeys('no key at all'), readKeys('')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
