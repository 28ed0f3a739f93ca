import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PageName, pages } from '../../../functions/serve-console/pages.ts'
import { westmarch } from '../../../infra/stages/local.ts'
import { apiClient } from '../../../local/api-client.ts'
import { type LocalPerson, localPeople } from '../../../local/sign-in/people.ts'
import { PlainBrowser, type Seen } from '../../builders/a-browser.ts'
import { aChild } from '../../builders/a-child.ts'
import { type AConsole, aConsole } from '../../builders/a-console.ts'
import { beyondAxe, browserPath, faultsIn, startBrowser } from '../../e2e/browser.ts'

const nobody: LocalPerson = { workId: 'X-1', name: 'New Starter', does: '', positions: [] }
const minute = 60_000
const aLoad = {
  authority: westmarch,
  digest: 'a'.repeat(64),
  extent: 'DELTA',
  step: 'compare',
  after: '',
  records: [{ id: 'S2', child: aChild({ adults: [] }) }],
  isLast: true,
  report: {
    rows: 9,
    records: { loaded: 1, refused: 1, leftOut: 0, purged: 0 },
    flaws: [{ code: 'RESTRICTED_UNREADABLE', rows: 2 }],
  },
}

describe.skipIf(browserPath === undefined)('in a browser', () => {
  let hub: AConsole
  let closed: AConsole
  let late: AConsole
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    hub = await aConsole([...localPeople, nobody])
    closed = await aConsole(localPeople, 'closed')
    late = await aConsole(localPeople, 'behind')
    browser = await startBrowser()
    page = await browser.newPage({ viewport: { width: 320, height: 900 } })
    const register = apiClient(hub.served.place, 'westmarch-register')
    await register.call('PUT', '/children/S1', { body: aChild({ adults: [] }) })
    await register.call('POST', '/register-loads', {
      headers: { 'Hub-Practitioner': 'rm-7' },
      body: aLoad,
    })
  })
  afterAll(() => Promise.all([hub.stop(), closed.stop(), late.stop(), browser.close()]))

  /** What is wrong with a page as it came, to axe and beyond it, in a window as wide as a telephone. */
  const wrongWith = async ({ url, text }: Seen): Promise<readonly string[]> => {
    const body = text.replaceAll(/<script[\s\S]*?<\/script>/g, '')
    await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body }))
    await page.goto(url)
    await page.unroute(url)
    return [...(await faultsIn(page)), ...(await beyondAxe(page))]
  }

  const visitor = (console = hub) => new PlainBrowser(console.served.place.consoleUrl)
  const ines = (console = hub) => console.as('Ines Marlowe')
  const gareth = () => hub.as('Gareth Llewellyn')

  /** What the API answers while something is done, and then as ever. */
  const whileAnswering = async (status: number, act: () => Promise<Seen>): Promise<Seen> => {
    hub.answers = status
    const seen = await act()
    hub.answers = undefined
    return seen
  }
  const sending = (status: number) => async (): Promise<Seen> => {
    const one = await ines()
    await one.get('/danger')
    return whileAnswering(status, () => one.post('/danger', { given: 'Ann', fact: 'Alone.' }))
  }

  const states: readonly (readonly [what: string, status: number, see: () => Promise<Seen>])[] = [
    ['nothing here', 404, async () => (await ines()).get('/nowhere')],
    ['nothing here, to nobody', 404, () => visitor().get('/developers/routes/nothing')],
    [
      'a form that is not trusted',
      403,
      async () => (await ines()).post('/danger', { _token: 'a.b' }),
    ],
    ['too much', 413, async () => (await ines()).post('/danger', { fact: 'x'.repeat(200_000) })],
    ['changed', 409, sending(409)],
    ['changed while it was read', 412, sending(412)],
    ['enough for today', 429, sending(429)],
    ['a fault', 500, sending(0)],
    ['no answer', 503, sending(503)],
    [
      'another concern',
      409,
      async () => {
        const one = await ines()
        await one.get('/worried')
        await one.post('/worried', { danger: 'NO', draft: 'new' })
        await one.get('/concern/part/worry')
        return one.post('/concern/part/worry', { draft: 'of-another', harm: 'H2' })
      },
    ],
    [
      'a conflict, with what stands now',
      409,
      async () => {
        const one = await gareth()
        await one.get('/register')
        await one.post('/register', {
          kind: 'children',
          id: 'S1',
          caseReference: 'C-1',
          purpose: 'welfare',
        })
        await one.get('/register/children/S1/edit')
        return one.post('/register/children/S1/edit', { version: '"99"', sex: 'M', school: 'Mill' })
      },
    ],
    ['what was loaded', 200, async () => (await gareth()).get('/register/loads')],
    [
      'what was wrong in the files of a load',
      200,
      async () => (await gareth()).get(`/register/loads/${aLoad.digest}`),
    ],
    [
      'fields to mend',
      400,
      async () => {
        const one = await ines()
        await one.get('/danger')
        return one.post('/danger', {})
      },
    ],
    [
      'answers to mend before sending',
      400,
      async () => {
        const one = await ines()
        await one.get('/worried')
        await one.post('/worried', { danger: 'NO', draft: 'new' })
        await one.get('/concern/check')
        return one.post('/concern/check', {})
      },
    ],
    [
      'signed out, what was typed kept',
      401,
      async () => {
        const one = await ines()
        await one.get('/danger')
        hub.passed = 20 * minute
        const seen = await one.post('/danger', { given: 'Ann' })
        hub.passed = 0
        return seen
      },
    ],
    ['signed out, nothing kept', 401, () => visitor().post('/danger', { given: 'Ann' })],
    [
      'what was typed, back again',
      200,
      async () => {
        await sending(503)()
        return (await ines()).get('/danger?kept=yes')
      },
    ],
    [
      'a front page without its numbers',
      200,
      async () => {
        const one = await ines()
        return whileAnswering(503, () => one.get('/'))
      },
    ],
    ['signed out', 200, () => visitor().get('/sign-in?out=yes')],
    ['a sign-in that failed', 400, () => visitor().get('/signed-in?code=x&state=y')],
    ['no role', 403, () => visitor().signIn(nobody)],
    ['closed', 503, () => visitor(closed).get('/danger')],
    ['late', 200, async () => (await ines(late)).get('/')],
  ]

  it.each(states)('%s (%i) is found without fault', async (_what, status, see) => {
    const seen = await see()
    expect(seen.status).toBe(status)
    expect(await wrongWith(seen)).toEqual([])
  })

  /** Lists in which nothing stands yet, and who reads them. */
  const empty: readonly (readonly [page: PageName, name: string])[] = [
    ['concerns', 'Ines Marlowe'],
    ['questions', 'Colin Stoddart'],
    ['contested', 'Colin Stoddart'],
    ['alerts', 'Nia Prothero'],
    ['identities', 'Nia Prothero'],
    ['emergencies', 'Tomasz Wilk'],
    ['emergency-ask', 'Nia Prothero'],
    ['late', 'Tomasz Wilk'],
    ['measures', 'Tomasz Wilk'],
    ['watch', 'Joan Whitcombe'],
  ]
  it.each(empty)('%s without anything in it (%s) is found without fault', async (name, who) => {
    const seen = await (await hub.as(who)).get(pages[name].path)
    expect(seen.status).toBe(200)
    expect(await wrongWith(seen)).toEqual([])
  })
})
