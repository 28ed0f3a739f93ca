import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundleConsole, bundles } from '../../../infra/bundle.ts'
import { stage } from '../../../infra/stages/local.ts'
import { localPeople } from '../../../local/sign-in/people.ts'

const folder = join(bundles, 'serve-console')
const files = ['index.mjs', 'templates.mjs', 'console.json'] as const
let inputs: readonly string[]

beforeAll(() => {
  inputs = Object.keys(bundleConsole(stage).inputs)
})

describe('the bundle of the console', () => {
  it('holds nothing of what stands in for an identity provider on this machine', () => {
    expect(inputs).toContain('functions/serve-console/handler.ts')
    expect(inputs.filter((file) => /^(local|test|infra|cli)\//.test(file))).toEqual([])
    const whole = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
    expect(localPeople.filter(({ name }) => whole.includes(name))).toEqual([])
  })

  it('holds nothing by which a page could be compiled, and no library twice', () => {
    expect(inputs.filter((file) => file.includes('nunjucks'))).toEqual([
      'node_modules/nunjucks/browser/nunjucks-slim.js',
    ])
    expect(inputs.filter((file) => file.includes('moment'))).toEqual([])
  })

  it.each([
    ['index.mjs', 950_000],
    ['templates.mjs', 750_000],
    ['console.json', 250_000],
    ['api.json', 400_000],
  ] as const)('is of a size that begins fast: %s', (file, most) => {
    expect(statSync(join(folder, file)).size).toBeLessThan(most)
  })
})
