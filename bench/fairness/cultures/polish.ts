import { groupsOf } from '../../../local/people/names/name-groups.ts'
import type { Culture } from '../culture.ts'
import { frequencies } from '../frequencies.ts'
import * as slip from '../name-slips.ts'

export const polish: Culture = {
  name: 'Polish',
  given: {
    F: frequencies(`Anna 5, Katarzyna 4, Małgorzata, Agnieszka, Magdalena, Joanna, Monika, Ewa, Karolina, Paulina, Aleksandra, Dorota, Beata, Marta, Justyna, Sylwia, Iwona, Renata,
      Danuta, Natalia, Patrycja, Kinga, Edyta, Aneta, Izabela, Grażyna, Bożena, Weronika, Emilia, Klaudia, Barbara, Zofia`),
    M: frequencies(`Piotr 4, Krzysztof 4, Tomasz, Paweł, Marcin, Michał, Grzegorz, Łukasz, Jakub, Mateusz, Wojciech, Dariusz, Sławomir, Adam, Rafał, Robert, Kamil, Maciej, Jacek, Sebastian,
      Artur, Zbigniew, Mariusz, Radosław, Jarosław, Bartosz, Przemysław, Dawid, Andrzej, Jan, Stanisław`),
  },
  after: {
    F: {
      share: 0.3,
      names: frequencies('Maria 20, Anna 10, Barbara, Ewa, Elżbieta, Agnieszka, Zofia'),
    },
    M: {
      share: 0.3,
      names: frequencies('Jan 12, Piotr, Adam, Stanisław, Józef, Marek, Andrzej, Krzysztof'),
    },
  },
  families:
    frequencies(`Nowak, Kowalski, Wiśniewski, Wójcik, Kamiński, Lewandowski, Zieliński, Szymański, Woźniak, Dąbrowski, Mazur, Pawlak, Kozłowski, Jankowski, Wojciechowski, Kwiatkowski,
    Kaczmarek, Krawczyk, Piotrowski, Grabowski, Zając, Król, Pawłowski, Michalski, Wróbel, Wieczorek, Jabłoński, Majewski, Olszewski, Stępień, Malinowski, Jaworski, Adamczyk, Dudek,
    Nowicki, Górski, Witkowski, Rutkowski, Sikora, Walczak, Baran, Szewczyk, Tomaszewski, Zalewski, Wysocki, Przybylski, Czarnecki, Gajewski`),
  feminine: (family) => family.replace(/([sc])ki$/, '$1ka'),
  lineage: 'family',
  takesNameShare: 0.8,
  sharedWordShare: 0,
  firstOfJanuaryShare: 0,
  sharedHouseShare: 0.2,
  spellings:
    groupsOf(`katarzyna kasia katazyna kate / malgorzata gosia margaret / agnieszka aga agnes / magdalena magda / joanna asia joana / aleksandra ola alexandra / karolina carolina karola / ewa eva / krzysztof krzysiek christopher chris /
    tomasz tomek thomas / piotr peter piotrek / pawel paul pavel / grzegorz greg grzesiek / lukasz luke lucas / michal michael / jakub kuba jacob / mateusz matthew / wojciech wojtek / bartosz bartek / maciej maciek / andrzej andrew /
    barbara basia / natalia natalka / weronika veronica / sylwia sylvia / slawomir slawek / radoslaw radek / jaroslaw jarek / przemyslaw przemek / dawid david / kowalski kowalsky kowalska / kowalska kowalski / wisniewski wisniewska vishnevski /
    wojcik wojciek woycik / kaczmarek kachmarek / szymanski shimanski / wozniak wosniak / zajac zajonc / krol krul / wrobel vrobel / jablonski yablonski / gorski gurski`),
  slips: [
    { share: 35, slip: slip.respelt },
    { share: 22, slip: slip.familyOfOtherSex },
    { share: 15, slip: slip.calledOnly },
    { share: 12, slip: slip.otherFamily },
    { share: 10, slip: slip.exchanged },
    { share: 4, slip: slip.inOneField },
    { share: 3, slip: slip.initials },
  ],
}
