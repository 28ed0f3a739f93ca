import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureVenv } from '../../local/venv.ts'
import { place } from './place.ts'

const execute = promisify(execFile)

describe('a client that none of our code helps', () => {
  let folder: string
  let commands: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-stranger-'))
    commands = await ensureVenv(join(folder, 'venv'), 'test/e2e/requirements-stranger.txt')
  }, 180_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('gets a token, submits a concern, receives the alert, answers it and hears back', async () => {
    const { stdout } = await execute(join(commands, 'python'), [
      'test/e2e/stranger.py',
      JSON.stringify(place),
    ])
    expect(stdout).toContain('a stranger’s client was served'.replace('’', "'"))
  })
})
