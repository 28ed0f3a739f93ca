// What a family has to hide, one of each kind for each of them, and how somebody may write it. All people are invented.
import fc from 'fast-check'
import { anyWritingOfAddress, type WholeAddress } from '../../builders/any-writing.ts'

export type Owner =
  | 'subject'
  | 'survivor'
  | 'grandmother'
  | 'childHere'
  | 'childAway'
  | 'adopted'
  | 'charity'

type Kind = 'home' | 'phone' | 'mailbox' | 'school' | 'name'

/** `signs`: what must not be found, spelt plainly, once everything but letters and digits is taken out. */
export type Secret = {
  readonly owner: Owner
  readonly kind: Kind
  readonly signs: readonly string[]
  readonly written: fc.Arbitrary<string>
}

export const homes = {
  subject: { houseNumber: '12', street: 'Foundry Street', town: 'Ottermouth', postcode: 'WM4 8AB' },
  survivor: {
    houseNumber: 'Rose House',
    street: 'Secret Row',
    town: 'Cragthorpe',
    postcode: 'NM3 1ZZ',
  },
  grandmother: {
    houseNumber: '36',
    street: 'Kestrel Avenue',
    town: 'Stoke Ferrers',
    postcode: 'NM7 5QD',
  },
  adopted: { houseNumber: '118', street: 'Halberd Lane', town: 'Wexcombe', postcode: 'EV2 6LD' },
  charity: {
    houseNumber: '203',
    street: 'Bramblewick Close',
    town: 'Haxbourne',
    postcode: 'N9 2TT',
  },
} as const satisfies Partial<Record<Owner, WholeAddress>>

export const phones = {
  subject: '07700 900111',
  survivor: '07700 900222',
  grandmother: '01632 960333',
  adopted: '07700 900444',
  charity: '07700 900555',
} as const satisfies Partial<Record<Owner, string>>

export const mailboxes = {
  subject: 'dario.m71@example.org',
  survivor: 'lina.q84@example.org',
  grandmother: 'nonna.w39@example.org',
} as const satisfies Partial<Record<Owner, string>>

export const schools = {
  childHere: 'Tamberlane Primary School',
  childAway: 'Oxgodby Academy',
  adopted: 'Wrenfield Infant School',
} as const satisfies Partial<Record<Owner, string>>

export const adoptedName = { given: 'Iris', family: 'Otherhome' } as const

const words = 'zero one two three four five six seven eight nine'.split(' ')
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

const writingOfPhone = (phone: string): fc.Arbitrary<string> => {
  const digits = phone.replace(/\D/g, '')
  const grouped = (between: string): string =>
    [digits.slice(0, 5), digits.slice(5, 8), digits.slice(8)].join(between)
  return fc.constantFrom(
    phone,
    digits,
    ...[' ', '-', '.', '/', '\n', '\u00a0'].map(grouped),
    `+44 ${digits.slice(1)}`,
    `+44 (0)${digits.slice(1)}`,
    `0044${digits.slice(1)}`,
    [...digits].join(' '),
    wide(digits),
    digits.replaceAll('0', 'O'),
    [...digits].map((digit) => words[Number(digit)]).join(' '),
  )
}

const writingOfMailbox = (mailbox: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    mailbox,
    mailbox.toUpperCase(),
    mailbox.replace('@', ' @ '),
    mailbox.replace('@', '(at)'),
    mailbox.replace('@', ' at ').replaceAll('.', ' dot '),
    wide(mailbox),
  )

const writingOfWords = (text: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    text,
    text.toUpperCase(),
    text.toLowerCase(),
    text.replaceAll(' ', '-'),
    text.replaceAll(' ', '\n'),
    text.replaceAll(' ', ''),
    wide(text),
    text.replaceAll('o', 'о').replaceAll('e', 'е'),
    [...text].join('\u200b'),
  )

const { given, family } = adoptedName
const writingOfName = fc.oneof(
  writingOfWords(`${given} ${family}`),
  fc.constantFrom(given, family, `${family}, ${given}`, `${family.toUpperCase()} ${given}`, 'Ir1s'),
)

const signsOf = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')
const owners: readonly Owner[] = [
  'subject',
  'survivor',
  'grandmother',
  'childHere',
  'childAway',
  'adopted',
  'charity',
]
const each = <T>(of: Partial<Record<Owner, T>>, make: (owner: Owner, one: T) => Secret): Secret[] =>
  owners.flatMap((owner) => {
    const one = of[owner]
    return one === undefined ? [] : [make(owner, one)]
  })

export const secrets: readonly Secret[] = [
  ...each<WholeAddress>(homes, (owner, home) => ({
    owner,
    kind: 'home',
    signs: [home.street, home.postcode].map(signsOf),
    written: anyWritingOfAddress(home),
  })),
  ...each<string>(phones, (owner, phone) => ({
    owner,
    kind: 'phone',
    signs: [signsOf(phone).slice(1)],
    written: writingOfPhone(phone),
  })),
  ...each<string>(mailboxes, (owner, mailbox) => ({
    owner,
    kind: 'mailbox',
    signs: [signsOf(mailbox)],
    written: writingOfMailbox(mailbox),
  })),
  ...each<string>(schools, (owner, school) => ({
    owner,
    kind: 'school',
    signs: [signsOf(school)],
    written: writingOfWords(school),
  })),
  { owner: 'adopted', kind: 'name', signs: [signsOf(family)], written: writingOfName },
]
