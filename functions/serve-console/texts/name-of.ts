type Name = { readonly given?: string | undefined; readonly family?: string | undefined }

/** A name as it is said, as far as it is known. */
export const nameOf = ({ given = '', family = '' }: Name = {}): string =>
  `${given} ${family}`.trim()
