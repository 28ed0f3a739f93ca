import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { notRun, runPages } from '../builders/followed-pages.ts'
import { blocksOf, countFences, leftOut } from '../builders/page-blocks.ts'

/** What a newcomer types from: each block of them is run as it stands, or is listed with the reason why not. */
const pages = ['README.md', 'client/README.md', 'docs/api.md', ...globSync('docs/connect/*.md')]

/** Blocks of a page that no test runs, by page and language. */
const unseenIn = async (page: string): Promise<readonly string[]> => {
  const blocks = await blocksOf(page)
  const unseen = runPages.includes(page) ? leftOut(blocks) : blocks
  return unseen.map(({ language }) => `${page} ${language}`)
}

describe('every block of the pages from which a newcomer types', () => {
  it('is run by a test, or listed with its reason', async () => {
    const unseen = new Set((await Promise.all(pages.map(unseenIn))).flat())
    expect([...unseen].toSorted()).toEqual(Object.keys(notRun).toSorted())
  })

  it('is read by the test, whatever stands at its head', async () => {
    for (const page of pages)
      expect([page, (await blocksOf(page)).length]).toEqual([
        page,
        countFences(readFileSync(page, 'utf8')),
      ])
  })

  it('is of a page that stands, where it is said to be run', () => {
    expect(runPages.filter((page) => !pages.includes(page))).toEqual([])
  })

  it('of .NET says that nobody ran it', () => {
    const page = readFileSync('docs/connect/dotnet.md', 'utf8')
    expect(page.indexOf('Nobody has compiled or run this program')).toBeGreaterThan(0)
  })
})
