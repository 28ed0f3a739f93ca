/** The cursor in a link of the API to the next page. */
export const cursorIn = (next: string | undefined): string | undefined =>
  next === undefined
    ? undefined
    : (new URL(next, 'http://hub').searchParams.get('cursor') ?? undefined)

/** A link of the console to the page that follows; none where there is none. */
export const linkTo = (
  path: string,
  query: Readonly<Record<string, string | undefined>>,
  cursor: string | undefined,
): string | undefined => {
  if (cursor === undefined) return undefined
  const asked = new URLSearchParams({ cursor })
  for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, value)
  return `${path}?${asked}`
}
