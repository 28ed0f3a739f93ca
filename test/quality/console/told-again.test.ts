import { afterAll, beforeAll, expect, it } from 'vitest'
import { apiClient } from '../../../local/api-client.ts'
import type { PlainBrowser } from '../../builders/a-browser.ts'
import { aChild } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { type AConsole, aConsole, wordsOf } from '../../builders/a-console.ts'
import { type ADesk, aDesk, type Change, decide, fill, take } from '../../builders/a-desk.ts'

let console_: AConsole
let desk: ADesk
let nia: PlainBrowser

const person = { ...aConcern().subject, names: [{ given: 'Petra', family: 'Applegarth' }] }
const lodging = { houseNumber: '3', street: 'Osier Walk', town: 'Westmarch', postcode: 'WM3 9QT' }
const told: Change = {
  incidentOn: '2026-11-20',
  subject: { ...person, addresses: [lodging] },
  children: [{ name: { given: 'Linus', family: 'Applegarth' }, dateOfBirth: '2015-02-11' }],
}
const toldAgain: Change = {
  ...told,
  reason: 'He has come back, and she is afraid.',
  flags: ['DA'],
  subject: { ...person, addresses: [lodging] },
  children: [{ name: { given: 'Wren', family: 'Applegarth' }, dateOfBirth: '2021-06-01' }],
  keepConfidentialFrom: [{ person: 'Her sister', why: 'She tells him' }],
  domesticAbuse: {
    childPresent: 'HEARD',
    safeContact: { safeToCall: false, number: '01632 960222' },
  },
}

beforeAll(async () => {
  console_ = await aConsole()
  desk = aDesk(console_)
  const register = apiClient(console_.served.place, 'westmarch-register')
  const put = await register.call('PUT', '/children/C-900', { body: aChild() })
  expect(put.status).toBe(200)
  nia = await console_.as('Nia Prothero')
})
afterAll(() => console_.stop())

it('puts on top what protects somebody whichever notice of the family carries it, and warns beside each address', async () => {
  const { path } = await desk.raised(told)
  const before = wordsOf(await nia.get(path))
  expect(before).not.toContain('No number is known to be safe')
  await desk.send(toldAgain)
  const seen = await nia.get(path)
  const words = wordsOf(seen)
  expect(words).toContain('Told again on')
  const onTop = words.slice(words.indexOf('What to do now'), words.indexOf(' Children '))
  for (const said of [
    'No number is known to be safe',
    'Where they are is secret',
    'Keep this from: Her sister: She tells him',
  ])
    expect(onTop).toContain(said)
  expect(words).toMatch(
    /Secret, do not ring, write or go there unasked: Petra Applegarth 3 Osier Walk/,
  )
  expect(words).toContain('Wren Applegarth')
  expect(words).toContain('Number sent, not said to be safe: do not ring 01632 960222')
  // In their turn: what the first told is not said of the second.
  expect(words.split('Her sister').length).toBe(3)
})

it('strikes from the preview of an answer what any of its notices keeps secret', async () => {
  const { path } = await desk.raised({ ...told, incidentOn: '2026-08-01' })
  await desk.send({ ...toldAgain, flags: ['DA', 'RESTRICTED_ADDRESS'], incidentOn: '2026-08-01' })
  expect(wordsOf(await nia.get(path))).toContain('Told again on')
  await take(nia, path)
  await decide(nia, `${path}/outcome/SECTION_47`, {})
  const seen = await fill(nia, `${path}/feedback`, {
    toldFact: 'Seen at 3 Osier Walk. Ring 01632 960222.',
  })
  expect(wordsOf(seen)).toContain('Seen at [protected] . Ring [protected] .')
})

it('warns beside an address in a question who somebody is', async () => {
  await desk.send({
    ...toldAgain,
    harm: 'H3',
    incidentOn: '2026-05-01',
    subject: {
      ...person,
      names: [{ given: 'Martha', family: 'Quilfeather' }],
      addresses: [lodging],
    },
    children: [{ name: { given: 'Fern', family: 'Quilfeather' }, ageYears: 4 }],
  })
  const list = await nia.get('/identity')
  const [, id = ''] = /\/console\/identity\/([0-9a-f-]{36})/.exec(list.text) ?? []
  const words = wordsOf(await nia.get(`/identity/${id}`))
  expect(words).toContain('Do not ask the family')
  expect(words).toContain('Where they are is secret')
  expect(words).toMatch(/3 Osier Walk Westmarch WM3 9QT Secret, do not ring, write or go there/)
})
