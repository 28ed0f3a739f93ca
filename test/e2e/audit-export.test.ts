import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { KMSClient } from '@aws-sdk/client-kms'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportTo } from '../../cli/export/export-to.ts'
import { apiOf } from '../../cli/receive/api-of.ts'
import { verifierKey } from '../../shared/audit/checkpoint.ts'
import { exportKeyName } from '../../shared/audit/export/manifest.ts'
import { kmsKeys } from '../../shared/aws/kms/kms-keys.ts'
import { readLogKey } from '../../shared/aws/kms/log-key.ts'
import { place } from './place.ts'

const folder = mkdtempSync(join(tmpdir(), 'audit-export-'))
afterAll(() => rmSync(folder, { recursive: true }))

const auditor = apiOf({
  hub: place.apiUrl,
  client: 'hub-auditor',
  pem: readFileSync(join(place.clientKeys, 'hub-auditor.pem'), 'utf8'),
  practitioner: 'AUDIT-1',
})

let made: string
const keys: string[] = []

/** Once something that was asked for is sealed and signed. */
const exported = async (): Promise<string> => {
  for (let tries = 0; tries < 30; tries += 1) {
    const to = join(folder, String(tries))
    const question = { action: 'TOKEN_ISSUED', limit: '20' }
    const wanted = { folder: to, question, progress: () => undefined }
    const { entries } = await exportTo(auditor, wanted)
    if (entries > 0) return to
    await setTimeout(2_000)
  }
  throw new Error('nothing was sealed within a minute')
}

beforeAll(async () => {
  const kms = kmsKeys(new KMSClient({}))
  const of = async (name: string, key: string) => verifierKey(name, await readLogKey(kms, key))
  keys.push(await of(place.logOrigin, place.checkpointKey))
  keys.push(await of(exportKeyName(place.logOrigin), 'alias/hub/export'))
  made = await exported()
}, 180_000)

/** By plain Node, in a folder that holds the export and the verifier that came beside it. */
const verify = (): { readonly status: number | null; readonly told: string } => {
  const words = ['hub-verify.mjs', 'export', ...keys.flatMap((key) => ['--key', key])]
  const { status, stdout } = spawnSync(process.execPath, words, {
    cwd: made,
    encoding: 'utf8',
    env: {},
  })
  return { status, told: stdout }
}

describe('an export of the stage', () => {
  it('verifies in a folder that holds nothing else', () => {
    expect(readdirSync(made).toSorted()).toEqual(['export', 'hub-verify.mjs'])
    const { status, told } = verify()
    expect([status, told.split('.')[0]]).toEqual([0, 'IT HOLDS'])
  })

  it('fails and says where when a byte of any of its files is another', () => {
    for (const name of readdirSync(join(made, 'export'))) {
      const path = join(made, 'export', name)
      const bytes = readFileSync(path)
      for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ 4
        writeFileSync(path, changed)
        const { status, told } = verify()
        expect([name, at, status]).toEqual([name, at, 1])
        expect(told).toContain(name)
      }
      writeFileSync(path, bytes)
    }
    expect(verify().status).toBe(0)
  })
})
