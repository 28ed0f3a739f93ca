import { westmarch } from '../../infra/stages/local.ts'
import type { FlawCode } from '../../shared/loading/flaws.ts'
import type { Rows, Tables } from './loading.ts'

type Row = Readonly<Record<string, string>>

/** A row of children.csv in which nothing is wrong. */
export const childRow = (id: string, over: Row = {}): Row => ({
  ChildId: id,
  Forename: 'Ivy',
  Surname: 'Larkin',
  DOB: '01/06/2015',
  ExpectedDOB: '',
  Gender: 'F',
  NHSNumber: '',
  UPN: '',
  DateOfDeath: '',
  Team: 'Assessment',
  School: '',
  Restricted: '',
  HouseNumber: '14',
  Street: 'Mill Lane',
  Town: 'Kirkton',
  PostalCode: 'AB1 2CD',
  Status: 'CIN',
  StatusFrom: '2025-03-01',
  StatusTo: '',
  ...over,
})

/** A row of relationships.csv in which nothing is wrong. */
export const relationRow = (id: string, over: Row = {}): Row => ({
  child_id: id,
  adult_id: `A-${id}`,
  adult_given_name: 'Rosa',
  adult_family_name: 'Larkin',
  adult_date_of_birth: '1990-02-03',
  adult_nhs_number: '',
  adult_address: '14 Mill Lane, Kirkton, AB1 2CD',
  adult_telephone: '',
  adult_email: '',
  relationship: 'Mother',
  parental_responsibility: 'Y',
  start_date: '',
  end_date: '',
  restricted: 'N',
  ...over,
})

type Planting = (id: string) => Tables
type Planted = { readonly tables: Planting; readonly also?: Partial<Record<FlawCode, number>> }

const files = (children: Rows, relationships: Rows = []): Tables => ({
  'children.csv': children,
  ...(relationships.length > 0 && { 'relationships.csv': relationships }),
})

/** One child with what is wrong in its own row. */
const inChild = (over: Row): Planted => ({
  tables: (id) => files([childRow(id, over)], [relationRow(id)]),
})
/** One child with what is wrong in the row of its mother. */
const inAdult = (over: Row): Planted => ({
  tables: (id) => files([childRow(id)], [relationRow(id, over)]),
})

const many = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at)
const day = (at: number): string => `20${String(10 + (at % 15))}-0${(at % 9) + 1}-11`
const long = 'x'.repeat(201)

const address = (id: string, over: Row): Row => ({
  addr_person_id: id,
  addr_address_start_date: '2020-01-01',
  addr_address_end_date: '',
  addr_address_postcode: 'AB1 2CD',
  addr_address_json: '{"HOUSE":"3","STREET":"High Street"}',
  ...over,
})
const inAddress = (over: Row): Planted => ({
  tables: (id) => ({
    ...files([childRow(id)], [relationRow(id)]),
    'ssd_address.csv': [address(id, over)],
  }),
})

const episode = (id: string, over: Row): Row => ({
  cine_person_id: id,
  cine_referral_date: '2019-01-01',
  cine_close_date: '2019-05-01',
  ...over,
})
const person = (id: string, birth: string): Row => ({
  pers_person_id: id,
  pers_forename: 'Maud',
  pers_surname: 'Larkin',
  pers_dob: birth,
})
const member = (id: string, family: string): Row => ({
  fami_person_id: id,
  fami_family_id: family,
})

/** Each code that rows of tables can earn, with rows that earn it. What else the same rows earn stands beside. */
export const plantedInTables = {
  CELLS_UNLIKE_HEADER: inChild({}),
  ID_MISSING: { tables: (id) => files([childRow(id), childRow('')], [relationRow(id)]) },
  ID_UNFIT: {
    tables: (id) => files([childRow(`${id}/1`)], [relationRow(`${id}/1`, { adult_id: `A-${id}` })]),
  },
  ID_LIKE_NHS_NUMBER: {
    tables: (id) =>
      files([childRow('9990304130')], [relationRow('9990304130', { adult_id: `A-${id}` })]),
  },
  PERSON_TWICE: {
    tables: (id) => files([childRow(id), childRow(id, { Surname: 'Marsh' })], [relationRow(id)]),
  },
  PERSON_REPEATED: { tables: (id) => files([childRow(id), childRow(id)], [relationRow(id)]) },
  PERSON_UNKNOWN: { tables: (id) => ({ 'ssd_address.csv': [address(id, {})] }) },
  NAME_MISSING: inChild({ Forename: '', Surname: '' }),
  NAME_IN_PART: inChild({ Surname: '' }),
  NAME_PLACEHOLDER: { ...inChild({ Forename: 'Baby' }), also: { NAME_IN_PART: 1 } },
  NAME_NOT_LETTERS: inChild({ Surname: 'Larkin 2' }),
  NAME_TOO_LONG: inChild({ Surname: long }),
  BIRTH_MISSING: inChild({ DOB: '' }),
  BIRTH_UNREADABLE: inChild({ DOB: '31/02/2015' }),
  BIRTH_PLACEHOLDER: inChild({ DOB: '9999-12-31' }),
  BIRTH_IN_FUTURE: inChild({ DOB: '2027-01-01' }),
  BIRTH_AND_EXPECTED: inChild({ ExpectedDOB: '2015-06-03' }),
  EXPECTED_UNREADABLE: inChild({ DOB: '', ExpectedDOB: 'spring' }),
  EXPECTED_LONG_PAST: inChild({ DOB: '', ExpectedDOB: '2026-09-01', Gender: 'U' }),
  EXPECTED_TOO_FAR: inChild({ DOB: '', ExpectedDOB: '2028-01-01' }),
  NOT_A_CHILD: inChild({ DOB: '1999-01-01' }),
  CHILD_DIED: inChild({ DateOfDeath: '2026-01-01' }),
  SEX_UNREADABLE: inChild({ Gender: 'girl or boy' }),
  SEX_OF_UNBORN: inChild({ DOB: '', ExpectedDOB: '2027-01-01' }),
  NHS_NUMBER_WRONG: inChild({ NHSNumber: '9990304131' }),
  NHS_NUMBER_PLACEHOLDER: inChild({ NHSNumber: '9999999999' }),
  NHS_NUMBER_OF_ANOTHER: {
    tables: (id) =>
      files(
        [childRow(id, { NHSNumber: '9990304130' })],
        [relationRow(id, { adult_nhs_number: '9990304130' })],
      ),
  },
  UPN_WRONG: inChild({ UPN: 'B123456789012' }),
  POSTCODE_WRONG: inChild({ PostalCode: 'ABC' }),
  POSTCODE_PSEUDO: inChild({ PostalCode: 'ZZ99 3VZ' }),
  ADDRESS_CONFIDENTIAL: inAddress({ addr_address_postcode: 'CON', addr_address_json: '{}' }),
  ADDRESS_EMPTY: inAddress({ addr_address_postcode: '', addr_address_json: '{}' }),
  ADDRESS_UNREADABLE: inAddress({ addr_address_json: '{"HOUSE":' }),
  ADDRESS_DATES: inAddress({ addr_address_end_date: '2019-01-01' }),
  ADDRESSES_TOO_MANY: {
    tables: (id) => ({
      ...files([childRow(id)], [relationRow(id)]),
      'ssd_address.csv': many(9).map((at) =>
        address(id, { addr_address_json: `{"HOUSE":"${at + 20}","STREET":"High Street"}` }),
      ),
    }),
  },
  STATUS_MISSING: inChild({ Status: '' }),
  STATUS_UNREADABLE: inChild({ Status: 'pending' }),
  STATUS_DATES: inChild({ StatusFrom: '2025-13-01' }),
  STATUS_IN_FUTURE: {
    tables: (id) => ({
      ...files([childRow(id)], [relationRow(id)]),
      'ssd_cin_episodes.csv': [
        episode(id, { cine_referral_date: '2062-01-01', cine_close_date: '' }),
      ],
    }),
  },
  CLOSED_WITHOUT_DATE: inChild({ Status: 'closed', StatusFrom: '' }),
  STATUSES_TOO_MANY: {
    tables: (id) => ({
      ...files([childRow(id)], [relationRow(id)]),
      'ssd_cin_episodes.csv': many(22).map((at) =>
        episode(id, { cine_referral_date: day(at), cine_close_date: `${day(at).slice(0, 7)}-20` }),
      ),
    }),
  },
  RELATION_WITHOUT_CHILD: { tables: (id) => ({ 'relationships.csv': [relationRow(id)] }) },
  ADULT_OF_TOO_MANY: {
    tables: (id) => {
      const ids = many(201).map((at) => `${id}-${at}`)
      const ofNobody = { adult_id: `A-${id}` }
      const related = ids.flatMap((one) => [relationRow(one), relationRow(one, ofNobody)])
      return files(
        ids.map((one) => childRow(one)),
        related,
      )
    },
  },
  RELATION_WITHOUT_ADULT: {
    tables: (id) => ({
      ...files([childRow(id)], [relationRow(id)]),
      'ssd_mother.csv': [{ moth_person_id: `N-${id}`, moth_childs_person_id: id }],
    }),
  },
  RELATION_TO_SELF: {
    tables: (id) => ({
      ...files([childRow(id)], [relationRow(id)]),
      'ssd_mother.csv': [{ moth_person_id: id, moth_childs_person_id: id }],
    }),
    also: { PARENT_TOO_YOUNG: 1 },
  },
  RELATION_TWICE: {
    tables: (id) =>
      files([childRow(id)], [relationRow(id), relationRow(id, { parental_responsibility: 'N' })]),
  },
  RELATION_UNREADABLE: inAdult({ relationship: 'significant other' }),
  RELATION_UNSAID: {
    tables: (id) => ({
      ...files([childRow(id)], [relationRow(id)]),
      'ssd_person.csv': [person(`G-${id}`, '1950-01-01')],
      'ssd_family.csv': [member(id, `F-${id}`), member(`G-${id}`, `F-${id}`)],
    }),
  },
  RELATION_DATES: inAdult({ start_date: '2020-01-01', end_date: '2019-01-01' }),
  FAMILY_TOO_LARGE: {
    tables: (id) => ({
      ...files(
        many(41).map((at) => childRow(`${id}-${at}`)),
        many(41).map((at) => relationRow(`${id}-${at}`)),
      ),
      'ssd_family.csv': many(41).map((at) => member(`${id}-${at}`, `F-${id}`)),
    }),
  },
  NO_ADULTS: { tables: (id) => files([childRow(id)]) },
  ADULTS_TOO_MANY: {
    tables: (id) =>
      files(
        [childRow(id)],
        many(13).map((at) => relationRow(id, { adult_id: `A-${id}-${at}` })),
      ),
  },
  ADULT_NAME_MISSING: {
    ...inAdult({ adult_given_name: '', adult_family_name: '' }),
    also: { NO_ADULTS: 1 },
  },
  ADULT_BIRTH_WRONG: inAdult({ adult_date_of_birth: '1900-01-01' }),
  ADULT_TOLD_DIFFERENTLY: {
    tables: (id) =>
      files(
        [childRow(id), childRow(`${id}b`)],
        [
          relationRow(id),
          relationRow(`${id}b`, { adult_id: `A-${id}`, adult_given_name: 'Rosalind' }),
        ],
      ),
  },
  PARENT_TOO_YOUNG: inAdult({ adult_date_of_birth: '2006-02-03' }),
  ADULT_DIED: {
    tables: (id) => ({
      ...files([childRow(id)], [relationRow(id)]),
      'ssd_person.csv': [{ ...person(`A-${id}`, '1990-02-03'), pers_death_date: '2024-01-01' }],
    }),
  },
  YES_OR_NO_UNREADABLE: inAdult({ parental_responsibility: 'shared' }),
  RESTRICTED_UNREADABLE: inAdult({ restricted: 'see notes' }),
  TELEPHONE_WRONG: inAdult({ adult_telephone: 'ask her mother' }),
  EMAIL_WRONG: inAdult({ adult_email: 'rosa at work' }),
  TEXT_TOO_LONG: inChild({ School: long }),
} as const satisfies Readonly<Partial<Record<FlawCode, Planted>>>

/** A child by itself, as it stands in a file of JSON lines. */
const whole = (id: string, over: object = {}) => ({
  id,
  child: {
    authority: westmarch,
    name: { given: 'Ivy', family: 'Larkin' },
    dateOfBirth: '2015-06-01',
    sex: 'F',
    status: { code: 'IN_NEED' },
    adults: [],
    ...over,
  },
})

/** Those that only JSON can earn, as the text of one object. */
export const plantedInJson = {
  ROW_UNREADABLE: () => '{"id":"C1",',
  FITS_NO_CONTRACT: (id) => JSON.stringify(whole(id, { sex: 'X' })),
  PURGED: (id) => JSON.stringify({ la_child_id: id, purge: true }),
} as const satisfies Readonly<Partial<Record<FlawCode, (id: string) => string>>>
