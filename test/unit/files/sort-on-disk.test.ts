import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { sortingOnDisk } from '../../../shared/files/sort-on-disk.ts'

const foldersOfImports = async (): Promise<readonly string[]> =>
  (await readdir(tmpdir())).filter((name) => name.startsWith('hub-import-'))

describe('sorting on disk', () => {
  it('gives items by key, of one key as they came, again and again, from memory and from disk', async () => {
    const before = await foldersOfImports()
    const sorting = await sortingOnDisk(200)
    const sorter = sorting.sorter<number>()
    const keys = Array.from({ length: 500 }, (_, at) => `K${(at * 37) % 50}`)
    for (const [at, key] of keys.entries()) await sorter.add(key, at)
    const once: [string, number][] = []
    for await (const { key, item } of sorter.sorted()) once.push([key, item])
    const again: [string, number][] = []
    for await (const { key, item } of sorter.sorted()) again.push([key, item])
    const expected = keys
      .map((key, at): [string, number] => [key, at])
      .toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    expect(once).toEqual(expected)
    expect(again).toEqual(expected)
    const [folder = ''] = (await foldersOfImports()).filter((name) => !before.includes(name))
    expect(await readdir(`${tmpdir()}/${folder}`), 'nothing has a name').toEqual([])
    await sorting.end()
    expect(await foldersOfImports()).toEqual(before)
  })
  it('takes a separator of lines in what somebody typed for a sign like any other', async () => {
    const sorting = await sortingOnDisk(10)
    const sorter = sorting.sorter<string>()
    const typed = ['12\u2028Mill Lane', '12\u2029Mill Lane', '12\r\nMill Lane', '']
    for (const line of typed) await sorter.add('K', line)
    const given: string[] = []
    for await (const { item } of sorter.sorted()) given.push(item)
    expect(given).toEqual(typed)
    await sorting.end()
  })
})
