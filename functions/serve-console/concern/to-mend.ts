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
  ['/subject/addresses/0/postcode', on('adult-home', 'postcode')],
  ['/subject/addresses', on('adult-home', 'houseNumber')],
  ['/subject/relationshipToChild', on('adult-children', 'relationshipToChild')],
  ['/subject/contactLevel', on('adult-children', 'contactLevel')],
  ['/subject/pregnancy', on('adult-children', 'expectedDate-day', 'expectedDate')],
  ['/subject/role', on('abuse', 'subjectRole')],
  ['/subject', on('adult-name', 'given')],
  ['/whyChildrenUnknown', on('no-children', 'whyChildrenUnknown')],
  ['/children', on('no-children', 'whyChildrenUnknown')],
  ['/authority', on('where', 'authority')],
  ['/childLocationNow', on('where', 'childLocationNow')],
  ['/harm', on('worry', 'harm')],
  ['/phoneCallMade', on('worry', 'rung')],
  ['/factors', on('factors', 'factors')],
  ['/reason', on('happened', 'reason')],
  ['/narrative', on('happened', 'fact')],
  ['/incidentOn', on('happened', 'incidentOn-day', 'incidentOn')],
  ['/protectiveFactors', on('safe', 'protectiveFactors')],
  ['/childView', on('safe', 'childView')],
  ['/domesticAbuse/safeContact', on('abuse', 'safeToCall')],
  ['/domesticAbuse', on('abuse', 'childPresent')],
  ['/workerSafety', on('abuse', 'workerSafety')],
  ['/whyOverridden', on('consent', 'whyOverridden')],
  ['/consent/whyNotSought', on('consent', 'whyNotSought')],
  ['/consent/parentView', on('consent', 'parentView')],
  ['/consent', on('consent', 'consentStatus')],
  ['/conflict', on('conflict', 'conflictWho')],
  ['/referrer/name', on('you', 'yourName')],
  ['/referrer/role', on('you', 'yourRole')],
  ['/referrer/secureEmail', on('you', 'yourEmail')],
  ['/referrer/phone', on('you', 'yourPhone')],
  ['/referrer/outOfHours', on('you', 'outOfHours')],
  ['/referrer', on('you', 'yourName')],
  ['/ownReference', on('you', 'ownReference')],
]

const listed = /^\/(otherAdults|children)\/(\d{1,2})\/(?:names?\b)?(\w*)/

/** A field of one of several adults or children. */
const listedAt = (pointer: string): ToMend | undefined => {
  const [, list, at, field = ''] = listed.exec(pointer) ?? []
  if (list === undefined) return undefined
  const page = `/concern/${list === 'children' ? 'children' : 'adults'}/${at}`
  const isDay = field === 'dateOfBirth' || field === 'expectedDateOfDelivery'
  if (isDay) return { page, field: 'dateOfBirth-day', label: 'dateOfBirth' }
  return field === 'ageYears'
    ? { page, field, label: field }
    : { page, field: 'given', label: 'given' }
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
