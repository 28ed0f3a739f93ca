import { describe, expect, it } from 'vitest'
import { playStory } from '../../local/play-story.ts'
import { place } from './place.ts'

describe('the story on the deployed template', () => {
  it('is played from submission to feedback and audit', async () => {
    const lines: string[] = []
    const played = await playStory(place, (line) => lines.push(line))
    expect(played.alertId).toMatch(/^[0-9a-f-]{36}$/)
    expect(lines.join('\n')).toContain('"status":"answered"')
  })
})
