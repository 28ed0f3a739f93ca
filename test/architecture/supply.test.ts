import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import clientPackage from '../../client/package.json' with { type: 'json' }
import packageJson from '../../package.json' with { type: 'json' }

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        integrity: z.string().optional(),
        link: z.boolean().optional(),
        inBundle: z.boolean().optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))

/** What is in this repository: its root and its workspaces. */
const ours: ReadonlySet<string> = new Set(['', ...packageJson.workspaces])

describe('what is installed', () => {
  it('is of every platform what the lock file says', () => {
    const without = Object.entries(lock.packages).filter(
      ([name, { integrity, inBundle, link }]) =>
        !ours.has(name) && integrity === undefined && inBundle !== true && link !== true,
    )
    expect(without.map(([name]) => name)).toEqual([])
  })

  it('is with the client jose and zod alone, as the hub has them, and of the hub’s version', () => {
    const { jose, zod } = packageJson.dependencies
    expect(clientPackage.dependencies).toEqual({ jose: `^${jose}`, zod: `^${zod}` })
    expect(clientPackage.version).toBe(packageJson.version)
  })

  it('runs nothing while it is installed', () => {
    expect(readFileSync('local/ensure-packages.mjs', 'utf8')).toContain("'--ignore-scripts'")
    expect(readFileSync('local/venv.ts', 'utf8')).toContain("'--require-hashes'")
  })

  it.each(globSync('{local,test,bench}/**/requirements*.txt'))('is hashed in %s', (file) => {
    const pinned = readFileSync(file, 'utf8')
      .split(/\n(?=\S)/)
      .slice(1)
    expect(pinned.length).toBeGreaterThan(3)
    expect(pinned.filter((one) => !/^\S+==\S+[^\n]*\\\n\s+--hash=sha256:/.test(one))).toEqual([])
  })
})
