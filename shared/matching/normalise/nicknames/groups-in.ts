/** Groups of forms as the lists write them: forms parted by a space, groups by a comma. */
export const groupsIn = (text: string): readonly string[] =>
  text.split(',').map((group) => group.trim().replace(/\s+/g, ' '))
