import { describe, expect, it } from 'vitest'
import { personOfClaims } from '../../../functions/serve-console/sign-in/person-of-claims.ts'
import { stage } from '../../../infra/stages/local.ts'
import { localPeople } from '../../../local/sign-in/people.ts'

const settings = {
  agencies: [...stage.directory.agencies],
  authorities: [...stage.directory.authorities],
  claims: stage.console.claims,
  languages: [],
  positions: {
    ...Object.fromEntries(
      Object.entries(stage.console.positions).map(([value, position]) => [
        value,
        { organisation: '', ...position },
      ]),
    ),
    'of nobody': { role: 'referrer', organisation: 'not-served' },
    'of no role': { role: 'administrator', organisation: 'turning-tide' },
    'auditor of an agency': { role: 'auditor', organisation: 'turning-tide' },
  },
}
const personOf = (claims: Record<string, unknown>) => personOfClaims(claims, settings)

describe('somebody who signs in', () => {
  it('is known by their work id as it is kept, and by what the table makes of their claim', () => {
    expect(
      personOf({
        work_id: ' TT–0412 ',
        name: 'Ines Marlowe',
        hub_positions: ['turning-tide/worker'],
      }),
    ).toEqual({
      workId: 'tt-0412',
      name: 'Ines Marlowe',
      positions: [{ role: 'referrer', organisation: 'turning-tide' }],
    })
  })

  it.each([undefined, '', 'ines.marlowe@turning-tide.example', 7, ['a', 'b'], 'x'.repeat(500)])(
    'is nobody with the work id %j',
    (work_id) => {
      expect(personOf({ work_id, hub_positions: 'auditor' })).toBeUndefined()
    },
  )

  it.each([
    'of nobody',
    'of no role',
    'auditor of an agency',
    'constructor',
    '__proto__',
    'not in the table',
    { role: 'auditor' },
    undefined,
  ])('is nothing by %j', (hub_positions) => {
    expect(personOf({ work_id: 'A-1', hub_positions })?.positions).toEqual([])
  })

  it('is each thing once, however often it is said', () => {
    const hub_positions = ['auditor', 'auditor', 'audit-lead']
    expect(personOf({ work_id: 'A-1', hub_positions })?.positions).toHaveLength(2)
  })

  it.each(localPeople)('is $name, who has a place here', ({ workId, name, positions }) => {
    const person = personOf({ work_id: workId, name, hub_positions: positions })
    expect(person?.positions).toHaveLength(positions.length)
  })
})
