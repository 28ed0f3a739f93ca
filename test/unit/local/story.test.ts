import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { playStory } from '../../../local/play-story.ts'
import { type Receive, receivedIn } from '../../../local/receive-alert.ts'
import { generateRegister } from '../../../local/seed/register.ts'
import { tellStory } from '../../../local/seed/story.ts'
import { type Served, startServer } from '../../../local/serve/start-server.ts'

const today = new Date('2026-11-27T10:00:00Z')

describe('the story', () => {
  const messages: string[] = []
  const lines: string[] = []
  let folder: string
  let served: Served
  const receive: Receive = async (_inbox, isWanted) => {
    for (const text of messages) {
      const event = receivedIn(text)
      if (event !== undefined && (await isWanted(event))) return event
    }
    throw new Error(`no alert among ${messages.length} messages`)
  }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-story-'))
    served = await startServer({
      port: 0,
      children: 20,
      folder,
      log: () => {},
      publish: async (queue, message) => {
        if (queue === `alerts-${westmarch}`) messages.push(message)
      },
    })
    await playStory(served.place, (line) => lines.push(line), receive)
  })
  afterAll(async () => {
    await served.stop()
    await rm(folder, { recursive: true })
  })

  it('tells the council of a child whose mother’s partner nobody knows, under the rule for a child with a plan', () => {
    const told = lines.join('\n')
    expect(told).toMatch(/Percy Cobbold, born \d{4}-/)
    expect(told).toContain(`${westmarch}.C000001; child protection plan since `)
    expect(told).toContain(
      'Steffan Barlow, born 1989-02-11: partner of a parent, lives with the child',
    )
    expect(told).toContain('(R19)')
  })

  it('shows the first notice in the second alert', () => {
    expect(lines.join('\n')).toMatch(
      /Told before +\d{4}-\d\d-\d\d, Westmarch and Vale Mental Health/,
    )
  })

  it('names nobody in the council’s messages', () => {
    for (const message of messages) expect(message).not.toMatch(/Cobbold|Percy|Barlow|Ropewalk/)
  })

  it('leaves no code without its words', () => {
    expect(lines.slice(1).join('\n')).not.toMatch(/undefined|[A-Z]{4,}_[A-Z]/)
  })

  it('is the same whatever the seed, in the same words for both families', () => {
    const { family, partner, stranger } = tellStory(today)
    for (const seed of [1, 2]) {
      const [first] = [...generateRegister({ children: 1, seed, today })]
      expect([first]).toEqual(family.children)
    }
    expect(stranger.concern.narrative).toEqual(partner.concern.narrative)
    expect(stranger.concern.reason).toBe(partner.concern.reason)
  })
})
