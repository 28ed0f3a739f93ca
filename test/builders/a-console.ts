import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Served, startServer } from '../../local/serve/start-server.ts'
import { type LocalPerson, localPeople } from '../../local/sign-in/people.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { type Asked, type Call, callWithin } from '../../shared/sending/call.ts'
import { PlainBrowser, type Seen } from './a-browser.ts'

/** The hub in this process with its console, at a time that a test moves. */
export type AConsole = {
  readonly served: Served
  /** Signs somebody in, in one of their roles. */
  readonly as: (name: string, position?: number) => Promise<PlainBrowser>
  /** Milliseconds by which it is later there than here. */
  passed: number
  /** What the API answers in place of what it would, as if it stood still; nothing at all where 0. */
  answers: number | undefined
  /** What the console has written in its log. */
  readonly logged: Parameters<Log>[]
  /** What the API was called with, beyond the token. */
  readonly calls: Asked[]
  readonly stop: () => Promise<void>
}

export const aConsole = async (
  people: readonly LocalPerson[] = localPeople,
  state?: 'closed' | 'behind',
): Promise<AConsole> => {
  const logged: Parameters<Log>[] = []
  const calls: Asked[] = []
  const reach = callWithin(12_000)
  const call: Call = async (asked) => {
    calls.push(asked)
    if (made.answers === undefined) return reach(asked)
    if (made.answers === 0) throw new Error('nothing answers')
    return { status: made.answers, headers: {}, text: '' }
  }
  const folder = await mkdtemp(join(tmpdir(), 'hub-console-'))
  const served = await startServer({
    port: 0,
    children: 0,
    folder,
    log: () => {},
    publish: async () => {},
    people,
    now: () => new Date(Date.now() + made.passed),
    console: { state, call, log: (...line) => void logged.push(line) },
  })
  const made: AConsole = {
    served,
    passed: 0,
    answers: undefined,
    logged,
    calls,
    as: async (name, position = 0) => {
      const person = people.find((one) => one.name === name)
      if (person === undefined) throw new Error(`there is no ${name}`)
      const browser = new PlainBrowser(served.place.consoleUrl)
      await browser.signIn(person)
      if (person.positions.length > 1)
        await browser.post('/choose-role', { to: '/', position: String(position) })
      return browser
    },
    stop: async () => {
      await served.stop()
      await rm(folder, { recursive: true })
    },
  }
  return made
}

/** What somebody reads on a page. */
export const wordsOf = ({ text }: Pick<Seen, 'text'>): string =>
  text.replaceAll(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

/** What a form of a page sends unseen, by its name. */
export const hiddenIn = ({ text }: Pick<Seen, 'text'>, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1]?.replaceAll('&quot;', '"') ?? ''
