import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Keys, readKeys } from '../../cli/verify/read-keys.ts'
import type { Files } from '../../cli/verify/verify-copy.ts'
import { verifierKey } from '../../shared/audit/checkpoint.ts'
import { exportKeyName } from '../../shared/audit/export/manifest.ts'
import type { TestHub } from '../fakes/test-hub.ts'
import type { hubCommand } from './hub-command.ts'

/** What whoever verifies has of a hub beforehand. */
export const keysOfHub = async (hub: TestHub): Promise<Keys> => {
  const logKeys = await hub.logKeys()
  const lines = [
    ...logKeys.map((key) => verifierKey(hub.logOrigin, key)),
    verifierKey(exportKeyName(hub.logOrigin), await hub.exportKey()),
  ]
  const keys = readKeys(lines.join('\n'))
  if (keys === undefined) throw new Error('no keys')
  return keys
}

const signIn = '--hub http://hub.test/v1 --client hub-auditor --key auditor.pem --practitioner W-1'

type Command = Awaited<ReturnType<typeof hubCommand>>

/** What `hub export` writes of a hub, as files by name. */
export const exportOf = async (
  { write, run }: Pick<Command, 'write' | 'run'>,
  ...asked: readonly string[]
): Promise<Files> => {
  const place = mkdtempSync(join(tmpdir(), 'export-'))
  try {
    write('auditor.pem', 'of nobody')
    const told = await run(`export ${join(place, 'e')} ${signIn}`, ...asked.flatMap(parts))
    if (told.code !== 0) throw new Error(told.said)
    const folder = join(place, 'e', 'export')
    return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))
  } finally {
    rmSync(place, { recursive: true })
  }
}

const parts = (one: string): readonly string[] => ['--ask', one]
