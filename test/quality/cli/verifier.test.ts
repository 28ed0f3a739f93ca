import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { bundleVerifier } from '../../../cli/verify/bundle-verifier.ts'
import type { Files } from '../../../cli/verify/verify-copy.ts'
import { verifierKey } from '../../../shared/audit/checkpoint.ts'
import { sealLog } from '../../../shared/casework/seal-log.ts'
import { folderOf } from '../../builders/log-folder.ts'
import { inMemoryAuditLog, logKey } from '../../unit/casework/in-memory-audit-log.ts'

const place = mkdtempSync(join(tmpdir(), 'verifier-'))
afterAll(() => rmSync(place, { recursive: true }))

let text: string
let files: Files
let note: string
const key = verifierKey('hub.example/log', logKey)

const write = (folder: string, content: Files): void => {
  for (const [name, bytes] of content) {
    const path = join(place, folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
}

beforeAll(async () => {
  text = await bundleVerifier()
  const log = inMemoryAuditLog(20, 7)
  await sealLog(log.deps)
  files = folderOf(log.all())
  note = log.copy().sealed.checkpoints[0]?.note ?? ''
  write('honest', files)
  const bundle = files.get('bundles/000000000000')?.toString() ?? ''
  write('altered', new Map(files).set('bundles/000000000000', Buffer.from(bundle.slice(1))))
  writeFileSync(join(place, 'hub-verify.mjs'), text)
  writeFileSync(join(place, 'kept'), note)
  writeFileSync(join(place, 'key'), `# of the operator\n${key}\n`)
  writeFileSync(join(place, 'honest', 'key'), key)
})

/** By plain Node, with nothing else in its environment, where nothing but these files stand. */
const run = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--permission', `--allow-fs-read=${place}`, 'hub-verify.mjs', ...words],
    { cwd: place, encoding: 'utf8', env: {} },
  )
  return { status, stdout, stderr }
}

const toldSchema = z.object({
  verdict: z.string(),
  exitCode: z.number(),
  faults: z.array(z.object({ what: z.string(), index: z.number().optional() })),
})

describe('the verifier as one file', () => {
  it('is small enough to be read, in lines, and holds no library', () => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(300_000)
    const longest = Math.max(...text.split('\n').map(({ length }) => length))
    expect(longest).toBeLessThan(400)
    expect(text).not.toContain('node_modules')
  })

  it('imports what Node has and nothing else', () => {
    const imported = [
      ...text.matchAll(/(?<!["'])(?:\bfrom|\bimport|\brequire)\s*\(?\s*["']([^"']+)["']/g),
    ].map(([, name = '']) => name)
    expect(imported).toContain('node:crypto')
    for (const name of imported) expect(name).toMatch(/^node:/)
    for (const name of imported) expect(builtinModules).toContain(name.slice('node:'.length))
    expect(imported.some((name) => /^node:(?:net|http|https|http2|tls|dgram|dns)/.test(name))).toBe(
      false,
    )
  })

  it('says 0 of a log as it was signed, with nothing beside it that it could read or call', () => {
    const told = run('honest', 'kept', '--key', key)
    expect(told).toMatchObject({ status: 0, stderr: '' })
    expect(told.stdout).toContain('IT HOLDS')
    expect(run('honest', '--key', 'key', '--json').stdout).toContain('"verdict":"holds"')
  })

  it('says 1 of one that was altered, and what', () => {
    const told = run('altered', '--key', 'key', '--json')
    expect(told.status).toBe(1)
    const { faults, ...verdict } = toldSchema.parse(JSON.parse(told.stdout))
    expect(verdict).toEqual({ verdict: 'does-not-hold', exitCode: 1 })
    expect(faults.filter(({ what }) => what === 'LEAF_UNREADABLE')).toMatchObject([{ index: 0 }])
  })

  it.each([
    ['nothing is named', []],
    ['the key is missing', ['honest']],
    ['the key is none', ['honest', '--key', 'kept']],
    ['the key lies in what is verified', ['honest', '--key', 'honest/key']],
    ['the folder is not there', ['nowhere', '--key', 'key']],
    ['an option is not known', ['honest', '--key', 'key', '--trust']],
    ['two checkpoints alone are of two sizes', ['kept', 'older', '--key', 'key']],
  ])('says 2 and a sentence where %s', (_, words) => {
    const older = [...files].find(([name]) => name === 'checkpoints/999999999985')
    writeFileSync(join(place, 'older'), older?.[1] ?? '')
    const told = run(...words)
    expect(told.status).toBe(2)
    expect(`${told.stderr}${told.stdout}`).toMatch(/[.]\n/)
  })
})
