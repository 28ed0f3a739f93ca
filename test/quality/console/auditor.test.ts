import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { apiClient } from '../../../local/api-client.ts'
import type { PlainBrowser, Seen } from '../../builders/a-browser.ts'
import { aChild } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { type AConsole, aConsole, wordsOf } from '../../builders/a-console.ts'

let hub: AConsole
let helen: PlainBrowser
let alertId: string
const child = `${westmarch}.C1`
const mother = `${westmarch}.A1001`
const nasty = `"><script>alert(1)</script>{{ 7 * 7777 }}`

beforeAll(async () => {
  hub = await aConsole()
  const register = apiClient(hub.served.place, 'westmarch-register')
  expect((await register.call('PUT', '/children/C1', { body: aChild() })).status).toBe(200)
  const service = apiClient(hub.served.place, 'westmarch-substance-misuse')
  await service.call('POST', '/concerns', {
    body: aConcern(),
    headers: { 'Idempotency-Key': randomUUID(), 'Hub-Practitioner': 'TT-0412' },
  })
  const worker = apiClient(hub.served.place, 'westmarch-social-care')
  const headers = { 'Hub-Practitioner': 'W-0117' }
  const { body } = await worker.call('GET', '/alerts', { headers })
  const [alert] = (body as { items: { alertId: string }[] }).items
  await worker.call('GET', `/alerts/${alert?.alertId ?? ''}`, { headers })
  alertId = alert?.alertId ?? ''
  const elsewhere = apiClient(hub.served.place, 'northmoor-social-care')
  await elsewhere.call('GET', `/alerts/${alertId}`, { headers: { 'Hub-Practitioner': 'N-0300' } })
  helen = await hub.as('Helen Ashworth', 0)
}, 60_000)
afterAll(() => hub.stop())

const alertOfNobody = '0192f6a0-7d3c-7c00-8000-000000000001'
const ask = async (form: Record<string, string>): Promise<Seen> => {
  await helen.get('/audit')
  return helen.post('/audit', form)
}
const entryIn = ({ text }: Seen): string => /audit\/entries\/([0-9a-f-]{36})/.exec(text)?.[1] ?? ''

describe('a question to the log', () => {
  it.each([
    [{ sentence: 'record', what: mother }, 'Alert read', 'w-0117'],
    [{ sentence: 'person', what: 'W-0117', organisation: `authority:${westmarch}` }, 'Alert read'],
    [{ sentence: 'system', what: 'westmarch-register' }, 'Child recorded'],
    [{ sentence: 'organisation', organisation: 'agency:turning-tide' }, 'Concern submitted'],
    [{ sentence: 'record', what: child, action: 'CHILD_RECORDED' }, 'Child recorded'],
  ] as const)('%j is answered as a table and as a timeline', async (form, ...said) => {
    const table = await ask({ ...form })
    expect(table.status).toBe(200)
    for (const words of said) expect(wordsOf(table)).toContain(words)
    expect(table.url).toMatch(/\/audit\?asked=[\da-f-]{36}$/)
    const timeline = await helen.post('/audit', { ...form, view: 'timeline' })
    for (const words of said) expect(wordsOf(timeline)).toContain(words)
  })

  it('who tried to see an alert names whoever was refused', async () => {
    const seen = await ask({ sentence: 'tried', what: alertId })
    for (const words of ['Access refused', 'Refused', 'n-0300'])
      expect(wordsOf(seen)).toContain(words)
  })

  it('is asked page by page, further back each time', async () => {
    for (let tries = 0; tries < 30; tries += 1) await hub.as('Nia Prothero')
    const first = await ask({ sentence: 'person', what: 'W-0117' })
    const cursor = /name="cursor" value="([^"]+)"><button class="govuk-button/.exec(first.text)?.[1]
    const second = await helen.post('/audit', {
      sentence: 'person',
      what: 'W-0117',
      cursor: cursor ?? '',
    })
    expect(second.status).toBe(200)
    expect(entryIn(second)).not.toBe(entryIn(first))
    expect(first.text).not.toContain(entryIn(second))
  })

  it.each([
    [{}, 'sentence'],
    [{ sentence: 'record' }, 'what'],
    [{ sentence: 'organisation' }, 'organisation'],
    [{ sentence: 'days' }, 'from-day'],
    [
      {
        sentence: 'record',
        what: mother,
        'from-day': '31',
        'from-month': '2',
        'from-year': '2026',
      },
      'from-day',
    ],
    [{ sentence: 'case', what: 'not one' }, 'what'],
    [{ sentence: 'person', what: nasty }, 'what'],
  ])('%j is to be mended at %s', async (form, field) => {
    const seen = await ask(form)
    expect(seen.status).toBe(400)
    expect(seen.text).toContain(`href="#${field}"`)
    expect(seen.text).not.toContain('<script>alert')
  })

  it('shows what somebody asked by as it was typed, and never as part of the page', async () => {
    const seen = await ask({ sentence: 'system', what: nasty })
    expect(seen.status).toBe(200)
    expect(seen.text).not.toContain('<script>alert')
    expect(seen.text).not.toContain('54439')
    expect(wordsOf(seen)).toContain('The log holds nothing that fits')
  })

  it('is in the log itself, by the auditor’s work id', async () => {
    await ask({ sentence: 'record', what: mother })
    const seen = await ask({ sentence: 'person', what: 'A-0007', action: 'AUDIT_QUERIED' })
    expect(wordsOf(seen)).toContain('Audit queried')
  })

  it('is answered as a table for a spreadsheet, in which no cell can run', async () => {
    await ask({ sentence: 'record', what: mother })
    const seen = await helen.post('/audit/csv', { sentence: 'record', what: mother })
    expect(seen.headers.get('content-type')).toContain('text/csv')
    expect(seen.headers.get('content-disposition')).toBe('attachment; filename="audit-entries.csv"')
    expect(seen.text).toContain('"ALERT_READ"')
    expect(seen.text).not.toMatch(/(^|,)"?[=+\-@]/m)
  })
})

describe('the log', () => {
  it('says how far it is sealed, on the page where questions are asked', async () => {
    expect(wordsOf(await helen.get('/audit'))).toMatch(/\d+ entries are signed for/)
  })

  it('proves an entry, which the console works out anew, and gives a receipt', async () => {
    const id = entryIn(await ask({ sentence: 'record', what: mother }))
    const seen = await helen.get(`/audit/entries/${id}`)
    expect(wordsOf(seen)).toContain('This entry stands in the log.')
    expect(wordsOf(seen)).toContain(mother)
    const receipt = await helen.get(`/audit/entries/${id}/receipt`)
    expect(receipt.text.startsWith('c2sp.org/tlog-proof@v1\n')).toBe(true)
    expect(receipt.headers.get('content-disposition')).toContain('attachment')
  })

  it('goes on from a checkpoint that was kept, and from no other', async () => {
    const auditor = apiClient(hub.served.place, 'hub-auditor')
    const { body } = await auditor.call('GET', '/audit/checkpoint')
    const { checkpoint } = body as { checkpoint: string }
    await ask({ sentence: 'record', what: mother })
    await helen.get('/audit/verify')
    const holds = await helen.post('/audit/verify', { note: checkpoint.replaceAll('\n', '\r\n') })
    expect(wordsOf(holds)).toContain('The log of then is the beginning of the log of today')
    const [origin, size, root = ''] = checkpoint.split('\n')
    const forged = [
      origin,
      size,
      `${root.startsWith('A') ? 'B' : 'A'}${root.slice(1)}`,
      '',
      '',
    ].join('\n')
    const broken = await helen.post('/audit/verify', { note: forged })
    expect(wordsOf(broken)).toContain('does not go on from this checkpoint')
    const longer = [origin, '99999999', root, '', ''].join('\n')
    expect(wordsOf(await helen.post('/audit/verify', { note: longer }))).toContain('does not go on')
    const none = await helen.post('/audit/verify', { note: nasty })
    expect(none.status).toBe(400)
    expect(none.text).not.toContain('<script>alert')
  })

  it('has nothing under an id that is none', async () => {
    expect((await helen.get(`/audit/entries/${alertOfNobody}`)).status).toBe(404)
    for (const wrong of ['x', '..%2f..%2fexports', randomUUID()])
      expect((await helen.get(`/audit/entries/${wrong}`)).status).toBe(404)
  })
})

describe('a person', () => {
  const whom = {
    kind: 'adult',
    given: 'Marta',
    family: 'Quillfeather',
    'dateOfBirth-day': '17',
    'dateOfBirth-month': '4',
    'dateOfBirth-year': '1991',
  }
  const reason = { caseReference: 'SAR-2026-14', purpose: 'safeguarding' }

  it('is found by whole name and day of birth alone, for a reason, and stands in no address', async () => {
    await helen.get('/audit/people')
    const none = await helen.post('/audit/people', whom)
    expect(none.status).toBe(400)
    expect(none.text).toContain('href="#caseReference"')
    const found = await helen.post('/audit/people', { ...whom, ...reason })
    expect(wordsOf(found)).toContain(mother)
    expect(found.url).not.toContain('Quillfeather')
    const nobody = await helen.post('/audit/people', { ...whom, ...reason, family: 'Wetherby' })
    expect(wordsOf(nobody)).toContain('Nobody is exactly this person')
    const half = await helen.post('/audit/people', { ...reason, given: 'Marta' })
    expect(half.status).toBe(400)
    const hostile = await helen.post('/audit/people', { ...whom, ...reason, given: nasty })
    expect(hostile.text).not.toContain('<script>alert')
  })

  it('has their request opened by a lead auditor, who sees who saw what, and two show work ids', async () => {
    const lead = await hub.as('Helen Ashworth', 1)
    await lead.get('/audit/people')
    const found = await lead.post('/audit/people', { ...whom, ...reason })
    expect(wordsOf(found)).toContain('Open a request of this person')
    const begun = await lead.post('/audit/subject-access', {
      begin: 'yes',
      personId: mother,
      ...reason,
    })
    expect(begun.status).toBe(200)
    expect(begun.text).toContain(`value="${mother}"`)
    const opened = await lead.post('/audit/subject-access', { personId: mother, ...reason })
    expect(wordsOf(opened)).toContain('The request is open')
    expect(wordsOf(opened)).toContain('Alert read')
    expect(wordsOf(opened)).not.toContain('w-0117')
    const id = /subject-access\/([0-9a-f-]{36})/.exec(opened.url)?.[1] ?? ''
    const asked = await lead.post(`/audit/subject-access/${id}`, {})
    expect(wordsOf(asked)).toContain('when a second person asks too')
    const second = apiClient(hub.served.place, 'hub-audit-lead')
    const headers = { 'Hub-Practitioner': 'A-0011' }
    await second.call('POST', `/audit/subject-access/${id}/unmasking`, { headers })
    expect(wordsOf(await lead.get(`/audit/subject-access/${id}`))).toContain('w-0117')
  })

  it.each([
    [{ personId: '' }, 'personId'],
    [{ personId: nasty }, 'personId'],
    [{ concernIds: 'x, y' }, 'concernIds'],
    [{ purpose: '' }, 'purpose'],
  ])('whose request says %j is to be mended at %s', async (form, field) => {
    const lead = await hub.as('Helen Ashworth', 1)
    await lead.get('/audit/subject-access')
    const seen = await lead.post('/audit/subject-access', { personId: mother, ...reason, ...form })
    expect(seen.status).toBe(400)
    expect(seen.text).toContain(`href="#${field}"`)
    expect(seen.text).not.toContain('<script>alert')
  })

  it('has no request that everybody may open', async () => {
    expect((await helen.get('/audit/subject-access')).status).toBe(404)
  })
})

describe('each page', () => {
  it('is no larger than a slow line takes', async () => {
    const pages = [
      await helen.get('/audit', { 'Accept-Encoding': 'gzip' }),
      await ask({ sentence: 'record', what: mother }),
    ]
    for (const { bytes } of pages) expect(bytes).toBeLessThan(60_000)
  })
})
