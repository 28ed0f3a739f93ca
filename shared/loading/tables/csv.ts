import type { Fact, Told } from '../fact.ts'
import type { Cells, TableForm } from './table.ts'

const addressColumns = {
  house: ['House', 'HouseNumber', 'HouseNameOrNumber', 'BuildingNumber'],
  street: ['Street', 'AddressLine1', 'Address1', 'StreetName'],
  town: ['Town', 'City', 'AddressTown', 'PostTown'],
  postcode: ['Postcode', 'PostalCode', 'PostCode', 'ZipCode'],
  uprn: ['UPRN'],
  whole: ['Address', 'FullAddress'],
} as const

const picked = <Field extends string>(cells: Cells, fields: readonly Field[]): Told<Field> =>
  Object.fromEntries(
    fields.flatMap((field) => (cells[field] === undefined ? [] : [[field, cells[field]]])),
  ) as Told<Field>

const isSomething = (told: object): boolean => Object.keys(told).length > 0

const personFields = [
  'given',
  'family',
  'otherGiven',
  'otherFamily',
  'birth',
  'expected',
  'sex',
  'nhsNumber',
  'pupilNumber',
  'died',
  'phone',
  'email',
  'team',
  'school',
  'gp',
  'restricted',
  'sensitive',
  'removal',
] as const
const placeFields = ['house', 'street', 'town', 'postcode', 'uprn', 'whole'] as const

/** One child a row. */
export const children: TableForm = {
  name: 'children.csv',
  columns: {
    id: ['ChildId', 'Id', 'PersonId', 'LAChildId', 'ClientId', 'CaseId'],
    given: ['Given', 'GivenName', 'Forename', 'FirstName', 'GivenNames'],
    family: ['Family', 'FamilyName', 'Surname', 'LastName'],
    otherGiven: ['OtherGivenName', 'KnownAs', 'PreferredName', 'AliasForename'],
    otherFamily: ['OtherFamilyName', 'FormerSurname', 'AliasSurname'],
    birth: ['DateOfBirth', 'DOB', 'BirthDate'],
    expected: ['ExpectedDateOfBirth', 'ExpectedDOB', 'EDD', 'ExpectedDateOfDelivery'],
    sex: ['Sex', 'Gender'],
    nhsNumber: ['NHSNumber', 'NhsNo', 'NHS'],
    pupilNumber: ['UPN', 'UniquePupilNumber'],
    died: ['DateOfDeath', 'DeathDate'],
    team: ['Team', 'AllocatedTeam'],
    school: ['School'],
    gp: ['GP', 'GpPractice'],
    restricted: ['Restricted', 'AddressRestricted', 'Confidential'],
    sensitive: ['SensitiveService'],
    ...addressColumns,
    status: ['Status', 'CaseStatus', 'LegalStatus'],
    from: ['StatusFrom', 'StatusStartDate', 'StatusDate'],
    to: ['StatusTo', 'StatusEndDate', 'ClosedDate', 'ClosureDate'],
  },
  needs: ['id', 'birth', 'status'],
  idIn: 'id',
  factsOf: (cells, at) => {
    const address = picked(cells, placeFields)
    const { status: code, from, to } = cells
    const facts: Fact[] = [
      { of: 'person', role: 'child', ...at, told: picked(cells, personFields) },
    ]
    if (isSomething(address)) facts.push({ of: 'address', ...at, told: address })
    if (code !== undefined) facts.push({ of: 'status', ...at, told: { code, from, to } })
    return facts
  },
}

/** The columns of the published template, in its order. */
export const relationshipsTemplate = [
  'child_id',
  'adult_id',
  'adult_given_name',
  'adult_family_name',
  'adult_date_of_birth',
  'adult_nhs_number',
  'adult_address',
  'relationship',
  'parental_responsibility',
  'start_date',
  'end_date',
  'restricted',
] as const

/** One adult of one child a row: the extract that says what no statutory table does. */
export const relationships: TableForm = {
  name: 'relationships.csv',
  columns: {
    id: ['child_id', 'ChildPersonId'],
    adult: ['adult_id', 'AdultPersonId', 'ParentId', 'RelatedPersonId'],
    given: ['adult_given_name', 'AdultForename', 'AdultFirstName', 'ParentForename'],
    family: ['adult_family_name', 'AdultSurname', 'AdultLastName', 'ParentSurname'],
    otherFamily: ['adult_former_family_name', 'AdultFormerSurname'],
    birth: ['adult_date_of_birth', 'AdultDOB', 'ParentDOB'],
    sex: ['adult_sex', 'AdultGender'],
    nhsNumber: ['adult_nhs_number', 'ParentNHSNumber'],
    whole: ['adult_address', 'ParentAddress'],
    postcode: ['adult_postcode', 'ParentPostcode'],
    phone: ['adult_phone', 'adult_telephone'],
    email: ['adult_email'],
    removal: ['adult_previous_removal'],
    relationship: ['relationship', 'RelationshipType'],
    parentalResponsibility: ['parental_responsibility', 'HasParentalResponsibility', 'PR'],
    livesWithChild: ['lives_with_child', 'SameHousehold'],
    from: ['start_date', 'RelationshipStartDate'],
    to: ['end_date', 'RelationshipEndDate'],
    restricted: ['restricted', 'AdultRestricted'],
  },
  needs: ['id', 'adult', 'relationship'],
  idIn: 'id',
  factsOf: (cells, at) => {
    const { adult, relationship, parentalResponsibility, livesWithChild, from, to } = cells
    if (adult === undefined) return [{ of: 'relation', ...at, adult: '', told: {} }]
    const told = { relationship, parentalResponsibility, livesWithChild, from, to }
    const person = picked(cells, personFields)
    const address = picked(cells, ['whole', 'postcode'])
    const ofAdult = { id: adult, origin: at.origin }
    const facts: Fact[] = [{ of: 'relation', ...at, adult, told }]
    if (isSomething(person)) facts.push({ of: 'person', role: 'adult', ...ofAdult, told: person })
    if (isSomething(address)) facts.push({ of: 'address', ...ofAdult, told: address })
    return facts
  },
}
