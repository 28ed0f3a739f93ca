/** What may be wrong with a whole file, so that no row of it is read. */
export const fileFaultCodes = [
  'CANNOT_BE_READ',
  'EMPTY',
  'UTF_16',
  'WORKBOOK',
  'ENCODING_UNKNOWN',
  'NO_CSV',
  'WITHOUT_NAMES',
  'XML',
  'FORM_UNKNOWN',
] as const
export type FileFaultCode = (typeof fileFaultCodes)[number]

/** A file that cannot be read. The message names the file and holds nothing that stands in it. */
export class FileFault extends Error {
  readonly code: FileFaultCode
  readonly file: string

  constructor(
    { file, code }: { readonly file: string; readonly code: FileFaultCode },
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.file = file
    this.code = code
  }
}
