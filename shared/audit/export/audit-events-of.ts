/**
 * Decided here: entries as FHIR R4 AuditEvents in the shape of IHE's Basic Audit Log Patterns: one event a person concerned. The
 * query that BALP would hold in base64 is left out: an entry has none, for it could hold names.
 * @see https://profiles.ihe.net/ITI/BALP/
 */
import { canonicalJson } from '../canonical-json.ts'
import type { SealableEntry } from '../sealed-leaf.ts'

const hl7 = 'http://terminology.hl7.org/CodeSystem'
const dicom = 'http://dicom.nema.org/resources/ontology/DCM'
const balp = 'https://profiles.ihe.net/ITI/BALP'

/** What an action does to a record, by the last word of its name. */
const doneBy: Readonly<Record<string, 'C' | 'R' | 'U' | 'D'>> = {
  READ: 'R',
  LISTED: 'R',
  QUERIED: 'R',
  COUNTED: 'R',
  PREVIEWED: 'R',
  FOLLOWED: 'R',
  EXPORTED: 'R',
  SUBMITTED: 'C',
  RECORDED: 'C',
  RAISED: 'C',
  REGISTERED: 'C',
  ADDED: 'C',
  CORRECTED: 'U',
  UPDATED: 'U',
  CHANGED: 'U',
  MERGED: 'U',
  MOVED: 'U',
  REROUTED: 'U',
  ACKNOWLEDGED: 'U',
  DECIDED: 'U',
  LIFTED: 'U',
  DELETED: 'D',
  EXPIRED: 'D',
}

const interactions = {
  C: { code: 'create', profile: 'PatientCreate', other: 'Create' },
  R: { code: 'read', profile: 'PatientRead', other: 'Read' },
  U: { code: 'update', profile: 'PatientUpdate', other: 'Update' },
  D: { code: 'delete', profile: 'PatientDelete', other: 'Delete' },
} as const

/** A record of the register: an authority's code and its own id of a person. */
const personPattern = /^E\d{8}\./

const textIn = (entry: SealableEntry, name: string): string | undefined => {
  const value = entry[name]
  return typeof value === 'string' ? value : undefined
}

const coding = (system: string, code: string) => ({ coding: [{ system, code }] })

const agentsOf = (entry: SealableEntry): readonly object[] => {
  const practitioner = textIn(entry, 'practitioner')
  const organisation = textIn(entry, 'authority') ?? textIn(entry, 'agency')
  return [
    {
      type: coding(dicom, '110153'),
      who: { identifier: { value: entry.actor ?? 'unknown' } },
      requestor: practitioner === undefined,
    },
    ...(practitioner === undefined
      ? []
      : [
          {
            type: coding(`${hl7}/v3-ParticipationType`, 'IRCP'),
            who: { identifier: { value: practitioner } },
            requestor: true,
          },
        ]),
    ...(organisation === undefined
      ? []
      : [
          {
            type: coding(`${hl7}/v3-RoleClass`, 'PROV'),
            who: { identifier: { value: organisation } },
            requestor: false,
          },
        ]),
  ]
}

const recordEntity = (id: string): object => ({
  what: { identifier: { value: id } },
  type: { system: `${hl7}/audit-entity-type`, code: '2' },
  role: { system: `${hl7}/object-role`, code: '4' },
})

const personEntity = (id: string): object => ({
  what: { identifier: { value: id } },
  type: { system: `${hl7}/audit-entity-type`, code: '1' },
  role: { system: `${hl7}/object-role`, code: '1' },
})

const requestEntity = (id: string): object => ({
  what: { identifier: { value: id } },
  type: { system: `${balp}/CodeSystem/BasicAuditEntityType`, code: 'XrequestId' },
})

type About = {
  readonly id: string
  readonly person: string | undefined
  readonly records: readonly string[]
}

/** Which of BALP's patterns an event follows; none, where the action is no reading or writing of a record. */
const patternOf = (action: string, person: string | undefined) => {
  const done = doneBy[action.split('_').at(-1) ?? '']
  if (done === undefined) return { action: 'E', meta: {}, subtypes: [] }
  const { code, profile, other } = interactions[done]
  const named = person === undefined ? other : profile
  return {
    action: done,
    meta: { meta: { profile: [`${balp}/StructureDefinition/IHE.BasicAudit.${named}`] } },
    subtypes: [{ system: 'http://hl7.org/fhir/restful-interaction', code }],
  }
}

const eventOf = (entry: SealableEntry, { id, person, records }: About): object => {
  const said = textIn(entry, 'action') ?? ''
  const { action, meta, subtypes } = patternOf(said, person)
  const requestId = textIn(entry, 'requestId')
  return {
    resourceType: 'AuditEvent',
    id,
    ...meta,
    type: { system: `${hl7}/audit-event-type`, code: 'rest' },
    subtype: [...subtypes, { system: 'urn:safeguarding-hub:audit-action', code: said }],
    action,
    recorded: entry.at,
    outcome: textIn(entry, 'outcome') === 'REFUSED' ? '4' : '0',
    agent: agentsOf(entry),
    source: { observer: { display: 'safeguarding hub' } },
    entity: [
      ...(person === undefined ? [] : [personEntity(person)]),
      ...records.map(recordEntity),
      ...(requestId === undefined ? [] : [requestEntity(requestId)]),
    ],
  }
}

/** The events of an entry, one a line: one for each person concerned, or one where none is. */
export const auditEventsOf = (entry: SealableEntry): string => {
  const people = entry.subjects.filter((id) => personPattern.test(id))
  const records = entry.subjects.filter((id) => !personPattern.test(id))
  const about = people.length === 0 ? [undefined] : people
  return about
    .map((person, at) => {
      const id = about.length === 1 ? entry.entryId : `${entry.entryId}.${at + 1}`
      return `${canonicalJson(eventOf(entry, { id, person, records }))}\n`
    })
    .join('')
}
