/** What may be wrong with a whole file, so that no row of it is read. */
export type FileFaultCode =
  | 'CANNOT_BE_READ'
  | 'EMPTY'
  | 'UTF_16'
  | 'WORKBOOK'
  | 'ENCODING_UNKNOWN'
  | 'NO_CSV'
  | 'NO_JSON'
  | 'WITHOUT_NAMES'
  | 'XML'
  | 'FORM_UNKNOWN'
  /** Of one that was announced: it was not put where it was to be, or another was. */
  | 'FILE_MISSING'
  | 'FILE_DIFFERS'

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
