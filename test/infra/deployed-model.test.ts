import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readModelText } from '../../infra/deployed-model.ts'
import { defaultModel } from '../../shared/matching/default-model.ts'
import { frozen } from '../../shared/matching/frozen-model.ts'

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
