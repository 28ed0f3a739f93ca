import { FileFault } from '../../shared/files/file-fault.ts'

/** What is wrong with a file or an option, in one sentence that holds no value from it. */
export class InputError extends Error {}

/** Of a file that cannot be read, as what whoever asks has to mend; anything else as it is. */
export const asInputError = (error: unknown): unknown =>
  error instanceof FileFault ? new InputError(error.message, { cause: error }) : error
