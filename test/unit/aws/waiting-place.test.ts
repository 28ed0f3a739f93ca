import { describe, expect, it } from 'vitest'
import { waitingIn } from '../../../shared/aws/dynamodb/waiting-place.ts'
import { newId } from '../../../shared/aws/new-id.ts'
import { shards } from '../../../shared/casework/waiting.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { callsOf, concernIdIn } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const placesOf = async (hub: Awaited<ReturnType<typeof startInMemoryHub>>, id: string) =>
  (await hub.rows('intake'))
    .filter(({ pk }) => pk === `ARRIVED#CONCERN#${id}`)
    .map(({ waitingFor }) => String(waitingFor))

describe('where something waits', () => {
  it('falls evenly over the shards', () => {
    const counts = new Map<string, number>()
    for (let each = 0; each < 8_000; each += 1) {
      const place = waitingIn('ASSESSMENT', newId(new Date(each * 1_000)))
      counts.set(place, (counts.get(place) ?? 0) + 1)
    }
    expect(counts.size).toBe(shards)
    expect(Math.max(...counts.values())).toBeLessThan(1_250)
  })

  it('is by how soon somebody must look, as sent and as that is raised', async () => {
    const hub = await startInMemoryHub()
    const { submit } = callsOf(hub)
    const sent = {
      routine: aConcern(),
      today: aConcern({ harm: 'H3' }),
      immediate: aConcern({ harm: 'H4' }),
    }
    for (const [urgency, concern] of Object.entries(sent)) {
      const id = concernIdIn(await submit(`a-key-for-one-that-is-${urgency}`, concern))
      const [place] = await placesOf(hub, id)
      expect(place).toMatch(new RegExp(`^ASSESSMENT#${urgency}#[0-7]$`))
    }
  })

  it('is beside its concern for a change of consent, so that one sweep finds both in their order', async () => {
    const hub = await startInMemoryHub()
    const { submit, changeConsent } = callsOf(hub)
    const id = concernIdIn(await submit('a-key-for-this-one-here', aConcern({ harm: 'H3' })))
    await changeConsent({ id, key: 'a-key-for-its-change' }, { status: 'WITHDRAWN' })
    const [one, other] = (await placesOf(hub, id)).toSorted()
    expect(one?.replace('ASSESSMENT', 'CONSENT')).toBe(other)
  })
})

it('finds what waits as the release before wrote it, which knew no urgency', async () => {
  const hub = await startInMemoryHub()
  const { submit, listAlerts } = callsOf(hub)
  await submit('a-key-for-this-one-here', aConcern({ harm: 'H3' }))
  for (const row of await hub.rows('intake'))
    if (row['waitingFor'] !== undefined)
      await hub.store.transact([
        {
          kind: 'update',
          table: hub.tables.intake,
          key: { pk: String(row['pk']), sk: String(row['sk']) },
          set: { waitingFor: 'ASSESSMENT' },
        },
      ])
  await hub.settle()
  expect(await listAlerts()).toHaveLength(1)
})
