import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { HubPlace } from '../../../local/place.ts'

const folder = mkdtempSync(join(tmpdir(), 'no-hub-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Of a hub that has stopped: nothing listens on port 1. */
const place: HubPlace = {
  endpoint: 'http://127.0.0.1:1',
  apiUrl: 'http://127.0.0.1:1/v1',
  address: 'http://hub.localhost:1/v1',
  inboxes: {},
  tables: { register: 'r', casework: 'c', audit: 'a' },
  indexKey: 'k',
  checkpointKey: 'k',
  clientKeys: join(folder, 'clients'),
}
mkdirSync(join(folder, '.local'))
mkdirSync(place.clientKeys)
writeFileSync(join(folder, '.local', 'hub.json'), JSON.stringify(place))
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
writeFileSync(
  join(place.clientKeys, 'known.pem'),
  privateKey.export({ format: 'pem', type: 'pkcs8' }),
)

describe('a command that needs the hub', () => {
  it.each([
    ['token.ts', ['known'], 'No hub answers'],
    ['token.ts', ['nobody'], 'no demo client of that name'],
    ['replay.ts', [], 'no hub answers'],
    ['answers.ts', [], 'no hub answers'],
    ['agreement.ts', ['--agency', 'turning-tide', '--authority', 'E06000991'], 'no hub answers'],
  ])('says so in a sentence when it has stopped: %s %j', (program, args, sentence) => {
    const { status, stderr } = spawnSync(process.execPath, [resolve('cli', program), ...args], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(status).not.toBe(0)
    expect(stderr).toContain(sentence)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})
