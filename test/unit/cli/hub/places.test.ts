import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addPlacesVerbs } from '../../../../cli/hub/places.ts'
import { northmoor, westmarch } from '../../../../infra/stages/local.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-places-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = async (...words: readonly string[]): Promise<string> => {
  const printed: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text))
    return true
  })
  try {
    const hub = new Command('hub')
    addPlacesVerbs(hub)
    await hub.parseAsync(['places', ...words], { from: 'user' })
    return printed.join('')
  } finally {
    write.mockRestore()
  }
}

describe('hub places', () => {
  it('packs a release and answers by it', async () => {
    const out = join(folder, 'places.json')
    const packed = await run('pack', 'infra/stages/local-nspl.csv', '--out', out)
    expect(packed).toContain(
      '125 postcodes, the newest of 2026-07, in 123 sectors of 3 authorities',
    )
    expect(packed).toContain('1 postcodes have no authority here')
    expect(await run('find', 'wm9 1ae', '--in', out)).toBe(`${northmoor}\n`)
    const found = await run('find', 'WM1 1AB', '--in', out, '--on', '2022-06-01', '--json')
    expect(JSON.parse(found)).toEqual({ authority: westmarch, name: null, on: '2022-06-01' })
    expect(await run('find', 'WM9 1AF', '--in', out)).toContain('not known')
  })

  it.each([
    ['find', 'WM1 1AB', '--in', 'package.json'],
    ['find', 'WM1 1AB', '--in', 'nowhere.json'],
    ['pack', 'nowhere.csv', '--out', 'never-written.json'],
  ])('says in a sentence what is wrong: %s %s', async (...words) => {
    await expect(run(...words)).rejects.toThrow(/places pack|cannot be read/)
  })
})
