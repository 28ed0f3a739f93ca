const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether this may be an id that the hub issued; of any other the API says that it cannot be read. @see RFC 9562 §5.7 */
export const isHubId = (id: string | undefined): id is string =>
  id !== undefined && pattern.test(id)
