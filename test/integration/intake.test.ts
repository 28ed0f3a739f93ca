import { describe, expect, it } from 'vitest'
import { aConcern } from '../builders/a-concern.ts'
import { allRows, callsOf, concernIdIn } from '../builders/hub-calls.ts'
import { startInProcessHub } from './in-process-hub.ts'

const { dateOfBirth: _d, addresses: _a, ...unplaced } = aConcern().subject
const nobody = { children: [], whyChildrenUnknown: 'Not asked.' }
const wrongNumber = { subject: { ...aConcern().subject, nhsNumbers: ['9999117413'] } }
const inWords = { subject: { ...aConcern().subject, dateOfBirth: 'the fifth of May 1991' } }

/** The form at half past five: what is wrong with it, what is kept of it as it was written, and what a lesser one is told. */
const shapes = [
  [
    'a number with a wrong digit',
    wrongNumber,
    '/subject/nhsNumbers/0',
    'ten digits with a correct check digit',
  ],
  [
    'an NHS number alone',
    { ...nobody, subject: { ...unplaced, nhsNumbers: ['9999117414'] } },
    null,
    null,
  ],
  [
    'a first name, a telephone and a place',
    {
      ...nobody,
      subject: { ...unplaced, names: [{ given: 'Marta' }], phones: ['01632 960123'] },
      childLocationNow: 'The drop-in in Sexton Row',
    },
    null,
    null,
  ],
  [
    'an unknown council',
    { authority: 'E06999999' },
    '/authority',
    'the GSS code of a council, such as E08000035, or ABROAD or UNKNOWN',
  ],
  ['a council that is no member', { authority: 'E08000035' }, null, null],
  ['900 characters of reason', { reason: 'x'.repeat(900) }, '/reason', 'at most 500 characters'],
  [
    'a date in words',
    inWords,
    '/subject/dateOfBirth',
    'a day as YYYY-MM-DD, or as much of it as is known: YYYY-MM or YYYY',
  ],
] as const

describe('the form at half past five', () => {
  it('is taken at H4 whatever is wrong with it, and at H2 told what to mend', async () => {
    const hub = await startInProcessHub('intake')
    const calls = callsOf(hub)
    for (const [at, [name, change, pointer, detail]] of shapes.entries()) {
      const call = { phoneCallMade: { made: true } }
      const sent = { ...aConcern(), ...change } as ReturnType<typeof aConcern>
      const grave = await calls.submit(`one-key-for-shape-${at}`, { ...sent, harm: 'H4', ...call })
      expect(grave.status, name).toBe(202)
      const id = concernIdIn(grave)
      const rows = await allRows(hub, 'casework')
      const row = rows.find(({ pk, sk }) => pk === `CONCERN#${id}` && sk === 'CONCERN')
      const { unread, incomplete } = row?.['stored'] as { unread?: object[]; incomplete?: true }
      expect([unread?.length, incomplete], name).toEqual(
        pointer === null ? [undefined, undefined] : [1, true],
      )
      expect(unread?.[0] ?? {}, name).toMatchObject(pointer === null ? {} : { pointer })
      const lesser = await calls.submit(`one-key-for-lesser-${at}`, sent)
      expect(lesser.status, name).toBe(pointer === null ? 202 : 400)
      const { errors } = lesser.body as { errors?: unknown }
      expect(errors, name).toEqual(pointer === null ? undefined : [{ pointer, detail }])
    }
    await hub.settle()
    const waiting = (await allRows(hub, 'casework')).filter(
      ({ waitingFor }) => waitingFor === 'ASSESSMENT',
    )
    expect(waiting).toEqual([])
  })
})
