import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { forEachTable } from '../../../shared/aws/dynamodb/tables.ts'

const nowhere = mkdtempSync(join(tmpdir(), 'no-hub-'))
const left = mkdtempSync(join(tmpdir(), 'hub-stopped-'))
afterAll(() => {
  for (const folder of [nowhere, left]) rmSync(folder, { recursive: true })
})
// Port 9 is for discarding; nothing listens there.
const dead = 'http://127.0.0.1:9'
mkdirSync(join(left, '.local'))
writeFileSync(
  join(left, '.local', 'hub.json'),
  JSON.stringify({
    ...{ endpoint: dead, apiUrl: dead, address: dead, inboxes: {}, clientKeys: left },
    ...{ tables: forEachTable((name) => name), indexKey: 'k', checkpointKey: 'k', sealedLog: 'b' },
  }),
)

const program = fileURLToPath(new URL('../../../cli/hub.ts', import.meta.url))
const run = (folder: string, ...words: readonly string[]) => {
  const environment = { PATH: process.env['PATH'], AWS_REGION: 'eu-west-2', HUB_ENDPOINT: dead }
  const keys = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' }
  return spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...environment, ...keys, AWS_MAX_ATTEMPTS: '1' },
  })
}
const between = ['--agency', 'turning-tide', '--authority', westmarch, '--by', 'OP-1']
const revoke = ['agreement', 'revoke', ...between]

describe('a command for the hub on this machine', () => {
  it.each([
    ['token', 'hub-auditor'],
    revoke,
    ['client', 'list', '--json'],
    ['replay'],
    ['answers'],
  ])('%s says in one sentence that no hub runs', (...words) => {
    for (const folder of [nowhere, left]) {
      const { status, stdout, stderr } = run(folder, ...words)
      expect({ status, stdout, stderr }).toEqual({
        status: 2,
        stdout: '',
        stderr: 'no hub runs on this machine: start one with npm start or npm run serve\n',
      })
    }
  })

  it('hub refuses an agreement that ends before its beginning, whether or not a hub runs', () => {
    const days = ['--from', '2027-01-01', '--until', '2026-12-31']
    const { status, stderr } = run(nowhere, 'agreement', 'record', ...between, ...days)
    expect({ status, stderr }).toEqual({ status: 2, stderr: '--until is before --from\n' })
  })

  it.each([
    ['a subject that does not exist', ['clients', 'list'], 'Did you mean client?'],
    ['an option that does not exist', ['client', 'list', '--all'], 'There is no option --all.'],
    ['nobody who does it', ['client', 'suspend', 'a'], '--by'],
    ['one table of two', ['client', 'list', '--directory', 'c'], '--audit-entries'],
    ['nothing at all', [], 'Usage: hub'],
  ])('hub refuses %s with what to do, and no trace', (_, options, says) => {
    const { status, stdout, stderr } = run(nowhere, ...options)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(says)
    expect(stderr).not.toMatch(/^ {4}at /m)
  })

  it('hub tells what it can do', () => {
    const { status, stdout, stderr } = run(nowhere, '--help')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    for (const subject of ['client', 'agency', 'authority', 'agreement'])
      expect(stdout).toMatch(new RegExp(`^  ${subject} `, 'm'))
  })

  it.each([
    [...revoke, '--directory', 'c', '--audit-entries', 'a'],
    ['replay', '--table', 'c'],
    ['answers', '--table', 'c'],
  ])('%s says in one line that a table named cannot be reached', (...words) => {
    const { status, stderr } = run(nowhere, ...words)
    expect(status).toBe(2)
    expect(stderr).toMatch(/^the table c cannot be reached: [^\n]+\n$/)
  })
})
