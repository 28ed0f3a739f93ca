import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type LocalPerson, localPeople } from '../../../local/sign-in/people.ts'
import { PlainBrowser } from '../../builders/a-browser.ts'
import { type AConsole, aConsole, hiddenIn, wordsOf } from '../../builders/a-console.ts'

const nobody: LocalPerson = { workId: 'X-1', name: 'New Starter', does: '', positions: [] }
const [ines = nobody, lead = nobody] = localPeople
const minute = 60_000
const danger = { given: 'Tracey', family: 'Cobbold', fact: 'Alone in his cot.', rung: 'NO' }

let hub: AConsole
let closed: AConsole
let browser: PlainBrowser

beforeAll(async () => {
  hub = await aConsole([...localPeople, nobody])
  closed = await aConsole(localPeople, 'closed')
})
afterAll(() => Promise.all([hub.stop(), closed.stop()]))
beforeEach(async () => {
  hub.passed = 0
  hub.answers = undefined
  hub.logged.length = 0
  browser = new PlainBrowser(hub.served.place.consoleUrl)
})
const events = () => hub.logged.map(([, event]) => event)
const lineOf = (event: string) => hub.logged.find(([, one]) => one === event)?.[2]

describe('what was typed', () => {
  it('outlives a page that fails, and a second look, until it is sent on', async () => {
    await browser.signIn(ines)
    await browser.get('/danger')
    hub.passed = 20 * minute
    expect((await browser.post('/danger', danger)).status).toBe(401)
    hub.passed = 0
    await browser.signIn(ines)
    hub.answers = 503
    await browser.get('/concerns?kept=yes')
    for (const _ of ['once', 'twice'])
      expect((await browser.get('/danger?kept=yes')).text).toContain('value="Tracey"')
    hub.answers = undefined
    const sent = await browser.post('/danger', danger)
    expect(sent.url).toContain('/sent')
    expect((await browser.get('/danger?kept=yes')).text).not.toContain('value="Tracey"')
  })

  it.each([
    [503, 503, 'The hub does not answer just now'],
    [429, 429, 'That is enough for today'],
    [0, 500, 'Something went wrong here'],
  ])('is kept where the API answers %s, on a page that says whom to ring', async (...row) => {
    const [answers, status, title] = row
    await browser.signIn(ines)
    const draft = hiddenIn(await browser.get('/danger'), 'draft')
    hub.answers = answers
    const failed = await browser.post('/danger', { ...danger, draft })
    expect(failed.status).toBe(status)
    expect(wordsOf(failed)).toContain(title)
    expect(failed.text).toContain('href="tel:')
    expect(failed.text).toContain('href="/console/danger?kept=yes"')
    hub.answers = undefined
    const back = await browser.get('/danger?kept=yes')
    expect(back.text).toContain('value="Tracey"')
    // The same form: had it been taken all the same, it would count once.
    expect(hiddenIn(back, 'draft')).toBe(draft)
    await browser.post('/danger', { ...danger, draft })
  })

  it('is nobody else’s', async () => {
    await browser.signIn(ines)
    await browser.get('/danger')
    hub.answers = 503
    await browser.post('/danger', { ...danger, given: 'Ottoline' })
    hub.answers = undefined
    const other = await hub.as(lead.name, 1)
    const seen = await other.get('/danger?kept=yes')
    expect(seen.text).toContain('name="given"')
    expect(seen.text).not.toContain('Ottoline')
  })
})

describe('the log', () => {
  it('says who came, went or was turned away, by a digest of the work id and nothing else', async () => {
    await browser.signIn(ines)
    await browser.post('/sign-out', {})
    await browser.signIn(nobody)
    const digest = createHash('sha256').update(`work id ${ines.workId.toLowerCase()}`).digest('hex')
    expect(lineOf('SIGNED_IN')).toMatchObject({
      practitioner: digest.slice(0, 20),
      kind: 'referrer',
    })
    expect(lineOf('SIGNED_IN')?.requestId).toMatch(/^[\w-]{8,}$/)
    expect(lineOf('SIGNED_OUT')).toMatchObject({ practitioner: digest.slice(0, 20) })
    expect(lineOf('SIGN_IN_REFUSED')).toMatchObject({ count: 0 })
    const all = JSON.stringify(hub.logged).toLowerCase()
    for (const said of [ines.workId, ines.name, nobody.name])
      expect(all).not.toContain(said.toLowerCase())
  })

  it('says that a form was not trusted', async () => {
    await browser.signIn(ines)
    await browser.post('/danger', { ...danger, _token: 'a.b' })
    expect(events()).toContain('FORM_NOT_TRUSTED')
  })

  it('has one id for a visit and for all that is asked of the API for it', async () => {
    await browser.signIn(ines)
    hub.logged.length = 0
    hub.calls.length = 0
    await browser.get('/concerns')
    const asked = hub.calls.filter(({ url }) => !url.endsWith('/token'))
    expect(asked.length).toBeGreaterThan(0)
    const ids = new Set(asked.map(({ headers }) => headers['X-Request-ID']))
    expect([...ids]).toEqual([lineOf('PAGE_ANSWERED')?.requestId])
  })
})

describe('while the hub is worked on', () => {
  it('every page but help says so, with whom to ring and when to come back', async () => {
    const one = new PlainBrowser(closed.served.place.consoleUrl)
    for (const path of ['/', '/sign-in', '/sign-in/start', '/danger', '/concerns']) {
      const seen = await one.get(path)
      expect([path, seen.status]).toEqual([path, 503])
      expect(wordsOf(seen)).toContain('This service is closed for a while')
      expect(seen.text).toContain('href="tel:')
      expect(seen.headers.get('retry-after')).toBe('120')
    }
    expect((await one.get('/help')).status).toBe(200)
    expect((await one.get('/developers')).status).toBe(200)
  })
})
