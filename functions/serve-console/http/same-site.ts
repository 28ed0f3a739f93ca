/**
 * Whether a browser says that a form was sent from a page of the console itself. What says nothing of it is judged by the form's
 * token alone. @see Fetch Metadata, and RFC 6454 §7
 */
export const isFromHere = (headers: Readonly<Record<string, string>>, origin: string): boolean => {
  const { origin: sentBy, 'sec-fetch-site': site } = headers
  return (
    (sentBy === undefined || sentBy === origin) && (site === undefined || site === 'same-origin')
  )
}
