import { expect } from 'vitest'
import type { ApiClient } from '../../local/api-client.ts'

type Listed = {
  readonly items: readonly { readonly alertId?: string; readonly reviewId?: string }[]
  readonly links: { readonly next?: string }
}

/**
 * From now on finds what comes to a list by words that it says: of tests that run beside this one others come there too. Each
 * is read once.
 */
export const newlyListed = async (
  client: ApiClient,
  list: '/alerts' | '/reviews',
  practitioner: string,
): Promise<(words: string) => Promise<string>> => {
  const headers = { 'Hub-Practitioner': practitioner }
  const ids = async (path = `${list}?limit=100`): Promise<readonly string[]> => {
    const { body } = await client.call('GET', path, { headers })
    const { items, links } = body as Listed
    const own = items.map(({ alertId, reviewId }) => alertId ?? reviewId ?? '')
    return links.next === undefined ? own : [...own, ...(await ids(links.next.slice('/v1'.length)))]
  }
  const known = new Set(await ids())
  return async (words) => {
    let found: string | undefined
    const look = async (): Promise<string | undefined> => {
      for (const id of (await ids()).filter((one) => !known.has(one))) {
        known.add(id)
        const { text } = await client.call('GET', `${list}/${id}`, { headers })
        if (text.includes(words)) found = id
      }
      return found
    }
    await expect.poll(look, { timeout: 60_000, interval: 500 }).toBeDefined()
    return found ?? ''
  }
}
