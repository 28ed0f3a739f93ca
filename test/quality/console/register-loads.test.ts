import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { apiClient } from '../../../local/api-client.ts'
import { flaws } from '../../../shared/loading/flaws.ts'
import type { PlainBrowser } from '../../builders/a-browser.ts'
import { aChild } from '../../builders/a-child.ts'
import { type AConsole, aConsole, wordsOf } from '../../builders/a-console.ts'

let hub: AConsole
let gareth: PlainBrowser

beforeAll(async () => {
  hub = await aConsole()
  gareth = await hub.as('Gareth Llewellyn')
}, 60_000)
afterAll(() => hub.stop())

const digestOf = (sign: string): string => sign.repeat(64)
type Part = {
  readonly digest: string
  readonly ids: readonly string[]
  readonly step?: 'compare' | 'apply'
  readonly extent?: 'FULL' | 'DELTA'
  readonly isLast?: boolean
  readonly report?: object
}
const send = async ({ ids, ...part }: Part): Promise<void> => {
  const register = apiClient(hub.served.place, 'westmarch-register')
  const records = ids.map((id) => ({ id, child: aChild({ adults: [] }) }))
  const body = { authority: westmarch, extent: 'FULL', step: 'compare', after: '', isLast: true }
  const answer = await register.call('POST', '/register-loads', {
    headers: { 'Hub-Practitioner': 'rm-7' },
    body: { ...body, records, ...part },
  })
  expect(answer.status, answer.text).toBe(200)
}
const ten = Array.from({ length: 10 }, (_, at) => `C${10 + at}`)

describe('what was loaded', () => {
  it('says how to load, where nothing was yet', async () => {
    const none = wordsOf(await gareth.get('/register/loads'))
    expect(none).toContain('Nothing has been loaded yet')
    expect(none).toContain(`hub import FOLDER --authority ${westmarch}`)
    expect((await gareth.get('/')).text).toContain('/register/loads"')
  })

  it('is a list with who, what and where it is', async () => {
    await send({ digest: digestOf('1'), ids: ten })
    const compared = wordsOf(await gareth.get('/register/loads'))
    for (const said of ['rm-7', 'The whole register', 'Compared, and not applied'])
      expect(compared).toContain(said)
    await send({ digest: digestOf('1'), ids: ten, step: 'apply' })
    const applied = await gareth.get('/register/loads')
    expect(wordsOf(applied)).toContain('Applied')
    expect(applied.text).toContain(`/register/loads/${digestOf('1')}"`)
    expect(applied.text).not.toContain('Quillfeather')
  })

  it('is shown with its counts, what was wrong and what to do', async () => {
    const found = [
      { code: 'NAME_IN_PART', rows: 4 },
      { code: 'BIRTH_UNREADABLE', rows: 3 },
    ]
    const records = { loaded: 1, refused: 2, leftOut: 0, purged: 0 }
    const report = { rows: 77, records, flaws: found }
    await send({ digest: digestOf('2'), ids: ['C10', 'C99'], extent: 'DELTA', report })
    const page = wordsOf(await gareth.get(`/register/loads/${digestOf('2')}`))
    for (const said of [
      'Load 22222222',
      'Some children',
      'run the same command with --apply',
      'New 1',
      'Unchanged: nothing is written 1',
      'Rows in the files 77',
      'Refused before they were sent 2',
      'with --delta',
      flaws.BIRTH_UNREADABLE.wrong,
      flaws.BIRTH_UNREADABLE.mend,
      'NAME_IN_PART',
    ])
      expect(page).toContain(said)
    // What refuses a record stands before what does not.
    expect(page.indexOf('BIRTH_UNREADABLE')).toBeLessThan(page.indexOf('NAME_IN_PART'))
    expect(page).not.toContain('C99')
  })

  it('waits to be confirmed where it would close many cases', async () => {
    await send({ digest: digestOf('3'), ids: ten.slice(0, 8) })
    const page = wordsOf(await gareth.get(`/register/loads/${digestOf('3')}`))
    for (const said of [
      'somebody has to confirm it',
      'would close 2 of 10 open cases',
      '--apply and --confirm 2',
      'Gone from the files: the case is closed 2',
      'This is not kept of this load',
    ])
      expect(page).toContain(said)
  })

  it('says how far it is while it goes on', async () => {
    const eleven = [...ten, 'C98']
    await send({ digest: digestOf('4'), ids: eleven })
    const part = { digest: digestOf('4'), ids: eleven.slice(0, 4) }
    await send({ ...part, step: 'apply', isLast: false })
    const page = wordsOf(await gareth.get(`/register/loads/${digestOf('4')}`))
    expect(page).toContain('Being applied: 4 of 11')
    expect(page).toContain('What it has done, so far')
    await send({ digest: digestOf('5'), ids: ['C10'], isLast: false })
    const list = wordsOf(await gareth.get('/register/loads'))
    expect(list).toContain('Being compared: 1 so far')
  })

  it.each([digestOf('f'), 'x', '..%2f..%2fchildren', digestOf('G')])(
    'is not there under %s',
    async (id) => {
      expect((await gareth.get(`/register/loads/${id}`)).status).toBe(404)
    },
  )

  it('is on record, by the person', async () => {
    await gareth.get(`/register/loads/${digestOf('1')}`)
    const auditor = apiClient(hub.served.place, 'hub-auditor')
    const { text } = await auditor.call(
      'GET',
      `/audit/entries?subject=${westmarch}&action=REGISTER_LOAD_READ`,
      { headers: { 'Hub-Practitioner': 'A-0007' } },
    )
    expect(text).toContain('"w-0450"')
  })
})
