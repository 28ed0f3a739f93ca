import { beforeAll, describe, expect, it } from 'vitest'
import { apiClient } from '../../local/api-client.ts'
import { playStory } from '../../local/play-story.ts'
import { place } from './place.ts'

type Told = { readonly content: { readonly children: readonly { readonly childId: string }[] } }

describe('the story on the deployed template', () => {
  let played: Awaited<ReturnType<typeof playStory>>
  const lines: string[] = []
  beforeAll(async () => {
    played = await playStory(place, (line) => lines.push(line))
  })

  it('is played from submission to feedback and audit', () => {
    expect(played.alertId).toMatch(/^[0-9a-f-]{36}$/)
    expect(lines.join('\n')).toContain('"status":"answered"')
  })

  it('stands in the chronology of each child, for the authority and for nobody else', async () => {
    const authority = apiClient(place, 'westmarch-social-care')
    const { body } = await authority.call('GET', `/alerts/${played.alertId}`)
    const { children } = (body as Told).content
    expect(children.length).toBeGreaterThan(0)
    for (const { childId } of children) {
      const path = `/children/${childId}/chronology`
      const { items } = (await authority.call('GET', path)).body as { items: object[] }
      const isThere = (wanted: object): boolean => {
        const keys = Object.keys(wanted)
        return items.some((item) =>
          keys.every((key) => item[key as never] === wanted[key as never]),
        )
      }
      expect(isThere({ kind: 'OUTCOME', outcome: 'SECTION_47' })).toBe(true)
      expect(isThere({ kind: 'CONCERN', entryId: played.concernId })).toBe(true)
      const other = apiClient(place, 'northmoor-social-care')
      expect((await other.call('GET', path)).status).toBe(404)
    }
  })
})
