import { describe, expect, it } from 'vitest'
import { aConcern } from '../../builders/a-concern.ts'
import { callsOf, concernIdIn } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const withdrawal = { reason: 'WRONG_PERSON', words: 'It was her sister whom we meant.' }

const aHub = async () => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  await calls.putChild('C1')
  const rowsOf = async (table: 'intake' | 'casework', prefix: string) =>
    (await hub.rows(table)).filter(({ pk }) => String(pk).startsWith(prefix))
  return { hub, calls, rowsOf }
}

describe('what came in by a door', () => {
  it('is known to casework only once it is taken up, and waits nowhere afterwards', async () => {
    const { hub, calls, rowsOf } = await aHub()
    const id = concernIdIn(await calls.submit('a-key-for-the-concern'))
    expect(await rowsOf('casework', 'CONCERN#')).toEqual([])
    expect(await rowsOf('intake', 'ARRIVED#')).toMatchObject([{ pk: `ARRIVED#CONCERN#${id}` }])
    await hub.settle()
    expect(await rowsOf('intake', 'ARRIVED#')).toEqual([])
    expect(await rowsOf('casework', `CONCERN#${id}`)).not.toEqual([])
  })

  it('stays as it was, whatever is made of it', async () => {
    const { hub, calls, rowsOf } = await aHub()
    const id = concernIdIn(await calls.submit('a-key-for-the-concern'))
    await calls.changeConsent({ id, key: 'a-key-for-the-change' }, { status: 'REFUSED' })
    // Which change is the newest is said anew with each.
    const received = async () =>
      (await rowsOf('intake', 'CONCERN#')).filter(({ sk }) => sk !== 'CHANGED')
    // The concern, the change, and how many changes there were.
    const before = await received()
    expect(before).toHaveLength(3)
    await hub.settle()
    expect(await received()).toEqual(before)
    await calls.withdraw({ id, key: 'a-key-for-the-withdrawal' }, withdrawal)
    await hub.settle()
    expect(await received()).toEqual(expect.arrayContaining([...before]))
    expect(await rowsOf('intake', 'ARRIVED#')).toEqual([])
  })

  it('stands in its agency’s list once where its silence is contested before it was ever assessed', async () => {
    const { hub, calls } = await aHub()
    const id = concernIdIn(await calls.submit('a-key-for-the-concern'))
    hub.advance(10 * 24 * 60 * 60 * 1000)
    const body = { reason: 'The children were seen alone again at night, twice this week.' }
    const challenge = { key: 'a-key-for-the-challenge', body }
    expect((await calls.challenge(id, challenge)).status).toBe(202)
    const listed = { items: [{ concernId: id, status: 'challenged' }] }
    const before = (await calls.listConcerns()).body
    expect(before).toMatchObject(listed)
    await hub.settle()
    expect((await calls.listConcerns()).body).toEqual(before)
    expect(await calls.listAlerts()).toHaveLength(1)
  })

  it('stands in its agency’s list once, received or taken up, on whichever page', async () => {
    const { hub, calls } = await aHub()
    const sent: string[] = []
    for (let number = 0; number < 5; number += 1) {
      hub.advance(1000)
      sent.unshift(concernIdIn(await calls.submit(`a-key-for-concern-${number}`, aConcern())))
      if (number === 2) await hub.settle()
    }
    const listed: string[] = []
    let query: Record<string, string> | undefined = { limit: '2' }
    while (query !== undefined) {
      const { body } = await calls.listConcerns(query)
      const { items, links } = body as {
        items: readonly { concernId: string }[]
        links: { next?: string }
      }
      listed.push(...items.map(({ concernId }) => concernId))
      const { next } = links
      query =
        next === undefined
          ? undefined
          : Object.fromEntries(new URL(next, 'https://hub.example').searchParams)
    }
    expect(listed).toEqual(sent)
  })
})
