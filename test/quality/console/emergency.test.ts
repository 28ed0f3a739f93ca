import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { type LocalPerson, localPeople } from '../../../local/sign-in/people.ts'
import type { PlainBrowser, Seen } from '../../builders/a-browser.ts'
import { type AConsole, aConsole, wordsOf } from '../../builders/a-console.ts'
import { aDesk, aFamily } from '../../builders/a-desk.ts'

const rhoda: LocalPerson = {
  workId: 'E-0001',
  name: 'Rhoda Pickering',
  does: '',
  positions: ['eastvale/manager'],
}
const nasty = '"><script>alert(1)</script>{{ 7 * 7777 }}'
const why = `Police are at the door with her, and nobody at Westmarch answers. ${nasty}`

let console_: AConsole
/** Of the council that asks: duty and manager; of the one that is read: duty and manager. */
let beatrice: PlainBrowser
let lead: PlainBrowser
let nia: PlainBrowser
let tomasz: PlainBrowser
let alertId: string

beforeAll(async () => {
  console_ = await aConsole([...localPeople, rhoda])
  beatrice = await console_.as('Beatrice Okafor')
  lead = await console_.as('Rhoda Pickering')
  nia = await console_.as('Nia Prothero')
  tomasz = await console_.as('Tomasz Wilk', 0)
  alertId = (await aDesk(console_).raised(aFamily())).id
})
afterAll(() => console_.stop())

const form = () => ({
  what: 'alert',
  number: alertId,
  justification: why,
  caseReference: 'night-4',
  purpose: 'safeguarding',
})

/** Asks, and gives the page of what was asked. */
const asks = async (who: PlainBrowser, change: object = {}): Promise<string> => {
  await who.get('/emergency/new')
  const seen = await who.post('/emergency/new', { ...form(), ...change })
  expect(wordsOf(seen)).toContain('You have asked')
  return /\/emergency\/[0-9a-f-]{36}/.exec(seen.url)?.[0] ?? ''
}
const agrees = async (path: string): Promise<Seen> => {
  await lead.get(path)
  return lead.post(path, { do: 'approve' })
}

describe('what another council holds', () => {
  it('is asked for with a reason, and what is missing is said', async () => {
    const seen = await beatrice.get('/emergency/new')
    expect(wordsOf(seen)).toContain('Ring the council first')
    const none = await beatrice.post('/emergency/new', {
      justification: nasty.slice(0, 39),
      number: alertId,
    })
    expect(none.status).toBe(400)
    for (const field of ['what', 'justification', 'caseReference', 'purpose'])
      expect([field, none.text.includes(`href="#${field}"`)]).toEqual([field, true])
    expect(none.text).not.toContain('<script>alert')
  })

  it('is read once a manager agreed, for half an hour, and cannot be answered', async () => {
    const path = await asks(beatrice)
    expect((await beatrice.get(`${path}/read`)).url).not.toContain('/read')
    const waiting = wordsOf(await lead.get('/emergency'))
    expect(waiting).toContain('To be agreed to: An alert')
    const asked = await lead.get(path)
    expect(wordsOf(asked)).toContain('Do you agree?')
    expect(asked.text).not.toContain('<script>alert')
    expect(wordsOf(await agrees(path))).toContain('You have agreed')
    const read = await beatrice.get(`${path}/read`)
    expect(read.status).toBe(200)
    expect(wordsOf(read)).toContain('You read this in an emergency')
    for (const gone of ['/outcome', '/readers', '/match', 'Take it'])
      expect(read.text).not.toContain(gone)
    expect((await beatrice.get(`/alerts/${alertId}`)).status).toBe(404)
  })

  it('is looked at afterwards by the lead who was read, who ends it', async () => {
    const path = await asks(beatrice)
    await agrees(path)
    await beatrice.get(`${path}/read`)
    expect(wordsOf(await tomasz.get('/emergency'))).toContain('To be looked at: An alert')
    const seen = await tomasz.get(path)
    expect(wordsOf(seen)).toMatch(/How often it was read 1/)
    const none = await tomasz.post(path, { do: 'review', reason: nasty })
    expect(none.text).toContain('href="#verdict"')
    expect(none.text).not.toContain('<script>alert')
    const form = {
      do: 'review',
      verdict: 'NOT_JUSTIFIED',
      reason: 'Our duty team answers at night.',
    }
    expect(wordsOf(await tomasz.post(path, form))).toContain('What you decided is kept')
    expect((await beatrice.get(`${path}/read`)).url).not.toContain('/read')
    expect(wordsOf(await beatrice.get(path))).toContain('Ended by the council that holds it')
    const again = await tomasz.post(path, form)
    expect(again.status).toBe(409)
  })

  it('is the same whether or not it is there, until somebody reads it', async () => {
    const number = alertId.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))
    const path = await asks(beatrice, { number })
    const other = await asks(beatrice, { what: 'chronology', number: `${westmarch}.NONE-1` })
    for (const one of [path, other]) {
      expect(wordsOf(await agrees(one))).toContain('You have agreed')
      expect(wordsOf(await beatrice.get(`${one}/read`))).toContain('There is nothing to read here')
    }
  })

  it('is agreed to by nobody who asked', async () => {
    const own = await asks(lead)
    expect(wordsOf(await lead.get(own))).not.toContain('Do you agree?')
    const refused = await lead.post(own, { do: 'approve' })
    expect(refused.text).toContain('Another person must do this')
  })

  it('is opened to nobody else', async () => {
    const path = await asks(beatrice)
    await agrees(path)
    expect((await nia.get(path)).status).toBe(404)
    expect((await lead.get(`${path}/read`)).url).not.toContain('/read')
    for (const name of ['Ines Marlowe', 'Gareth Llewellyn', 'Helen Ashworth']) {
      const other = await console_.as(name)
      for (const page of ['/emergency', '/emergency/new', path, `${path}/read`])
        expect([name, page, (await other.get(page)).status]).toEqual([name, page, 404])
    }
    expect((await beatrice.get('/emergency')).status).toBe(404)
    expect((await beatrice.get('/emergency/no-id')).status).toBe(404)
  })
})
