import { describe, expect, it } from 'vitest'
import { childrenOf, loadTables } from '../../builders/loading.ts'
import { childRow, relationRow } from '../../builders/planted-flaws.ts'

/** Two children of one mother, of whom each row says something else. */
const mothers = (first: string, second: string) => [
  relationRow('C1', { adult_id: 'A1', restricted: first }),
  relationRow('C2', { adult_id: 'A1', restricted: second }),
]
const two = [childRow('C1'), childRow('C2')]

describe('whoever is restricted by one row', () => {
  it.each([
    ['N', 'Y'],
    ['Y', 'N'],
    ['N', 'see note'],
    ['', 'Y'],
  ])('and by another not is restricted: %s and %s', async (first, second) => {
    const { C1, C2 } = childrenOf(
      await loadTables({ 'children.csv': two, 'relationships.csv': mothers(first, second) }),
    )
    for (const child of [C1, C2]) expect(child?.adults[0]?.restricted).toEqual({ address: true })
  })

  it('of another file is restricted, whatever the files are called', async () => {
    const [no, yes] = [
      relationRow('C1', { restricted: 'N' }),
      relationRow('C1', { restricted: 'Y' }),
    ]
    for (const files of [
      { 'a.csv': [no], 'b.csv': [yes] },
      { 'a.csv': [yes], 'b.csv': [no] },
    ]) {
      const { C1 } = childrenOf(await loadTables({ 'children.csv': [childRow('C1')], ...files }))
      expect(C1?.adults[0]?.restricted).toEqual({ address: true })
    }
  })

  it('is restricted by whichever of two columns of one meaning says so', async () => {
    const child = childRow('C1', { Restricted: 'N' })
    const { C1 } = childrenOf(
      await loadTables({ 'children.csv': [{ ...child, Confidential: 'Y' }] }),
    )
    expect(C1?.restricted).toEqual({ address: true })
  })

  it('has lost a child before, though another row knows nothing of it', async () => {
    const rows = [
      relationRow('C1', { adult_id: 'A1', adult_previous_removal: 'N' }),
      relationRow('C2', { adult_id: 'A1', adult_previous_removal: 'Y' }),
    ]
    const { C1 } = childrenOf(await loadTables({ 'children.csv': two, 'relationships.csv': rows }))
    expect(C1?.adults[0]?.previousRemoval).toBe(true)
  })
})

it('takes a word that every object knows for no sex', async () => {
  const { C1 } = childrenOf(
    await loadTables({ 'children.csv': [childRow('C1', { Gender: 'constructor' })] }),
  )
  expect(C1?.sex).toBe('U')
})

it('looks once at a row that a join has multiplied', async () => {
  const rows = Array.from({ length: 20_000 }, () => childRow('C1'))
  const { people } = await loadTables({
    'children.csv': rows,
    'relationships.csv': [relationRow('C1')],
  })
  expect(people.map(({ kind }) => kind)).toEqual(['child'])
})
