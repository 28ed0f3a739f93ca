import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlainBrowser } from '../../builders/a-browser.ts'
import { type AConsole, aConsole, wordsOf } from '../../builders/a-console.ts'
import { type ADesk, aDesk, aFamily } from '../../builders/a-desk.ts'

let console_: AConsole
let desk: ADesk
let nia: PlainBrowser
let tomasz: PlainBrowser

beforeAll(async () => {
  console_ = await aConsole()
  desk = aDesk(console_)
  nia = await console_.as('Nia Prothero')
  tomasz = await console_.as('Tomasz Wilk', 1)
})
afterAll(() => console_.stop())

describe('what nobody has asked for yet', () => {
  const readersOf = async (path: string): Promise<string> =>
    wordsOf(await tomasz.get(`${path}/readers`))

  it.each([
    { 'Sec-Purpose': 'prefetch' },
    { 'Sec-Purpose': 'prefetch;prerender' },
    { Purpose: 'prefetch' },
    { 'X-Moz': 'prefetch' },
    { 'X-Purpose': 'preview' },
  ] satisfies Record<string, string>[])('is refused, and is no reading: %o', async (headers) => {
    const { path } = await desk.raised(aFamily())
    const seen = await nia.get(path, headers)
    expect([seen.status, seen.text]).toEqual([503, ''])
    expect(seen.headers.get('cache-control')).toBe('no-store')
    expect(await readersOf(path)).toContain('Nobody yet')
    expect((await nia.get(path)).status).toBe(200)
    expect(await readersOf(path)).toContain('w-0117 1')
  })

  it('as a HEAD says that there is a page, whatever stands in it, and reads nothing', async () => {
    const { path } = await desk.raised(aFamily())
    const cookie = [...nia.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const head = (to: string) =>
      fetch(`${nia.console}${to}`, {
        method: 'HEAD',
        redirect: 'manual',
        headers: { Accept: 'text/html', Cookie: cookie },
      })
    expect((await head(path)).status).toBe(200)
    expect((await head('/alerts/nobody')).status).toBe(200)
    expect((await head('/measures')).status).toBe(404)
    expect(await readersOf(path)).toContain('Nobody yet')
  })
})

it('does not offer to say that no answer has come before that may be said', async () => {
  const { concernId } = await desk.raised({ ...aFamily(), harm: 'H3' })
  const ines = await console_.as('Ines Marlowe')
  const seen = await ines.get(`/concerns/${concernId}`)
  expect(seen.status).toBe(200)
  expect(seen.text).not.toContain('/challenge')
})
