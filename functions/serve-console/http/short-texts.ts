/** What stands in a form under these names, each short: the API says itself where it takes less. */
export const shortTexts = (
  form: URLSearchParams,
  names: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, (form.get(name) ?? '').trim().slice(0, 200)]))
