/** H0 none, H1 early help, H2 child in need (s.17), H3 suspected significant harm (s.47), H4 immediate danger. */
export const harmLevels = ['H0', 'H1', 'H2', 'H3', 'H4'] as const
export type HarmLevel = (typeof harmLevels)[number]

/** Whether a level is this one or a graver. */
export const isAtLeast = (harm: HarmLevel, least: HarmLevel): boolean =>
  harmLevels.indexOf(harm) >= harmLevels.indexOf(least)
