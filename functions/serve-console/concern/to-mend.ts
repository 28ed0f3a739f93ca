import type { Problem } from '../hub/ask-as.ts'
import type { PartName } from './parts.ts'

/** Where somebody mends what the API says of a field: the page, and what stands on it. */
export type ToMend = { readonly page: string; readonly field: string; readonly label: string }

const on = (part: PartName, field: string, label = field): ToMend => ({
  page: `/concern/part/${part}`,
  field,
  label,
})

/** Fields of the API by the beginning of their pointers, the longest first where one begins as another does. */
const places: readonly (readonly [pointer: string, at: ToMend])[] = [
  ['/subject/dateOfBirth', on('adult-known-by', 'dateOfBirth-day', 'dateOfBirth')],
  ['/subject/phones', on('adult-known-by', 'phone')],
  ['/subject/nhsNumbers', on('adult-known-by', 'nhsNumber')],
  ['/subject/sex', on('adult-known-by', 'adultSex')],
  ['/subject/emails', on('adult-known-by', 'email')],
  ['/subject/addresses/0/postcode', on('adult-home', 'postcode')],
  ['/subject/addresses', on('adult-home', 'houseNumber')],
  ['/subject/relationshipToChild', on('adult-children', 'relationshipToChild')],
  ['/subject/contactLevel', on('adult-children', 'contactLevel')],
  ['/subject/pregnancy/hospital', on('adult-children', 'hospital')],
  ['/subject/pregnancy/midwife', on('adult-children', 'midwife')],
  ['/subject/pregnancy', on('adult-children', 'expectedDate-day', 'expectedDate')],
  ['/subject/role', on('abuse', 'subjectRole')],
  ['/subject', on('adult-name', 'given')],
  ['/whyChildrenUnknown', on('no-children', 'whyChildrenUnknown')],
  ['/children', on('no-children', 'whyChildrenUnknown')],
  ['/authority', on('where', 'authority')],
  ['/childLocationNow', on('where', 'childLocationNow')],
  ['/harm', on('worry', 'harm')],
  ['/phoneCallMade/at', on('worry', 'rungOn-day', 'rungOn')],
  ['/phoneCallMade', on('worry', 'rung')],
  ['/flags', on('worry', 'signs')],
  ['/factors', on('factors', 'factors')],
  ['/reason', on('happened', 'reason')],
  ['/narrative', on('happened', 'fact')],
  ['/incidentOn', on('happened', 'incidentOn-day', 'incidentOn')],
  ['/ongoingSince', on('happened', 'ongoingSince-day', 'ongoingSince')],
  ['/previousRemoval/year', on('before', 'previousRemovalYear')],
  ['/previousRemoval/authority', on('before', 'previousRemovalWhere')],
  ['/previousRemoval', on('before', 'previousRemoval')],
  ['/previousProtectionPlan/year', on('before', 'previousProtectionPlanYear')],
  ['/previousProtectionPlan/authority', on('before', 'previousProtectionPlanWhere')],
  ['/previousProtectionPlan', on('before', 'previousProtectionPlan')],
  ['/previouslyLookedAfter/year', on('before', 'previouslyLookedAfterYear')],
  ['/previouslyLookedAfter/authority', on('before', 'previouslyLookedAfterWhere')],
  ['/previouslyLookedAfter', on('before', 'previouslyLookedAfter')],
  ['/substances', on('substances', 'substance1', 'substance')],
  ['/keepConfidentialFrom', on('keep-from', 'keepFrom1', 'keepFrom')],
  ['/interpreter', on('interpreter', 'interpreter')],
  ['/protectiveFactors', on('safe', 'protectiveFactors')],
  ['/childView', on('safe', 'childView')],
  ['/domesticAbuse/safeContact', on('abuse', 'safeToCall')],
  ['/domesticAbuse/refuge', on('abuse', 'refuge')],
  ['/domesticAbuse/dash/level', on('abuse', 'dashLevel')],
  ['/domesticAbuse/dash', on('abuse', 'dashScore')],
  ['/domesticAbuse/maracOn', on('abuse', 'maracOn-day', 'maracOn')],
  ['/domesticAbuse/maracReferred', on('abuse', 'maracReferred')],
  ['/domesticAbuse', on('abuse', 'childPresent')],
  ['/workerSafety', on('abuse', 'workerSafety')],
  ['/whyOverridden', on('consent', 'whyOverridden')],
  ['/consent/whyNotSought', on('consent', 'whyNotSought')],
  ['/consent/parentView', on('consent', 'parentView')],
  ['/consent/expiresOn', on('consent', 'expiresOn-day', 'expiresOn')],
  ['/consent/capacityAssessor', on('consent', 'capacityAssessor')],
  ['/consent/capacityAssessedOn', on('consent', 'capacityAssessedOn-day', 'capacityAssessedOn')],
  ['/consent', on('consent', 'consentStatus')],
  ['/conflict', on('conflict', 'conflictWho')],
  ['/referrer/name', on('you', 'yourName')],
  ['/referrer/role', on('you', 'yourRole')],
  ['/referrer/secureEmail', on('you', 'yourEmail')],
  ['/referrer/phone', on('you', 'yourPhone')],
  ['/referrer/outOfHours', on('you', 'outOfHours')],
  ['/referrer/team', on('you', 'yourTeam')],
  ['/referrer/workBase', on('you', 'workBase')],
  ['/referrer', on('you', 'yourName')],
  ['/ownReference', on('you', 'ownReference')],
]

const listed = /^\/(otherAdults|children)\/(\d{1,2})\/(\w+)/

/** Where on the page of an adult or a child what the API calls so is mended; all else is by its name. */
const inListed: Readonly<Record<string, readonly [field: string, label: string]>> = {
  dateOfBirth: ['dateOfBirth-day', 'dateOfBirth'],
  expectedDateOfDelivery: ['expectedDate-day', 'expectedDate'],
  ageYears: ['ageYears', 'ageYears'],
  nhsNumber: ['nhsNumber', 'nhsNumber'],
  nhsNumbers: ['nhsNumber', 'nhsNumber'],
  emails: ['email', 'email'],
  phones: ['phone', 'phone'],
  postcode: ['postcode', 'postcode'],
  address: ['houseNumber', 'houseNumber'],
  addresses: ['houseNumber', 'houseNumber'],
  alsoKnownAs: ['alsoKnownAs', 'alsoKnownAs'],
  locationNow: ['locationNow', 'locationNow'],
  school: ['school', 'school'],
  gp: ['gp', 'gp'],
  disability: ['disability', 'disability'],
  firstLanguage: ['firstLanguage', 'firstLanguage'],
}

/** A field of one of several adults or children. */
const listedAt = (pointer: string): ToMend | undefined => {
  const [, list, at, part = ''] = listed.exec(pointer) ?? []
  if (list === undefined) return undefined
  const page = `/concern/${list === 'children' ? 'children' : 'adults'}/${at}`
  const name = pointer.endsWith('/postcode') ? 'postcode' : part
  const [field, label] = inListed[name] ?? ['given', 'given']
  return { page, field, label }
}

const begins = (pointer: string, with_: string): boolean =>
  pointer === with_ || pointer.startsWith(`${with_}/`)

/** Where each thing is mended that the API names, each place once and in the order of the form. */
export const toMend = (errors: Problem['errors']): readonly ToMend[] => {
  const found = errors.flatMap(({ pointer }) => {
    const place = listedAt(pointer) ?? places.find(([beginning]) => begins(pointer, beginning))?.[1]
    return place === undefined ? [] : [place]
  })
  return [...new Map(found.map((one) => [`${one.page}#${one.field}`, one])).values()]
}
