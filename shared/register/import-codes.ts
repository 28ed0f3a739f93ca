/** What an uploaded file is. Which form of either it has is seen from its beginning. */
export const uploadKinds = ['csv', 'json'] as const

export const importSteps = ['check', 'apply'] as const

export const importStates = [
  'AWAITING_FILES',
  'CHECKING',
  'CHECKED',
  'APPLYING',
  'APPLIED',
  'FAILED',
] as const

/** Why an import went no further: the first twelve are of one of its files. */
export const importFaultCodes = [
  'FILE_MISSING',
  'FILE_DIFFERS',
  'CANNOT_BE_READ',
  'EMPTY',
  'UTF_16',
  'WORKBOOK',
  'ENCODING_UNKNOWN',
  'NO_CSV',
  'NO_JSON',
  'WITHOUT_NAMES',
  'XML',
  'FORM_UNKNOWN',
  'READING_FAILED',
  'LOADING_FAILED',
  'LOADED_ELSEWHERE',
  'NO_LONGER_PERMITTED',
  'STALLED',
] as const
export type ImportFaultCode = (typeof importFaultCodes)[number]

export const importFaultWords: Readonly<Record<ImportFaultCode, string>> = {
  FILE_MISSING: 'A file was not uploaded under its address',
  FILE_DIFFERS: 'A file is not the one that was announced',
  CANNOT_BE_READ: 'A file cannot be read',
  EMPTY: 'A file is empty',
  UTF_16: 'A file is UTF-16 or no text: save it as UTF-8',
  WORKBOOK: 'A file is a workbook or packed: unpack it, or save it as CSV in UTF-8',
  ENCODING_UNKNOWN: 'A file is neither UTF-8 nor Windows-1252',
  NO_CSV: 'A file cannot be read as CSV: a quotation mark is not closed, or a row does not end',
  NO_JSON: 'A file is JSON that is cut off, or of which an object does not end: export it again',
  WITHOUT_NAMES: 'A file is a statutory return, which holds no names: export the tables instead',
  XML: 'A file is XML, of which no form is loaded',
  FORM_UNKNOWN: 'A file is of no form that is loaded',
  READING_FAILED: 'The hub failed while it read the files: check once more',
  LOADING_FAILED: 'The hub failed while it loaded: begin the step once more, and it goes on',
  LOADED_ELSEWHERE:
    'The same content was loaded at the same time by somebody else: check once more',
  NO_LONGER_PERMITTED:
    'Whoever began the step may no longer load this register: somebody who may begins it once more, and it goes on',
  STALLED: 'Nothing is heard of the step any more: begin it once more, and it goes on',
}
