import { describe, expect, it } from 'vitest'
import { readMatchLine } from '../../../../cli/match/read-match-line.ts'

const millLane = { houseNumber: '12', street: 'Mill Lane', town: 'Ennerby', postcode: 'QM3 5DU' }
const wilhelmina = {
  names: [{ given: 'Wilhelmina', family: 'Oakeshott' }],
  dateOfBirth: '1991-07-04',
  sex: 'F',
  addresses: [millLane],
}

describe('a line that is read leniently', () => {
  const readOf = (query: object, children: readonly object[] = []) =>
    readMatchLine(JSON.stringify({ id: 'a', register: [], query: { person: query, children } }))

  it('passes over what it does not know and what was left empty', () => {
    const told = {
      ...wilhelmina,
      nickname: 'canary',
      nhsNumbers: [''],
      phones: null,
      addresses: [{ ...millLane, uprn: '', floor: 2 }],
    }
    expect(readOf(told)).toEqual(readOf(wilhelmina))
  })

  it('takes numbers as the NHS prints them and names with signs that show nothing', () => {
    const told = {
      names: [{ given: 'Wilhel\u200Bmina', family: '\u202AOakeshott\u202C' }],
      nhsNumbers: ['943 476 5919'],
    }
    const plain = { names: wilhelmina.names, nhsNumbers: ['9434765919'] }
    expect(readOf(told)).toEqual(readOf(plain))
  })

  it.each([
    ['in halves', { given: 'Alfie', family: 'Thrupp' }],
    ['in one text', 'Alfie Thrupp'],
  ])('takes children whose names are told %s', (_, name) => {
    expect(readOf(wilhelmina, [{ name, dateOfBirth: '2016-02-03' }])).toMatchObject({
      line: {
        query: { children: [{ given: 'Alfie', family: 'Thrupp', dateOfBirth: '2016-02-03' }] },
      },
    })
  })

  it('notes by its place which value it left out', () => {
    const told = { ...wilhelmina, sex: 'canary', nhsNumbers: ['1234567890'], addresses: ['canary'] }
    expect(readOf(told)).toMatchObject({
      line: { query: { person: { names: wilhelmina.names, nhsNumbers: [], addresses: [] } } },
      leftOut: ['/query/person/sex', '/query/person/addresses/0', '/query/person/nhsNumbers/0'],
    })
  })
})

describe('a line that cannot be matched', () => {
  it.each([
    { fault: 'is no JSON', line: '{"id": "canary', id: null, field: 'the line' },
    { fault: 'has no register', line: { id: 'a', query: {} }, id: 'a', field: '/register' },
    { fault: 'has no query', line: { id: 'a', register: [] }, id: 'a', field: '/query' },
    {
      fault: 'has a query without a person',
      line: { id: 'a', register: [], query: {} },
      id: 'a',
      field: '/query/person',
    },
    {
      fault: 'has an entry without an id',
      line: { id: 'a', register: [{}], query: { person: {} } },
      id: 'a',
      field: '/register/0/id',
    },
    {
      fault: 'has an entry named as the background',
      line: { id: 'a', register: [{ id: 'background-1' }], query: { person: {} } },
      id: 'a',
      field: '/register/0/id',
    },
    {
      fault: 'has no id',
      line: { register: [], query: { person: wilhelmina } },
      id: null,
      field: '/id',
    },
  ])('is named with the field at fault when it $fault', ({ line, id, field }) => {
    const read = readMatchLine(typeof line === 'string' ? line : JSON.stringify(line))
    expect(read).toMatchObject({ id })
    expect('error' in read && read.error).toMatch(new RegExp(`^${field}: `))
    expect(JSON.stringify(read)).not.toContain('canary')
  })
})
