import { existsSync, globSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { localCodes } from '../../infra/stages/local.ts'
import { demoClients } from '../../local/seed/clients.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { type TableDefinition, tables } from '../../shared/aws/dynamodb/tables.ts'
import { functionNames } from '../../shared/config/functions.ts'
import { messageTypes } from '../../shared/outbox/outbox-message.ts'

const read = (path: string): Promise<string> => readFile(path, 'utf8')

const below = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.md')).map((name) => join(folder, name))

const pages = async (): Promise<string[]> => [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'shared/README.md'],
  ...(await below('docs')),
  ...(await below('docs/connect')),
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

  it('walk one concern through files that are there, in twelve stops at most, and open no room twice', async () => {
    const [walk = ''] = matchesOf(
      await read('docs/architecture.md'),
      /^## One concern, file by file\n([\s\S]*?)^## /gm,
    )
    const stops = matchesOf(walk, /^\| \d+ (\|.*)$/gm).map((row) =>
      matchesOf(row, /`((?:shared|functions)\/[^`]+)`/g),
    )
    const rooms = stops.flatMap((paths) => [
      ...new Set(paths.flatMap((path) => matchesOf(path, /^shared\/(\w+)\//g))),
    ])
    expect(stops.length).toBeGreaterThan(5)
    expect(stops.length).toBeLessThanOrEqual(12)
    expect(stops.filter((paths) => paths.length === 0)).toEqual([])
    expect(stops.flat().filter((path) => !existsSync(path))).toEqual([])
    expect(rooms).toEqual([...new Set(rooms)])
  })

  it('say of every function what it may, what it could do at most and what would show it', async () => {
    const rows = matchesOf(await read('docs/least-privilege.md'), /^\| (`[a-z-]+` \|.*) \|$/gm)
    const cells = rows.map((row) => row.split(' | '))
    const names = cells.map(([name = '']) => name.replaceAll('`', ''))
    expect(names.toSorted()).toEqual([...functionNames].toSorted())
    expect(cells.filter((each) => each.filter((cell) => cell.length > 5).length !== 4)).toEqual([])
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
    const defined: readonly [string, TableDefinition][] = Object.entries(tables)
    const told = defined.map(([table, { indexes, stream }]) => {
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

  it('give every problem a paragraph, and no other', async () => {
    const codes = matchesOf(await read('shared/kernel/hub-error.ts'), /^ {2}\| '([a-z-]+)'/gm)
    const [problems = ''] = (await read('docs/problems.md')).split('## The token endpoint')
    expect(codes.length).toBeGreaterThan(10)
    const ofTheGateway = ['too-many-requests', 'no-answer-in-time']
    expect(matchesOf(problems, /^\| `([a-z-]+)` \|/gm).toSorted()).toEqual(
      [...codes, ...ofTheGateway].toSorted(),
    )
  })

  it('name every client and role of the demo, every inbox and every type of event to whoever calls', async () => {
    const page = await read('docs/api.md')
    const rows = matchesOf(page, /^(\| `[^\n]*)/gm)
    const said = rows.map((row) => row.split('|').map((cell) => cell.trim()))
    const missing = demoClients.filter(
      ({ clientId, role }) =>
        !said.some(
          ([, clients = '', as]) =>
            clients.includes(`\`${clientId}\``) && as === role.replaceAll('-', ' '),
        ),
    )
    expect(missing.map(({ clientId }) => clientId)).toEqual([])
    const inboxes = localCodes.map((code) => `\`hub-inbox-${code}\``)
    const types = messageTypes.map((type) => `${type}.v1\``)
    expect([...inboxes, ...types].filter((name) => !page.includes(name))).toEqual([])
  })

  it('name for each claim of SECURITY a test that shows it', async () => {
    const [, table = ''] = (await read('SECURITY.md')).split('| What | How | Where | Shown by |')
    const claims = (table.split('\n\n')[0] ?? '').split('\n').slice(2)
    expect(claims.length).toBeGreaterThan(20)
    const shown = claims.map((claim) =>
      matchesOf(claim.split('|').at(-2) ?? '', /`(test\/[^`]+\.test\.ts)`/g),
    )
    expect(claims.filter((_, at) => shown[at]?.length === 0)).toEqual([])
    expect(shown.flat().filter((file) => globSync(file).length === 0)).toEqual([])
  })

  it('name in the runbooks only codes that the hub has', async () => {
    const sources = await Promise.all(
      ['shared', 'functions', 'infra'].flatMap((folder) =>
        globSync(`${folder}/**/*.ts`).map((path) => read(path)),
      ),
    )
    const code = sources.join('\n')
    const unknown: string[] = []
    for (const page of await below('docs/runbooks'))
      for (const named of matchesOf(await read(page), /`([A-Z]+(?:_[A-Z]+)+)`/g))
        if (!code.includes(named)) unknown.push(`${page}: ${named}`)
    expect(unknown).toEqual([])
  })

  it('name every kind that waits in the decision about the waiting index', async () => {
    const page = await read('docs/decisions/0008-waiting-index.md')
    const rows = await Promise.all(
      globSync('shared/aws/dynamodb/**/*.ts').map((name) => read(name)),
    )
    const kinds = matchesOf(rows.join('\n'), /const waitingFor\w+ = '(\w+)'/g)
    expect(kinds.length).toBeGreaterThan(5)
    expect(kinds.filter((kind) => !page.includes(`\`${kind}\``))).toEqual([])
  })
})
