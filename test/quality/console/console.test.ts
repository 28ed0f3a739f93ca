import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type LocalPerson, localPeople } from '../../../local/sign-in/people.ts'
import { PlainBrowser } from '../../builders/a-browser.ts'
import { type AConsole, aConsole } from '../../builders/a-console.ts'

const nobody: LocalPerson = { workId: 'X-1', name: 'New Starter', does: '', positions: [] }
const [worker = nobody, lead = nobody] = localPeople
const onDuty = localPeople.find(({ positions }) => positions.join() === 'westmarch/duty') ?? nobody
const minute = 60_000

let hub: AConsole
let browser: PlainBrowser
const another = () => new PlainBrowser(hub.served.place.consoleUrl)

beforeAll(async () => {
  hub = await aConsole([...localPeople, nobody])
})
afterAll(() => hub.stop())
beforeEach(() => {
  hub.passed = 0
  browser = another()
})

describe('the language', () => {
  it('is what somebody chose below a page, until they choose another', async () => {
    expect((await browser.get('/sign-in')).text).toContain('>Cymraeg</a>')
    const chosen = await browser.get('/sign-in?lang=cy')
    expect(chosen.text).toContain('<html lang="cy"')
    expect(chosen.text).toContain('href="/console/sign-in?lang=en"')
    const seen = await browser.signIn(worker)
    expect(seen.text).toContain('Yn poeni am blentyn?')
    expect((await browser.get('/worried?lang=en')).text).toContain('Is a child in danger now?')
    expect((await browser.get('/worried')).text).toContain('<html lang="en"')
  })

  it('is English where it is none that is served, or where not all of a page stands in another', async () => {
    const unknown = await browser.get(`/sign-in?${new URLSearchParams({ lang: '"><b>de' })}`)
    expect(unknown.text).toContain('<html lang="en"')
    expect(unknown.text).not.toContain('<b>de')
    await browser.get('/sign-in?lang=cy')
    const home = await browser.signIn(onDuty)
    expect(home.text).toContain('<html lang="en"')
    expect(home.text).not.toContain('Cymraeg')
    expect((await browser.get('/developers')).text).toContain('<html lang="en"')
  })
})

describe('signing in', () => {
  it('leads to the front page, which says who they are, as what and where', async () => {
    const seen = await browser.signIn(worker)
    expect(seen.status).toBe(200)
    expect(seen.text.replaceAll(/<[^>]+>|\s+/g, ' ')).toMatch(
      /Ines Marlowe, +Referrer +, Turning Tide drug and alcohol service/,
    )
  })

  it('asks somebody with two roles which, and tells them so where they choose none', async () => {
    const asked = await browser.signIn(lead)
    expect(asked.text).toContain('Which role do you want to work in?')
    const wrong = await browser.post('/choose-role', { to: '/' })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('href="#position"')
    const none = await browser.post('/choose-role', { to: '/', position: '7' })
    expect(none.status).toBe(400)
    const chosen = await browser.post('/choose-role', { to: '/', position: '1' })
    expect(chosen.text).toContain('<strong>Referrer</strong>')
  })

  it('tells somebody with no role whom to ask, and gives no session', async () => {
    const seen = await browser.signIn(nobody)
    expect(seen.status).toBe(403)
    expect(seen.text).toContain('You have no role here yet')
    expect([...browser.cookies.keys()]).toEqual([])
  })

  it('comes back to the page that somebody wanted, and never leads elsewhere', async () => {
    const wanted = await browser.get('/choose-role?to=/')
    expect(wanted.url).toContain('/sign-in?to=')
    const astray = await browser.get('/sign-in?to=//elsewhere.example')
    expect(astray.text).not.toContain('elsewhere.example')
  })

  it('makes a session of its own, whatever cookie the browser had before', async () => {
    const planted = another()
    await planted.signIn(lead)
    const theirs = planted.cookies.get('hub-session') ?? ''
    browser.cookies.set('hub-session', theirs)
    const seen = await browser.signIn(worker)
    expect(browser.cookies.get('hub-session')).not.toBe(theirs)
    expect(seen.text).toContain('Ines Marlowe')
  })

  it.each([
    ['without having begun', (one: PlainBrowser) => one.cookies.clear()],
    [
      'with the answer to what another began',
      (one: PlainBrowser) => one.cookies.set('hub-sign-in', 'eyJhbGciOiJkaXIifQ....'),
    ],
  ])('fails %s', async (_how, change) => {
    const asked = await browser.get('/sign-in/start')
    change(browser)
    const back = await fetch(`${asked.url}&as=${worker.workId}`, { redirect: 'manual' })
    const seen = await browser.get(back.headers.get('location') ?? '')
    expect(seen.status).toBe(400)
    expect(browser.cookies.has('hub-session')).toBe(false)
  })

  it('takes a code once', async () => {
    const asked = await browser.get('/sign-in/start')
    const back = await fetch(`${asked.url}&as=${worker.workId}`, { redirect: 'manual' })
    const before = browser.cookies.get('hub-sign-in') ?? ''
    await browser.get(back.headers.get('location') ?? '')
    const other = another()
    other.cookies.set('hub-sign-in', before)
    const seen = await other.get(back.headers.get('location') ?? '')
    expect(seen.status).toBe(400)
  })
})

describe('a session', () => {
  it('is over after a quarter of an hour unused, and goes on while it is used', async () => {
    await browser.signIn(worker)
    hub.passed = 14 * minute
    expect((await browser.get('/')).text).toContain('Ines Marlowe')
    hub.passed = 28 * minute
    expect((await browser.get('/')).text).toContain('Ines Marlowe')
    hub.passed = 44 * minute
    expect((await browser.get('/')).url).toContain('/sign-in')
  })

  it('is over after eight hours, used or not', async () => {
    await browser.signIn(worker)
    for (hub.passed = 0; hub.passed < 8 * 60 * minute; hub.passed += 14 * minute)
      await browser.get('/')
    expect((await browser.get('/')).url).toContain('/sign-in')
  })

  it('ends when the same browser signs in again, for every copy of its cookie', async () => {
    await browser.signIn(worker)
    const copy = new Map(browser.cookies)
    await browser.signIn(worker)
    const thief = another()
    for (const [name, value] of copy) thief.cookies.set(name, value)
    expect((await thief.get('/concerns')).url).toContain('/sign-in')
  })

  it('is ended by signing out, for every copy of its cookie', async () => {
    await browser.signIn(worker)
    const copy = another()
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value)
    const out = await browser.post('/sign-out', {})
    expect(out.text).toContain('You have signed out')
    expect(browser.cookies.has('hub-session')).toBe(false)
    expect((await copy.get('/')).url).toContain('/sign-in')
  })

  it('is kept up by one press, which says until when', async () => {
    const seen = await browser.signIn(worker)
    const token = /data-token="([^"]+)"/.exec(seen.text)?.[1] ?? ''
    hub.passed = 10 * minute
    const accept = { Accept: 'application/json' }
    const refused = await browser.get('/session', accept)
    expect(refused.status).toBe(404)
    const stayed = await browser.post('/session', { _token: token }, accept)
    const until = new Date((JSON.parse(stayed.text) as { until: string }).until)
    expect(until.getTime() - (Date.now() + hub.passed)).toBeGreaterThan(14 * minute)
  })
})

describe('a form', () => {
  const choose = { to: '/', position: '0' }

  it.each([
    ['from another site', {}, { Origin: 'https://elsewhere.example' }],
    ['from nowhere', {}, { Origin: 'null' }],
    ['across sites', {}, { 'Sec-Fetch-Site': 'cross-site' }],
    ['without its token', { _token: '' }, {}],
    ['with a token of nobody', { _token: 'a.b' }, {}],
  ])('is not taken %s', async (_how, form, headers) => {
    await browser.signIn(lead)
    const seen = await browser.post('/choose-role', { ...choose, ...form }, headers)
    expect(seen.status).toBe(403)
    expect(seen.text).toContain('This form could not be trusted')
  })

  it('is not taken with the token of another session', async () => {
    const other = another()
    await other.signIn(lead)
    const token = /name="_token" value="([^"]+)"/.exec(other.last?.text ?? '')?.[1] ?? ''
    await browser.signIn(lead)
    const seen = await browser.post('/choose-role', { ...choose, _token: token })
    expect(seen.status).toBe(403)
  })

  it('is not taken in another role than the one in which its page was made', async () => {
    await browser.signIn(lead)
    await browser.post('/choose-role', { to: '/', position: '1' })
    const { text } = await browser.get('/danger')
    const token = /name="_token" value="([^"]+)"/.exec(text)?.[1] ?? ''
    await browser.get('/choose-role')
    await browser.post('/choose-role', { to: '/', position: '0' })
    const sent = await browser.post('/danger', { _token: token, given: 'Ann', fact: 'Alone.' })
    expect(sent.status).toBe(403)
  })

  it('to sign out is taken from the console alone, whoever sends it', async () => {
    const elsewhere = { Origin: 'https://elsewhere.example' }
    const other = another()
    expect((await other.post('/sign-out', {}, elsewhere)).status).toBe(403)
  })

  it('that is sent too late is said to be kept, and one that is not theirs is not', async () => {
    await browser.signIn(lead)
    hub.passed = 20 * minute
    const late = await browser.post('/choose-role', choose)
    expect(late.status).toBe(401)
    expect(late.text).toContain('What you had typed is kept for 24 hours')
    const forged = await browser.post('/choose-role', { ...choose, _token: 'a.b' })
    expect(forged.text).toContain('could not be kept')
  })

  it('too large for anybody to have typed is refused in words', async () => {
    await browser.signIn(lead)
    const seen = await browser.post('/choose-role', { to: 'x'.repeat(200_000) })
    expect(seen.status).toBe(413)
    expect(seen.text).toContain('That is too much at once')
  })
})

describe('a page', () => {
  it('is framed nowhere, kept nowhere, and runs nothing that is not the console’s', async () => {
    const { headers, text } = await browser.signIn(worker)
    const policy = headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([\w-]{40,})'/.exec(policy)?.[1] ?? '?'
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    const scripts = text.match(/<script[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(1)
    expect(scripts.filter((one) => !one.includes(`nonce="${nonce}"`))).toEqual([])
    expect(text).not.toMatch(/ style=| on[a-z]+="/)
    const again = await browser.get('/')
    expect(again.headers.get('content-security-policy')).not.toContain(nonce)
  })

  it('says nothing of whether it is there to a method that it has not', async () => {
    const response = await fetch(`${hub.served.place.consoleUrl}/help`, { method: 'DELETE' })
    expect(response.status).toBe(404)
  })

  it('repeats nothing that was asked for', async () => {
    const seen = await browser.get('/%3Cscript%3Ealert(1)%3C/script%3E?x=%3Cb%3E')
    expect(seen.status).toBe(404)
    expect(seen.text).not.toContain('alert(1)')
    expect(seen.text).not.toContain('<b>')
  })

  it('is no larger than a slow line takes: 60 kB with all it needs at first, 15 kB from then on', async () => {
    const gzip = { 'Accept-Encoding': 'gzip', Accept: '*/*' }
    const sizeOf = async (url: string): Promise<number> => {
      const response = await fetch(url, {
        headers: { ...gzip, Cookie: `hub-session=${browser.cookies.get('hub-session') ?? ''}` },
      })
      return Number(response.headers.get('content-length') ?? Number.NaN)
    }
    const { text } = await browser.signIn(worker)
    const assets = [...text.matchAll(/(?:href|src)="(\/console\/assets\/[^"]+)"/g)]
    const origin = new URL(hub.served.place.consoleUrl).origin
    const kept = await Promise.all(assets.map(([, path = '']) => sizeOf(`${origin}${path}`)))
    const page = await sizeOf(`${hub.served.place.consoleUrl}/`)
    expect(kept).toHaveLength(3)
    expect(page).toBeLessThan(15_000)
    expect(page + kept.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000)
  })
})
