/**
 * Groups entries into humans: entries linked directly or through others stand together. Order in is order out, in the
 * groups and within them.
 */
export const groupIdentities = <Entry>(
  entries: readonly Entry[],
  isSame: (a: Entry, b: Entry) => boolean,
): readonly (readonly Entry[])[] => {
  let groups: readonly (readonly Entry[])[] = []
  for (const entry of entries) {
    const linked = groups.filter((group) => group.some((member) => isSame(member, entry)))
    const [first] = linked
    const joined = [...linked.flat(), entry]
    groups =
      first === undefined
        ? [...groups, [entry]]
        : groups
            .map((group) => (group === first ? joined : group))
            .filter((group) => group === joined || !linked.includes(group))
  }
  return groups
}
