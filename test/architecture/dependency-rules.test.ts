import { cp, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dependencyRules } from './dependency-rules.ts'

const roots = ['functions', 'shared', 'infra', 'local', 'cli', 'bench', 'client', 'test']
const forbidden = dependencyRules.map(({ brokenBy: _, ...rule }) => ({
  ...rule,
  severity: 'error' as const,
}))

const cruiseIn = async (baseDir: string): Promise<ICruiseResult> => {
  const present = new Set(await readdir(baseDir))
  const options: ICruiseOptions = {
    baseDir,
    ruleSet: { forbidden },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'cdk\\.out|^client/dist/' },
  }
  const { output } = await cruise(
    roots.filter((root) => present.has(root)),
    options,
    undefined,
    {
      tsConfig: extractTSConfig(resolve('tsconfig.json')),
    },
  )
  if (typeof output === 'string') throw new Error('expected a result, not a report')
  return output
}

const violationsOf = ({ summary }: ICruiseResult): string[] =>
  summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)

describe('the dependency rule', () => {
  let result: ICruiseResult
  beforeAll(async () => {
    result = await cruiseIn(process.cwd())
  }, 60_000)

  it('has seen the product’s files', () => {
    expect(result.modules.filter(({ source }) => source.endsWith('.ts')).length).toBeGreaterThan(
      150,
    )
  })

  it.each(dependencyRules)('$name guards files that exist', ({ from }) => {
    const path = new RegExp(String(from.path).replace('([^/]+)', '[^/]+'))
    expect(result.modules.some(({ source }) => path.test(source))).toBe(true)
  })

  it('is kept', () => {
    expect(violationsOf(result)).toEqual([])
  })
})

describe('the dependency rule, broken on purpose', () => {
  let copy: string
  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'hub-rules-'))
    for (const root of roots) await cp(root, join(copy, root), { recursive: true })
    await symlink(resolve('node_modules'), join(copy, 'node_modules'))
    await cp('tsconfig.json', join(copy, 'tsconfig.json'))
    await cp('package.json', join(copy, 'package.json'))
    const broken = Map.groupBy(dependencyRules, ({ brokenBy }) => brokenBy.file)
    for (const [file, rules] of broken) {
      const lines = rules.map(
        ({ brokenBy }, at) => `import * as broken${at} from '${brokenBy.imports}'`,
      )
      await writeFile(
        join(copy, file),
        `${lines.join('\n')}\nexport const broken = [${rules.map((_, at) => `broken${at}`).join(', ')}]\n`,
      )
    }
  }, 60_000)
  afterAll(() => rm(copy, { recursive: true, force: true }))

  it('names each rule that an import breaks', async () => {
    const violated = new Set((await cruiseIn(copy)).summary.violations.map(({ rule }) => rule.name))
    expect(dependencyRules.map(({ name }) => name).filter((name) => !violated.has(name))).toEqual(
      [],
    )
  })
})
