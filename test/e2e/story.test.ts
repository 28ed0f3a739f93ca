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
      expect((await authority.call('GET', path)).body).toMatchObject({
        items: expect.arrayContaining([
          expect.objectContaining({ kind: 'OUTCOME', outcome: 'SECTION_47' }),
          expect.objectContaining({ kind: 'CONCERN', entryId: played.concernId }),
        ]),
      })
      const other = apiClient(place, 'northmoor-social-care')
      expect((await other.call('GET', path)).status).toBe(404)
    }
  })
})
