import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { App } from 'aws-cdk-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleFunctions, bundles } from '../../infra/bundle.ts'
import { readModelText } from '../../infra/deployed-model.ts'
import { defaultModel } from '../../shared/matching/default-model.ts'
import { frozen } from '../../shared/matching/frozen-model.ts'

const execute = promisify(execFile)
const model = frozen({ ...defaultModel, namesakePenalty: 6.25 }, 'area')
const text = JSON.stringify(model, undefined, 2)

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deployed-model-'))
})
afterAll(() => rm(folder, { recursive: true }))

const inContext = (path: string) => readModelText(new App({ context: { model: path } }).node)
const fileOf = async (name: string, content: string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

describe('the model that the context names', () => {
  it('is read and checked', async () => {
    expect(inContext(await fileOf('model.json', text))).toBe(text)
    expect(readModelText(new App().node)).toBeUndefined()
  })

  it.each([
    ['broken', '{"version": ', 'is no model'],
    ['edited by hand', text.replace('6.25', '0.25'), 'was changed after'],
  ])('fails synthesis in one sentence when %s', async (name, content, reason) => {
    const path = await fileOf(`${name}.json`, content)
    expect(() => inContext(path)).toThrow(new RegExp(`^context model: .* ${reason}[^\n]*$`))
  })

  it('fails synthesis when it is not there', () => {
    expect(() => inContext(join(folder, 'gone.json'))).toThrow('gone.json cannot be read')
  })
})

/** Starts a bundled function as Lambda does, and says how it ended. */
const start = (name: string) =>
  execute(process.execPath, [join(bundles, name, 'index.mjs')], {
    env: {
      REGISTER_TABLE: 'r',
      CASEWORK_TABLE: 'c',
      AUDIT_TABLE: 'a',
      INDEX_KEY: 'k',
      TRIAL_MATCHES: '1',
      API_URL: 'https://api.hub.example/v1',
      TOPIC_ARNS: '{}',
    },
  }).then(
    () => 'started',
    ({ stderr }: { stderr: string }) => stderr,
  )

const holdersOf = async (version: string): Promise<readonly string[]> => {
  const names = ['assess-concern', 'watch-clocks', 'read-alerts', 'review-concerns']
  const held = await Promise.all(
    names.map(async (name) =>
      (await readFile(join(bundles, name, 'index.mjs'), 'utf8')).includes(version),
    ),
  )
  return names.filter((_, at) => held[at])
}

describe('the bundles', () => {
  it('hold the chosen model in the functions that match, which start with it', async () => {
    bundleFunctions(text)
    expect(await holdersOf(model.version)).toEqual(['assess-concern', 'watch-clocks'])
    expect(await Promise.all(['assess-concern', 'watch-clocks'].map(start))).toEqual([
      'started',
      'started',
    ])
  })

  it('match by the stated model when none is chosen', async () => {
    bundleFunctions(undefined)
    expect(await holdersOf(defaultModel.version)).toEqual(['assess-concern', 'watch-clocks'])
    expect(await start('assess-concern')).toBe('started')
  })

  it('do not start with a model that was changed', async () => {
    bundleFunctions(text.replace('6.25', '0.25'))
    expect(await start('assess-concern')).toContain('the deployed model was changed after')
  })
})
