import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildSync, transformSync } from 'esbuild'
import nunjucks from 'nunjucks'
import { compile } from 'sass'
import { apiPages } from './build-api-pages.ts'
import type { StageFile } from './stages/stage-file.ts'

const folder = 'functions/serve-console'
/** Where templates are looked for, in this order: the console's own, then those of the library of components. */
const places = [`${folder}/pages`, 'node_modules/govuk-frontend/dist']

const textOf = (name: string): string => {
  for (const place of places)
    try {
      return readFileSync(join(place, name), 'utf8')
    } catch {
      // Perhaps in the next.
    }
  throw new Error(`there is no template ${name}`)
}

const asked = /\{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']/g

/** What a template asks for, by the names under which that stands. */
const askedBy = (name: string, text: string): readonly string[] =>
  [...text.matchAll(asked)].map(([, wanted = '']) =>
    wanted.startsWith('.') ? posix.join(posix.dirname(name), wanted) : wanted,
  )

/** The pages and whatever they ask for, and nothing else: each costs time when a function begins. */
const templatesFrom = (pages: readonly string[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  const left = [...pages]
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (found.has(name)) continue
    const text = textOf(name)
    found.set(name, text)
    left.push(...askedBy(name, text))
  }
  return found
}

const compiled = (templates: ReadonlyMap<string, string>): string => {
  const environment = new nunjucks.Environment(null, { autoescape: true })
  const parts = [...templates].map(([name, text]) =>
    nunjucks.precompileString(text, { name, env: environment }),
  )
  const module = `const window={};${parts.join('\n')};export const templates=window.nunjucksPrecompiled`
  return transformSync(module, { format: 'esm', minify: true, target: 'node24' }).code
}

const styles = (): string =>
  compile(`${folder}/assets/console.scss`, {
    style: 'compressed',
    // The second library asks for the first by its place below the root.
    loadPaths: [
      'node_modules/govuk-frontend/dist',
      'node_modules/@ministryofjustice/frontend',
      '.',
    ],
    quietDeps: true,
    silenceDeprecations: ['if-function'],
  }).css

const script = (): string =>
  buildSync({
    entryPoints: [`${folder}/assets/console.mjs`],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    write: false,
    legalComments: 'none',
  }).outputFiles[0]?.text ?? ''

/** An asset under a name that changes with what it holds. */
const assetOf = (name: string, type: string, text: string) => {
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12)
  const [stem = '', ending = ''] = name.split('.')
  const gzipped = gzipSync(text, { level: 9 }).toString('base64')
  return [name, { file: `${stem}.${digest}.${ending}`, type, text, gzipped }] as const
}

const assets = () =>
  Object.fromEntries([
    assetOf('console.css', 'text/css; charset=utf-8', styles()),
    assetOf('console.mjs', 'text/javascript; charset=utf-8', script()),
    assetOf('icon.svg', 'image/svg+xml', readFileSync(`${folder}/assets/icon.svg`, 'utf8')),
  ])

/** What the console shows of whom the deployment serves, and who may be what in it. */
const settingsOf = ({ directory, console: told }: StageFile) => ({
  agencies: directory.agencies
    .filter(({ rehearsal }) => rehearsal !== true)
    .map(({ key, name }) => ({ key, name })),
  authorities: directory.authorities
    .filter(({ rehearsal, until }) => rehearsal !== true && until === undefined)
    .map(({ code, key, name, contacts }) => ({ code, key, name, contacts })),
  claims: told?.claims,
  positions: told?.positions,
  state: told?.state,
  languages: told?.languages,
})

/** Writes beside the console's function what it shows: its templates as code, its assets, what the stage's file says, and the API as integrators read it. */
export const buildConsole = (into: string, file: StageFile): void => {
  mkdirSync(into, { recursive: true })
  writeFileSync(
    join(into, 'templates.mjs'),
    compiled(templatesFrom(globSync('**/*.njk', { cwd: `${folder}/pages` }))),
  )
  const built = { assets: assets(), settings: settingsOf(file) }
  writeFileSync(join(into, 'console.json'), JSON.stringify(built))
  writeFileSync(join(into, 'api.json'), apiPages())
}
