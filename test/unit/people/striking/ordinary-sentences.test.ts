import { describe, expect, it } from 'vitest'
import { type Protected, striker } from '../../../../shared/people/striking/striker.ts'
import { flatOverThePark, refuge } from '../../../builders/address-writings.ts'
import { email, phone } from '../../../builders/contact-writings.ts'
import { hiddenName } from '../../../builders/name-writings.ts'
import { ordinarySentences } from '../../../builders/ordinary-sentences.ts'

const places = [
  'home',
  'school',
  'the mill',
  'with her mother at Rose House',
  "St Brannoc's Primary School",
  'Hillview Surgery, Cragthorpe',
  'at her nan’s',
  'the women’s refuge',
  'GP surgery',
]
const families: Readonly<Record<string, Protected>> = {
  'a refuge and a flat': {
    whereabouts: [
      { addresses: [refuge, flatOverThePark], phones: [phone], emails: [email], places },
    ],
    names: [{ given: 'Oisin Bede', family: 'Otherhome' }],
  },
  'houses that bear common words': {
    whereabouts: [
      {
        addresses: [
          { houseNumber: 'The Mill', street: 'High Street', town: 'Andover', postcode: 'M1 3AA' },
          { houseNumber: '2', street: 'High Street', town: 'Marlow', postcode: 'SL7 2AA' },
          { houseNumber: 'Flat 14', street: 'Sandgate Close', town: 'Bath', postcode: 'A9 0AB' },
          { houseNumber: '1', street: 'Wexcombe Park', town: 'Wells' },
          { houseNumber: 'Home', street: 'Sexton Row', town: 'Settle', postcode: 'N1 1ST' },
          { houseNumber: '90', street: 'Kingsmill Lane', town: 'Deal' },
          { houseNumber: '7', street: 'Secret Row', town: 'Rye' },
        ],
        places: ['school house', 'Family Centre', 'Health Centre', 'the park', 'hospital'],
      },
    ],
  },
  'names that are words': {
    whereabouts: [],
    names: [
      { given: 'Theo', family: 'Otherhome' },
      { given: 'Ali', family: 'Sandgate' },
      { given: 'Ana', family: 'Wexcombe' },
      { given: 'Ian', family: 'de la Vale' },
      { given: 'Tom', family: 'Fairweather' },
      { given: 'Ella-Hope', family: 'Marlow-Deal' },
    ],
  },
}

describe('an ordinary account', () => {
  it.each(Object.entries(families))('stands as it was written beside %s', (_who, what) => {
    const strike = striker(what)
    const struck = ordinarySentences.filter((sentence) => strike(sentence) !== sentence).map(strike)
    expect(struck).toEqual([])
    expect(ordinarySentences.length).toBeGreaterThanOrEqual(200)
  })

  it('stands as a whole, sentence after sentence', () => {
    const account = ordinarySentences.join(' ')
    for (const what of Object.values(families)) expect(striker(what)(account)).toBe(account)
  })

  it('keeps the first name of a girl whose surname is not hidden', () => {
    expect(striker({ whereabouts: [], names: [hiddenName] })('Lina and her sister Rose')).toBe(
      'Lina and her sister Rose',
    )
  })
})
