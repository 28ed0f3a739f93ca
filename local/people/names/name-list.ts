/** Names of a text, parted by commas, each once. A name may carry the form of its own script after "=". */
export const nameList = (text: string): readonly string[] => [
  ...new Set(text.split(',').map((entry) => entry.split('=')[0]?.trim() ?? '')),
]

/** From the Latin form of a name to that of its own script, for the names of the texts that carry it. */
export const ownScripts = (...texts: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    texts
      .flatMap((text) => text.split(','))
      .flatMap((entry): [string, string][] => {
        const [latin = '', original] = entry.trim().split('=')
        return original === undefined ? [] : [[latin, original]]
      }),
  )
