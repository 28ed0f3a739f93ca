import { describe, expect, it } from 'vitest'
import { type Protected, striker } from '../../../../shared/people/striking/striker.ts'
import { flatOverThePark, refuge } from '../../../builders/address-writings.ts'

type Case = readonly [told: string, left: string]

const struckAs = (what: Protected, cases: readonly Case[]): void => {
  const strike = striker(what)
  for (const [told, left] of cases) expect(strike(told)).toBe(left)
}
const addresses = (...all: readonly NonNullable<Protected['except']>[number][]): Protected => ({
  whereabouts: [{ addresses: all }],
})

describe('what is struck of a place', () => {
  it('is a house number only beside its street, or after a word that tells a number', () => {
    struckAs(addresses(flatOverThePark), [
      ['He slept 90 minutes.', 'He slept 90 minutes.'],
      ['at 90, Tollgate Road', 'at [protected]'],
      ['at number 90', 'at number [protected]'],
      ['190 Tollgate Road', '190 [protected]'],
      ['Tollgate Road, 90 children', '[protected], 90 children'],
    ])
  })

  it('is the High Street only with its number or beside what is struck', () => {
    struckAs(addresses({ houseNumber: '36', street: 'High Street', town: 'Cragthorpe' }), [
      ['on the High Street', 'on the High Street'],
      ['at 36 High Street', 'at [protected]'],
      ['High Street, Cragthorpe', '[protected]'],
    ])
  })

  it('is the last half of a postcode only beside what is struck, and no other code of the district', () => {
    struckAs(addresses(refuge), [
      ['room 1ZZ', 'room 1ZZ'],
      ['Cragthorpe 1ZZ', '[protected]'],
      ['the office, NM3 9AA', 'the office, NM3 9AA'],
      ['somewhere in NM3', 'somewhere in [protected]'],
    ])
  })

  it('is a town that is an everyday word only in capitals', () => {
    struckAs(addresses({ street: 'Sexton Row', town: 'Reading' }), [
      ['She is reading in bed.', 'She is reading in bed.'],
      ['She is in Reading now.', 'She is in [protected] now.'],
    ])
  })

  it('is what is left of a street only after a word of place or beside its number', () => {
    struckAs(addresses(flatOverThePark), [
      ['Tollgate said no.', 'Tollgate said no.'],
      ['near the Tollgate', 'near the [protected]'],
      ['ninety Tollgate', '[protected]'],
    ])
  })

  it('is of a place told in words which it is, and not what sort or whose', () => {
    const places = ['home', 'at her nan’s house', 'Northmoor Women’s Refuge', 'the Grange School']
    struckAs({ whereabouts: [{ places }] }, [
      ['at her nan’s house, at home', 'at her nan’s house, at home'],
      ['in the women’s refuge', 'in the women’s refuge'],
      ['the Northmoor refuge', 'the [protected] refuge'],
      ['at Grange School', 'at [protected]'],
    ])
  })

  it('is what a place told in words says of street, code, telephone and mailbox', () => {
    const places = ['Flat 3, 14 Sexton Row WM2 7QD, 07700 900456, desk@refuge.example.org']
    struckAs({ whereabouts: [{ places }] }, [
      ['fourteen Sexton Row', '[protected]'],
      ['wm27qd', '[protected]'],
      ['0770 090 0456', '[protected]'],
      ['desk at refuge dot example dot org', '[protected]'],
    ])
  })

  it('is a place by three words wherever places are protected', () => {
    struckAs(addresses(refuge), [['at ///filled.count.soap', 'at [protected]']])
    struckAs({ whereabouts: [], names: [{ given: 'Iris' }] }, [
      ['at ///filled.count.soap', 'at ///filled.count.soap'],
    ])
  })
})

describe('what is excepted', () => {
  const home = { houseNumber: '12', street: 'Tollgate Rd', town: 'CRAGTHORPE', postcode: 'nm39aa' }
  const what: Protected = { ...addresses(refuge, flatOverThePark), except: [home] }

  it('stands, while another house of the same street or town is struck', () => {
    struckAs(what, [
      ['12 Tollgate Road, Cragthorpe NM3 9AA', '12 Tollgate Road, Cragthorpe NM3 9AA'],
      ['90 Tollgate Road, Cragthorpe NM1 7TT', '[protected], Cragthorpe [protected]'],
      ['between 12 and 90 Tollgate Road', 'between 12 and [protected]'],
      ['Rose House in Cragthorpe', '[protected] in Cragthorpe'],
    ])
  })

  it('stands as a whole where it is the protected place itself, however either is written', () => {
    const same = { houseNumber: 'Rose Hse', street: 'Secret Rw', postcode: 'NM3 1ZZ' }
    struckAs({ ...addresses(refuge), except: [same] }, [
      ['Rose House, Secret Row, Cragthorpe NM3 1ZZ', 'Rose House, Secret Row, Cragthorpe NM3 1ZZ'],
    ])
  })

  it('does not uncover a house by its neighbour', () => {
    const next = { houseNumber: '1', street: 'Secret Row', postcode: 'NM3 1ZZ' }
    struckAs({ ...addresses(refuge), except: [next] }, [
      ['Rose House, Secret Row NM3 1ZZ', '[protected], Secret Row NM3 1ZZ'],
    ])
  })

  it('explains a longer name in which a protected one stands', () => {
    const old = { houseNumber: '4', street: 'Old Sexton Row' }
    struckAs({ ...addresses({ houseNumber: '2', street: 'Sexton Row' }), except: [old] }, [
      ['4 Old Sexton Row, not 2 Sexton Row', '4 Old Sexton Row, not [protected]'],
    ])
  })
})

describe('what is struck of a name', () => {
  it('is every part of three letters, alone, joined and with an initial', () => {
    struckAs({ whereabouts: [], names: [{ given: 'Seán Bo', family: "O'Hanrahan-Vale" }] }, [
      ['Sean rang.', '[protected] rang.'],
      ['bo and Hanrahan', 'bo and [protected]'],
      ['S OHanrahan Vale', '[protected]'],
      ['S. OHanrahan Vale', '[protected]. [protected]'],
      ['SeanOHanrahanVale', '[protected]'],
    ])
  })

  it('is not the part that somebody bears whose name may stand', () => {
    const names = [{ given: 'Iris', family: 'Lindle' }]
    const exceptNames = [{ given: 'Petra', family: 'Lindle' }]
    struckAs({ whereabouts: [], names, exceptNames }, [
      ['Petra Lindle and Iris Lindle', 'Petra Lindle and [protected]'],
    ])
  })

  it('is found in scripts without spaces', () => {
    struckAs({ whereabouts: [], names: [{ given: '小明', family: '王' }] }, [
      ['王小明在家', '[protected]在家'],
    ])
  })
})

describe('a text', () => {
  it('is as it was where nothing is protected', () => {
    struckAs({ whereabouts: [{ addresses: [], places: [] }] }, [['é ＡＢ\u200b', 'é ＡＢ\u200b']])
  })

  it('keeps every sign that is not struck', () => {
    struckAs(addresses(refuge), [['é ＡＢ\u200b “Rose House” é', 'é ＡＢ\u200b “[protected]” é']])
  })
})
