import { id, type Over, type PlantedFiles } from './planted-files.ts'

type Resources = { readonly patient?: Over; readonly related?: Over; readonly care?: Over }

const resourcesOf = ({ patient = {}, related = {}, care = {} }: Resources) => [
  {
    ...{ resourceType: 'Patient', id, gender: 'female', birthDate: '2015-06-01' },
    name: [{ use: 'official', given: ['Ivy'], family: 'Larkin' }],
    address: [{ line: ['14 Mill Lane'], city: 'Kirkton', postalCode: 'AB1 2CD' }],
    ...patient,
  },
  {
    ...{ resourceType: 'RelatedPerson', id: 'R1', patient: { reference: `Patient/${id}` } },
    name: [{ given: ['Rosa'], family: 'Larkin' }],
    ...{ birthDate: '1990-02-03', relationship: [{ coding: [{ code: 'MTH' }] }] },
    ...related,
  },
  {
    ...{ resourceType: 'EpisodeOfCare', id: 'E1', status: 'active' },
    ...{ patient: { reference: `Patient/${id}` }, period: { start: '2025-03-01' } },
    type: [{ coding: [{ code: 'IN_NEED' }] }],
    ...care,
  },
]

const bundle = (entry: readonly unknown[]): Record<string, string> => ({
  'bundle.json': JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry }, null, 1),
})

const fhir = (earns: PlantedFiles['earns'], resources: Resources = {}): PlantedFiles => ({
  form: 'FHIR',
  files: bundle([
    ...resourcesOf(resources).map((resource) => ({ fullUrl: 'urn:uuid:1', resource })),
    // What the register does not hold is passed over.
    { resource: { resourceType: 'Organization', id: 'O1', name: 'A surgery' } },
  ]),
  earns,
})
const nhs = (value: string) => ({
  identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value }],
})

export const plantedInFhir: readonly PlantedFiles[] = [
  fhir({}),
  fhir({ BIRTH_MISSING: 1 }, { patient: { birthDate: undefined } }),
  // FHIR takes a month for a date.
  fhir({ BIRTH_UNREADABLE: 1 }, { patient: { birthDate: '2015-06' } }),
  fhir({ CHILD_DIED: 1 }, { patient: { deceasedBoolean: true } }),
  fhir({ CHILD_DIED: 1 }, { patient: { deceasedDateTime: '2026-02-03T10:00:00Z' } }),
  fhir({ NHS_NUMBER_WRONG: 1 }, { patient: nhs('9990304131') }),
  fhir({ NHS_NUMBER_OF_ANOTHER: 1 }, { patient: nhs('9990304130'), related: nhs('9990304130') }),
  fhir({ EMAIL_WRONG: 1 }, { related: { telecom: [{ system: 'email', value: 'at work' }] } }),
  fhir({ TELEPHONE_WRONG: 1 }, { related: { telecom: [{ system: 'phone', value: 'ask her' }] } }),
  fhir({ RELATION_UNREADABLE: 1 }, { related: { relationship: [{ coding: [{ code: 'ROOM' }] }] } }),
  fhir({ RELATION_DATES: 1 }, { related: { period: { start: '2020-02-01', end: '2019-01-01' } } }),
  fhir(
    { RELATION_WITHOUT_CHILD: 1, NO_ADULTS: 1 },
    { related: { patient: { reference: 'Patient/P9' } } },
  ),
  fhir({ ADULT_NAME_MISSING: 1, NO_ADULTS: 1 }, { related: { name: [] } }),
  fhir({ STATUS_UNREADABLE: 1 }, { care: { type: [{ coding: [{ code: 'HOSPITAL' }] }] } }),
  fhir({ STATUS_MISSING: 1 }, { care: { status: 'entered-in-error' } }),
  fhir({ FITS_NO_CONTRACT: 1, NO_ADULTS: 1 }, { related: { patient: {} } }),
  {
    form: 'FHIR',
    files: bundle([
      ...resourcesOf({}).map((resource) => ({ resource })),
      { request: { method: 'DELETE', url: 'Patient/P2' } },
      { request: { method: 'DELETE', url: 'Observation/O2' } },
    ]),
    earns: { PURGED: 1 },
  },
  {
    form: 'FHIR',
    files: {
      'bulk.ndjson': resourcesOf({ patient: { name: [] } })
        .map((resource) => JSON.stringify(resource))
        .join('\n'),
    },
    earns: { NAME_MISSING: 1 },
  },
]
