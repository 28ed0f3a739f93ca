import { describe, expect, it } from 'vitest'
import { addressFeaturesOf } from '../../../shared/matching/normalise/address-features.ts'
import { datePartsOf } from '../../../shared/matching/normalise/date-parts.ts'
import { emailOf } from '../../../shared/matching/normalise/email.ts'
import { foldText } from '../../../shared/matching/normalise/fold-text.ts'
import { nameFeaturesOf, namesIn } from '../../../shared/matching/normalise/name-features.ts'
import { phoneOf } from '../../../shared/matching/normalise/phone.ts'
import { postcodeOf } from '../../../shared/matching/normalise/postcode.ts'

describe('foldText', () => {
  it.each([
    ['Małgorzata', 'malgorzata'],
    ['Weiß-Müller', 'weiss muller'],
    ["O'Brien", 'obrien'],
    ['O’Brien', 'obrien'],
    ['Søren Kjær', 'soren kjaer'],
    ['Íñigo', 'inigo'],
    ['Дмитрий', 'dmitrii'],
    ['Щербакова', 'shcherbakova'],
    ['محمد', 'mhmd'],
    ['İbrahim', 'ibrahim'],
    ['  J.P.  Smith ', 'jp smith'],
    ['李 娜', '李 娜'],
    ['गीता', 'गीता'],
    ['முருகன்', 'முருகன்'],
    ['が', 'が'],
    ['김', '김'],
    ['דּוִד', 'דוד'],
    ['٤٢', '42'],
    ['Ade\u00adyemi', 'adeyemi'],
    ['\u202bAde\u200d\u2060yemi', 'adeyemi'],
    ['D&#39;Arcy', 'darcy'],
    ['D&amp;apos;Arcy', 'darcy'],
    ['D%27Arcy', 'darcy'],
    ['Dâ€™Arcy', 'darcy'],
    ['Ren&eacute;e', 'renee'],
    ['RenÃ©e', 'renee'],
    ['Lukáš Žák', 'lukas zak'],
    ['Ɗanjuma', 'danjuma'],
    ['\uD800', ''],
  ])('%s becomes %s', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })
})

describe('nameFeaturesOf', () => {
  it.each([
    ['drops a title', { given: 'Dr Sarah' }, { given: 'sarah' }],
    ['keeps a particle whole', { family: 'van den Berg' }, { family: 'vandenberg' }],
    ['leaves particles out of parts', { family: 'Al Hussain' }, { families: ['hussain'] }],
    ['keeps a name that is a particle', { family: 'De' }, { families: ['de'] }],
    ['parts a double barrel', { family: 'Smith-Jones' }, { families: ['smith', 'jones'] }],
    ['joins Mc to what follows', { family: 'Mc Donald' }, { families: ['mcdonald'] }],
    ['drops a suffix', { family: 'Doyle Jnr' }, { family: 'doyle' }],
    ['takes twin 1 as missing', { given: 'Twin 1', family: 'Jones' }, { given: undefined }],
    [
      'takes a male infant as missing',
      { given: 'Male Infant', family: 'Bo' },
      { given: undefined },
    ],
    ['takes n/a as missing', { given: 'N/A', family: 'Jones' }, { given: undefined }],
    ['takes unknown as missing', { given: 'Ann', family: 'UNKNOWN' }, { family: undefined }],
    ['takes not known as missing', { given: 'not known', family: 'Li' }, { given: undefined }],
    ['takes crosses as missing', { given: 'Ann', family: 'XXXXXX' }, { family: undefined }],
    [
      'takes surname unknown as missing',
      { given: 'Ann', family: 'Surname unknown' },
      { family: undefined },
    ],
    [
      'keeps what may be a title',
      { given: 'Haji', family: 'Sir' },
      { given: 'haji', family: 'sir' },
    ],
    ['drops it before a name', { given: 'Haji Omar' }, { given: 'omar' }],
    ['drops a prefix of Bengal', { given: 'Mosammat Salma' }, { given: 'salma' }],
    [
      'keeps what may be a suffix',
      { given: 'Senior', family: 'Junior' },
      { given: 'senior', family: 'junior' },
    ],
    [
      'keeps what may be a placeholder',
      { given: 'Infant', family: 'Nil' },
      { given: 'infant', family: 'nil' },
    ],
    ['takes a title alone as missing', { given: 'Mrs', family: 'Jones' }, { given: undefined }],
    ['reads stops between words', { given: 'Md.Rafi' }, { givens: ['md', 'rafi'] }],
    [
      'leaves out a letter before a name',
      { family: "D'Arcy" },
      { family: 'darcy', families: ['arcy'] },
    ],
    ['reads Saint as St', { family: 'Saint Clair' }, { family: 'stclair' }],
    ['keeps an initial', { given: 'Ann E' }, { givens: ['ann', 'e'] }],
    ['keeps a last word that links nothing', { given: 'Thu Van' }, { givens: ['thu', 'van'] }],
    ['leaves out a word that links', { given: 'Van Huy' }, { givens: ['huy'] }],
    ['keeps Ben as a name', { given: 'Ben Josef' }, { givens: ['ben', 'josef'] }],
    [
      'reads Somali spellings',
      { given: 'Axmed', family: 'Cumar' },
      { given: 'ahmed', family: 'omar' },
    ],
    [
      'keeps an x of another language',
      { given: 'Xavier', family: 'Xu' },
      { given: 'xavier', family: 'xu' },
    ],
    [
      'parts the servant of',
      { given: 'Abdussalam' },
      { given: 'abdulsalam', givens: ['abdul', 'salam'] },
    ],
    ['keeps Abdullah', { given: 'Abdullah' }, { givens: ['abdullah'] }],
    ['keeps the letters of a script', { given: 'สม', family: '喆' }, { given: 'สม', family: '喆' }],
    [
      'reads family first before a comma',
      { given: 'Quill, Ann' },
      { given: 'ann', family: 'quill' },
    ],
    [
      'reads a title behind a comma',
      { given: 'Ann', family: 'Quill, Mrs' },
      { given: 'ann', family: 'quill' },
    ],
  ])('%s', (_, name, expected) => {
    expect(nameFeaturesOf(name)).toMatchObject(expected)
  })

  it('is undefined when neither half names anybody', () => {
    expect(nameFeaturesOf({ given: 'FNU', family: 'Unknown' })).toBeUndefined()
  })

  it.each([
    ['Baby'],
    ['Baby Girl'],
    ['Twin 2'],
    ['Infant'],
    ['Male'],
    ['Baby of Ann'],
    ['Ann’s twin'],
    ['B/O Ann'],
  ])('takes %s of a child as missing', (given) => {
    expect(nameFeaturesOf({ given, family: 'Quill' }, 'child')).toMatchObject({
      given: undefined,
      family: 'quill',
    })
  })
})

describe('namesIn', () => {
  it.each([
    [{ given: 'Ann', family: 'Quill née Marsh' }, ['ann quill', 'ann marsh']],
    [{ given: 'Ann', family: 'Quill (formerly Marsh)' }, ['ann quill', 'ann marsh']],
    [{ given: 'Ann', family: 'Quill aka Ann Marsh' }, ['ann quill', 'ann marsh']],
    [{ given: 'Ann', family: 'Quill/Marsh' }, ['ann quill', 'ann marsh']],
    [{ given: 'Ann "Nan"', family: 'Quill' }, ['ann quill', 'nan quill']],
    [{ given: 'Ann known as Nan', family: 'Quill' }, ['ann quill', 'nan quill']],
    [{ given: 'Ann (mother)', family: 'Quill' }, ['ann quill']],
    [{ given: 'Ravi s/o Mani', family: 'Iyer' }, ['ravimani iyer']],
    [{ given: 'Ann Quill' }, ['annquill ', 'ann quill']],
    [{ family: 'Ana da Costa' }, [' anadacosta', 'ana dacosta', 'dacosta ana']],
    [{ given: 'Ann / Quill' }, ['ann ', 'quill ', 'ann quill']],
    [{ given: 'Nil', family: 'Quill' }, ['nil quill', ' quill']],
    [{ given: '娜', family: '李' }, ['娜 李', ' li']],
    [{ given: '秀英', family: '劉' }, ['秀英 劉', ' liu']],
    [{ given: 'गीता', family: 'कुमार' }, ['गीता कुमार', ' kumar']],
    [{ given: 'ሀና', family: 'ተክለ' }, ['ሀና ተክለ', ' tekle']],
    [{ given: 'ნინო', family: 'ბერიძე' }, ['ნინო ბერიძე', ' beridze']],
    [{ given: '민수', family: '김' }, ['민수 김', ' gim']],
    [{ given: 'Unknown', family: 'Quill' }, [' quill']],
    [{ given: 'Unknown', family: 'None known' }, []],
  ])('%o', (name, expected) => {
    expect(namesIn(name).map(({ given = '', family = '' }) => `${given} ${family}`)).toEqual(
      expected,
    )
  })
})

describe('postcodeOf', () => {
  it.each([
    ['SW1A 1AA', 'SW1A1AA', 'SW1A'],
    ['swia 1aa', 'SW1A1AA', 'SW1A'],
    ['OXI 4SZ', 'OX14SZ', 'OX1'],
    ['M1 IAE', 'M11AE', 'M1'],
    ['LS6 2A8', 'LS62AB', 'LS6'],
    ['E1O 6AN', 'E106AN', 'E10'],
    ['W1A 0AX', 'W1A0AX', 'W1A'],
    ['EC1A 1BB', 'EC1A1BB', 'EC1A'],
    ['2066', '2066', undefined],
  ])('%s reads %s', (text, code, area) => {
    expect(postcodeOf(text)).toEqual({ code, area })
  })

  it.each([['ZZ99 3VZ'], ['zz993wz'], [''], ['unknown'], [undefined], ['!!!']])(
    '%s is missing',
    (text) => {
      expect(postcodeOf(text)).toBeUndefined()
    },
  )
})

describe('phoneOf', () => {
  it.each([
    ['07700 900123', '+447700900123'],
    ['+44 (0)7700 900123', '+447700900123'],
    ['0044 7700 900123', '+447700900123'],
    ['447700900123', '+447700900123'],
    ['7700900123', '+447700900123'],
    ['(0113) 496 0000 ext 12', '+441134960000'],
    ['01204 52222', '+44120452222'],
    ['+48 601 123 456', '+48601123456'],
  ])('%s is %s', (text, number) => {
    expect(phoneOf(text)).toBe(number)
  })

  it.each([
    ...[['0000000000'], ['07000000000'], ['01234567890'], ['12'], ['none'], ['']],
    ...[['0800 1111'], ['0808 2000 247'], ['0800 123456'], ['0300 123 4567'], ['+44 345 678 9012']],
    ...[['0845 123 4567'], ['0870 123 4567'], ['116 123'], ['999'], ['111'], ['+800 1234 5678']],
  ])('%s is missing', (text) => {
    expect(phoneOf(text)).toBeUndefined()
  })
})

describe('emailOf', () => {
  it.each([
    ['Ann.Lee+work@GoogleMail.com', 'ann.lee@gmail.com'],
    ['noreply@example.org', undefined],
    ['Info@example.org', undefined],
    ['duty.team2@example.org', undefined],
    ['support-eastvale@example.org', undefined],
    ['do-not-reply@example.org', undefined],
    ['help.desk@example.org', undefined],
    ['jo.clarke@eastvale-refuge.example', undefined],
    ['j.info@example.org', 'j.info@example.org'],
    ['grace.post@example.org', 'grace.post@example.org'],
    ['hope@example.org', 'hope@example.org'],
    ['supporter99@example.org', 'supporter99@example.org'],
    ['no-at-sign', undefined],
    ['a@b@c', undefined],
  ])('%s is %s', (text, address) => {
    expect(emailOf(text)).toBe(address)
  })
})

describe('datePartsOf', () => {
  it.each([
    [
      '1984-07-23',
      { year: 1984, month: 7, day: 23, digits: '19840723', dayNumber: 5317, ethiopian: '19761116' },
    ],
    ['1984-07', { year: 1984, month: 7, day: undefined }],
    ['1984', { year: 1984, month: undefined, day: undefined }],
    ['1984-01-01', { year: 1984, month: undefined, day: undefined }],
    ['1984-13-01', { year: 1984, month: undefined, day: 1 }],
    ['1984-XX-23', { year: 1984, month: undefined, day: 23 }],
    ['1984-07-XX', { year: 1984, month: 7, day: undefined }],
    ['XXXX-07-23', { year: undefined, month: 7, day: 23 }],
    ['XXXX-01-01', undefined],
    ['1900-01-01', undefined],
    ['1900', undefined],
    ['XXXX-07', undefined],
    ['XXXX-XX-XX', undefined],
    ['198X-07-23', undefined],
    [undefined, undefined],
    ['yesterday', undefined],
  ])('%s', (text, parts) => {
    expect(datePartsOf(text)).toEqual(parts)
  })
})

describe('a day in the Ethiopian calendar', () => {
  const calendar = new Intl.DateTimeFormat('en-u-ca-ethiopic', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: 'UTC',
  })

  it('is the one that the calendar of the runtime gives, over a century', () => {
    const wrong: string[] = []
    for (let day = -21_900; day < 20_000; day += 1) {
      const text = new Date(day * 86_400_000).toISOString().slice(0, 10)
      const found = datePartsOf(text)
      if (found?.digits === undefined) continue
      const parts = new Map(
        calendar.formatToParts(day * 86_400_000).map(({ type, value }) => [type, value]),
      )
      const stated = `${parts.get('year')}${parts.get('month')}${parts.get('day')}`
      if (found.ethiopian !== stated) wrong.push(text)
    }
    expect(wrong).toEqual([])
  })
})

describe('addressFeaturesOf', () => {
  it.each([
    [
      { houseNumber: '14', street: 'High St' },
      { number: '14', street: 'highstreet' },
    ],
    [{ houseNumber: 'Flat 3, 14' }, { number: '14', unit: '3' }],
    [{ street: '12a Mill Rd' }, { number: '12', unit: 'a', street: 'millroad' }],
    [{ houseNumber: 'Rose Cottage' }, { building: 'rosecottage' }],
    [{ street: 'St Johns Rd' }, { number: undefined, street: 'stjohnsroad' }],
    [{ uprn: '000123' }, { uprn: '123' }],
  ])('%o', (address, expected) => {
    expect(addressFeaturesOf(address)).toMatchObject(expected)
  })
})
