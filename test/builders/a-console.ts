import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Served, startServer } from '../../local/serve/start-server.ts'
import { type LocalPerson, localPeople } from '../../local/sign-in/people.ts'
import { PlainBrowser, type Seen } from './a-browser.ts'

/** The hub in this process with its console, at a time that a test moves. */
export type AConsole = {
  readonly served: Served
  /** Signs somebody in, in one of their roles. */
  readonly as: (name: string, position?: number) => Promise<PlainBrowser>
  /** Milliseconds by which it is later there than here. */
  passed: number
  readonly stop: () => Promise<void>
}

export const aConsole = async (people: readonly LocalPerson[] = localPeople): Promise<AConsole> => {
  const folder = await mkdtemp(join(tmpdir(), 'hub-console-'))
  const served = await startServer({
    port: 0,
    children: 0,
    folder,
    log: () => {},
    publish: async () => {},
    people,
    now: () => new Date(Date.now() + made.passed),
  })
  const made: AConsole = {
    served,
    passed: 0,
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
