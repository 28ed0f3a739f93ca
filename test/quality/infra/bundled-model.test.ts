import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { bundleFunctions, bundles } from '../../../infra/bundle.ts'
import { defaultModel } from '../../../shared/matching/default-model.ts'
import { frozen } from '../../../shared/matching/frozen-model.ts'

const execute = promisify(execFile)
const model = frozen({ ...defaultModel, namesakePenalty: 6.25 }, 'area')
const text = JSON.stringify(model, undefined, 2)

/** Starts a bundled function as Lambda does, and says how it ended. */
const start = (name: string) =>
  execute(process.execPath, [join(bundles, name, 'index.mjs')], {
    env: {
      DIRECTORY_TABLE: 'd',
      INTAKE_TABLE: 'i',
      REGISTER_TABLE: 'r',
      CASEWORK_TABLE: 'c',
      AUDIT_ENTRIES_TABLE: 'a',
      INDEX_KEY: 'k',
      TRIAL_MATCHES: '1',
      TRIAL_AUTHORITIES: '[]',
      API_URL: 'https://api.hub.example/v1',
      TOPIC_PREFIX: 'arn:hub-',
      ISSUER: 'https://api.hub.example',
      TOKEN_KEYS: '["k"]',
      CURSOR_KEY: 'k',
    },
  }).then(
    () => 'started',
    ({ stderr }: { stderr: string }) => stderr,
  )

/** A verdict on a review is assessed at once, so the function that takes it matches too. */
const matching = ['assess-concern', 'watch-clocks', 'review-concerns']

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
    expect(await holdersOf(model.version)).toEqual(matching)
    expect(await Promise.all(matching.map(start))).toEqual(['started', 'started', 'started'])
  })

  it('match by the stated model when none is chosen', async () => {
    bundleFunctions(undefined)
    expect(await holdersOf(defaultModel.version)).toEqual(matching)
    expect(await start('assess-concern')).toBe('started')
  })

  it('do not start with a model that was changed', async () => {
    bundleFunctions(text.replace('6.25', '0.25'))
    expect(await start('assess-concern')).toContain('the deployed model was changed after')
  })
})
