import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groups } from '../../../functions/serve-console/developers/endpoints.ts'
import { PlainBrowser, type Seen } from '../../builders/a-browser.ts'
import { type AConsole, aConsole, wordsOf } from '../../builders/a-console.ts'

type Described = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { operationId: string }>>>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}
const api = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Described
const problems = [...readFileSync('docs/problems.md', 'utf8').matchAll(/^\| `([a-z-]+)` \|/gm)]

let hub: AConsole
let stranger: PlainBrowser
beforeAll(async () => {
  hub = await aConsole()
  stranger = new PlainBrowser(hub.served.place.consoleUrl)
}, 60_000)
afterAll(() => hub.stop())

const gzip = { 'Accept-Encoding': 'gzip' }
const page = (path: string): Promise<Seen> => stranger.get(`/developers${path}`, gzip)

describe('the pages for integrators', () => {
  it('are there without signing in, and say how to get a client and to send a test alert', async () => {
    const seen = wordsOf(await page(''))
    for (const said of [
      'How to get a client',
      'private_key_jwt',
      'Hub-Practitioner',
      'test-alerts',
    ])
      expect(seen).toContain(said)
    expect(stranger.cookies.size).toBe(0)
  })

  it('have every route of the API, each once', async () => {
    const shown: string[] = []
    for (const group of groups) {
      const { text, status, bytes } = await page(`/routes/${group}`)
      expect(status).toBe(200)
      expect(bytes).toBeLessThan(15_000)
      shown.push(...[...text.matchAll(/<h2[^>]* id="(\w+)"/g)].map(([, id = '']) => id))
    }
    const ids = Object.values(api.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    )
    expect(shown.toSorted()).toEqual(ids.toSorted())
  })

  it('have every shape, and no link that leads to none', async () => {
    const names = Object.keys(api.components.schemas)
    const linked = new Set<string>()
    for (const name of names) {
      const { text, status, bytes } = await page(`/shapes/${name}`)
      expect([name, status]).toEqual([name, 200])
      expect([name, bytes < 15_000]).toEqual([name, true])
      for (const [, to = ''] of text.matchAll(/developers\/shapes\/(\w+)"/g)) linked.add(to)
    }
    expect([...linked].filter((name) => !names.includes(name))).toEqual([])
  })

  it('have every problem with what to do, events, and codes with their labels', async () => {
    const told = wordsOf(await page('/problems'))
    expect(problems.length).toBeGreaterThan(15)
    expect(problems.filter(([, type = '']) => !told.includes(` ${type} `))).toEqual([])
    expect(wordsOf(await page('/events'))).toContain('AlertEvent')
    const codes = await page('/codes')
    for (const words of ['Alcohol misuse: parent or carer', 'Ring the sender before anything else'])
      expect(wordsOf(codes)).toContain(words)
    expect(codes.bytes).toBeLessThan(15_000)
  })

  it('give an example of what a route takes', async () => {
    expect(wordsOf(await page('/routes/concerns'))).toContain('Cobbold')
  })

  it.each(['/routes/x', '/shapes/x', '/shapes/__proto__', '/shapes/constructor', '/x'])(
    'have nothing at %s',
    async (path) => {
      expect((await page(path)).status).toBe(404)
    },
  )
})
