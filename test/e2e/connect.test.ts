import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { clientPages, followedPages, javaPage, runPages } from '../builders/followed-pages.ts'
import { blocksOf, installedBy, laidOut } from '../builders/page-blocks.ts'
import { place } from './place.ts'
import { strangersPython, strangersRequirements } from './strangers-python.ts'

const execute = promisify(execFile)
const { port } = new URL(place.endpoint)

/** Pages name the port of `npm start`; the hub of this run has another. */
const asHere = (text: string): string =>
  text
    .replaceAll('http://127.0.0.1:4566/_aws/execute-api/beac0de5/v1', place.apiUrl)
    .replaceAll('4566', port)

let folder: string
let commands: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-connect-'))
  commands = await strangersPython()
}, 300_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A folder that looks like that of the hub, so that what a page writes stays out of it. */
const aFolder = async (): Promise<string> => {
  const made = await mkdtemp(join(folder, 'page-'))
  for (const name of await readdir('.')) await symlink(resolve(name), join(made, name))
  return made
}

type Followed = { readonly page: string; readonly in?: string; readonly section?: string }

/** Runs pages as they stand, their commands in one shell; gives what they print. */
const follow = async (...pages: readonly Followed[]): Promise<string> => {
  const cwd = await aFolder()
  const programs: string[] = []
  for (const { page, in: inside = '.', section } of pages)
    programs.push(await laidOut(await blocksOf(page, section), join(cwd, inside), asHere))
  const bin = resolve('node_modules', '.bin')
  const env = { ...process.env, PATH: `${commands}:${bin}:${process.env['PATH']}`, HUB_PORT: port }
  const program = programs.join('\n')
  const { stdout } = await execute('bash', ['--norc', '-euo', 'pipefail', '-c', program], {
    cwd,
    env,
  })
  return stdout
}

describe('a page that says how to connect', () => {
  it.each(followedPages)('%s does what it says, block by block', async (page, printed) => {
    expect(await follow({ page })).toMatch(printed)
  })

  it('node.md does, and what the client says of itself in the folder that it makes', async () => {
    const said = await follow(...clientPages)
    expect(said).toMatch(
      /^202 [0-9a-f-]{36}\n\S+ R\d+\nanswered\n(?:H\d\n){1,2}[0-9a-f-]{36} received\n401$/m,
    )
  })

  const hasJava = ['javac', 'mvn'].every((program) => spawnSync(program, ['-version']).status === 0)
  it.skipIf(!hasJava)('java.md does what it says, where there are a JDK and Maven', async () => {
    expect(await follow(javaPage)).toMatch(/[0-9a-f-]{36} \S+ \d+$/m)
  })

  it('operators.md, Let somebody in: the operator lets a system in by these commands', async () => {
    expect(await follow({ page: 'docs/operators.md', section: 'Let somebody in' })).toContain(
      'first-light-cases',
    )
  })

  it('has installed only what the tests have, in the versions that are pinned', async () => {
    const pinned = await readFile(`${strangersRequirements}.in`, 'utf8')
    const names = [...pinned.matchAll(/^([\w-]+)(?:\[\w+\])?==/gm)].map(([, name]) => name)
    const known = [
      ...names,
      ...Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies }),
    ]
    for (const page of runPages)
      expect(known).toEqual(expect.arrayContaining([...installedBy(await blocksOf(page))]))
  })
})
