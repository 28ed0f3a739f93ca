import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPlacesText } from '../../infra/deployed-places.ts'
import { stage } from '../../infra/stages/local.ts'
import { localPlaces } from '../../local/local-places.ts'
import { unpackPlaces } from '../../shared/aws/places-text.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deployed-places-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the places that functions are bundled with', () => {
  it('are those of the file that the stage names', () => {
    expect(unpackPlaces(readPlacesText(stage) ?? '')).toEqual(localPlaces())
  })

  it('are none where it names none', () => {
    expect(readPlacesText({ places: undefined })).toBeUndefined()
  })

  it.each([
    ['{}', 'was not made by hub places pack'],
    ['{"newest":"2026-07","authorities":["nobody"],"sectors":{}}', 'was not made by'],
    ['postcode,authority', 'was not made by'],
  ])('are refused where the file holds something else: %s', async (text, says) => {
    const path = join(folder, 'places.json')
    await writeFile(path, text)
    expect(() => readPlacesText({ places: path })).toThrow(says)
    expect(() => readPlacesText({ places: join(folder, 'nowhere.json') })).toThrow('cannot be read')
  })
})
