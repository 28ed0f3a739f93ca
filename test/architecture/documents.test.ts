import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { tables } from '../../shared/aws/dynamodb/tables.ts'
import { functionNames } from '../../shared/config/functions.ts'

const read = (path: string): Promise<string> => readFile(path, 'utf8')

const below = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.md')).map((name) => join(folder, name))

const pages = async (): Promise<string[]> => [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'shared/README.md'],
  ...(await below('docs')),
  ...(await below('docs/decisions')),
  ...(await below('docs/runbooks')),
]

const matchesOf = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, found]) => found ?? [])

describe('the documents', () => {
  it('name only files and folders that are there', async () => {
    const path = /`((?:shared|functions|infra|local|cli|bench|test|docs)\/[\w./-]+)`/g
    const missing: string[] = []
    for (const page of await pages())
      for (const named of matchesOf(await read(page), path))
        if (!existsSync(named)) missing.push(`${page}: ${named}`)
    expect(missing).toEqual([])
  })

  it('link only to what is there', async () => {
    const link = /\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g
    const broken: string[] = []
    for (const page of await pages())
      for (const to of matchesOf(await read(page), link))
        if (!existsSync(join(dirname(page), to))) broken.push(`${page}: ${to}`)
    expect(broken).toEqual([])
  })

  it('list every decision in the architecture', async () => {
    const listed = matchesOf(
      await read('docs/architecture.md'),
      /\]\(decisions\/([\w-]+\.md)\) \|/g,
    )
    expect(listed).toEqual((await readdir('docs/decisions')).toSorted())
  })

  it('draw every function, and no other', async () => {
    const [picture = ''] = matchesOf(
      await read('docs/architecture.md'),
      /subgraph hub\["[^"]*"\]([\s\S]*?)\n {2}end/g,
    )
    const drawn = matchesOf(picture, /\w\[([a-z]+-[a-z-]+)\]/g)
    expect(drawn.toSorted()).toEqual([...functionNames].toSorted())
  })

  it('tell each table with its indexes and whether it has a stream', async () => {
    const page = await read('docs/architecture.md')
    const told = Object.entries(tables).map(([table, { indexes, stream }]) => {
      const [row = ''] = matchesOf(page, new RegExp(String.raw`^\| ${table} \|(.*)$`, 'gm'))
      const [, of = '', has = ''] = row.split('|').map((cell) => cell.trim())
      return { indexes: matchesOf(of, /`(\w+)`/g), hasStream: has, expected: { indexes, stream } }
    })
    for (const { indexes, hasStream, expected } of told) {
      expect(indexes).toEqual(Object.keys(expected.indexes))
      expect(hasStream).toBe(expected.stream ? 'yes' : 'no')
    }
  })

  it('name every command of package.json in CONTRIBUTING, and no other', async () => {
    const page = await read('CONTRIBUTING.md')
    const commands = Object.keys(packageJson.scripts).filter((name) => !name.startsWith('pre'))
    const npmOwn = new Set(['start', 'test'])
    const missing = commands.filter(
      (name) => !page.includes(npmOwn.has(name) ? `npm ${name}` : `\`npm run ${name}`),
    )
    const named = matchesOf(page, /npm run (?:-s )?([a-z][\w:-]*)/g)
    expect(missing).toEqual([])
    expect(named.filter((name) => !commands.includes(name))).toEqual([])
  })

  it('name every suite in CONTRIBUTING', async () => {
    const [row = ''] = matchesOf(
      await read('CONTRIBUTING.md'),
      /^\| `npm test -- --project unit` \|(.*)$/gm,
    )
    const suites = matchesOf(await read('vitest.config.ts'), /suite\('(\w+)'/g)
    expect(matchesOf(row, /`(\w+)`/g)).toEqual(suites)
  })

  it('name every kind that waits in the decision about the waiting index', async () => {
    const page = await read('docs/decisions/0008-waiting-index.md')
    const rows = await Promise.all(
      (await readdir('shared/aws/dynamodb')).map((name) => read(`shared/aws/dynamodb/${name}`)),
    )
    const kinds = matchesOf(rows.join('\n'), /const waitingFor\w+ = '(\w+)'/g)
    expect(kinds.length).toBeGreaterThan(5)
    expect(kinds.filter((kind) => !page.includes(`\`${kind}\``))).toEqual([])
  })
})
