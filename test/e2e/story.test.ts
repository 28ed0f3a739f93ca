import { beforeAll, describe, expect, it } from 'vitest'
import { westmarch } from '../../infra/stages/local.ts'
import { apiClient } from '../../local/api-client.ts'
import { playStory } from '../../local/play-story.ts'
import { linesWith } from './log-lines.ts'
import { place } from './place.ts'

const inCase = {
  'Hub-Practitioner': 'W-0117',
  'Hub-Case-Reference': 'STORY-1',
  'Hub-Purpose': 'safeguarding',
}
const percy = `/children/${westmarch}.C000001/chronology`

describe('the story on the deployed template', () => {
  let played: Awaited<ReturnType<typeof playStory>>
  const lines: string[] = []
  beforeAll(async () => {
    played = await playStory(place, (line) => lines.push(line))
  })

  it('is played from submission to feedback and audit', () => {
    expect(played.alertId).toMatch(/^[0-9a-f-]{36}$/)
    expect(lines.join('\n')).toContain('answered the nurse')
  })

  it('is found in the logs by the id of its concern alone, from the door to the inbox and back', async () => {
    const found = async (): Promise<string[]> =>
      (await linesWith(played.concernId)).map(({ service }) => service)
    await expect
      .poll(found, { timeout: 20_000 })
      .toEqual(
        expect.arrayContaining([
          'submit-concern',
          'assess-concern',
          'relay-alerts',
          'read-alerts',
          'answer-alert',
          'follow-concern',
        ]),
      )
    const lines = await linesWith(played.concernId)
    const [submitted] = lines.filter(({ service }) => service === 'submit-concern')
    expect(submitted).toMatchObject({
      concernId: played.concernId,
      requestId: expect.any(String) as string,
      gatewayId: expect.any(String) as string,
    })
    const [relayed] = lines.filter(({ service }) => service === 'relay-alerts')
    expect(relayed).toMatchObject({ concernId: played.concernId, alertId: played.alertId })
  })

  it('stands in the chronology of the child, for the authority and for nobody else', async () => {
    const authority = apiClient(place, 'westmarch-social-care')
    const { body } = await authority.call('GET', percy, { headers: inCase })
    const { items } = body as { items: object[] }
    expect(items).toContainEqual(
      expect.objectContaining({ kind: 'OUTCOME', outcome: 'PASSED_TO_ALLOCATED_WORKER' }),
    )
    expect(items).toContainEqual(
      expect.objectContaining({ kind: 'CONCERN', entryId: played.concernId }),
    )
    const other = apiClient(place, 'northmoor-social-care')
    expect((await other.call('GET', percy, { headers: inCase })).status).toBe(404)
  })
})
