import {
  polishNames,
  romanianNames,
  ukrainianNames,
} from '../../../local/seed/names/european-names.ts'
import { polishTail, romanianTail, slavicTail } from './family-tails.ts'
import { familyFrom, givenFrom, type Habit, longer } from './habit.ts'

const usual = {
  origin: 'eastern-european',
  middleShare: 0.12,
  takesNameShare: 0.8,
  barrelShare: 0.03,
} as const

/** Adjectival family names follow the bearer's sex: Kowalski, Kowalska; Dubicki, Dubicka. */
const polishFeminine = (family: string): string =>
  family.replace(/([sc])ki$/, '$1ka').replace(/ny$/, 'na')

const polish: Habit = {
  ...usual,
  share: 24,
  given: givenFrom({
    women: longer(
      polishNames.women,
      `Marta, Justyna, Sylwia, Iwona, Renata, Danuta, Natalia, Patrycja, Kinga, Edyta, Aneta,
      Izabela, Grażyna, Bożena, Weronika, Emilia, Klaudia`,
    ),
    men: longer(
      polishNames.men,
      `Adam, Rafał, Robert, Kamil, Maciej, Jacek, Sebastian, Artur, Zbigniew, Mariusz, Radosław,
      Jarosław, Bartosz, Przemysław, Dawid, Leszek, Andrzej, Jan, Stanisław`,
    ),
    girls: longer(
      [],
      'Julia, Maja, Zuzanna, Zofia, Lena, Oliwia, Hanna, Amelia, Nikola, Wiktoria, Alicja, Nadia, Pola, Laura',
    ),
    boys: longer(
      [],
      'Jakub, Filip, Antoni, Oskar, Szymon, Kacper, Jan, Franciszek, Aleksander, Oliwier, Alan, Igor, Marcel, Fabian',
    ),
  }),
  family: familyFrom(
    longer(
      polishNames.families,
      `Kozłowski, Jankowski, Wojciechowski, Kwiatkowski, Kaczmarek, Krawczyk,
    Piotrowski, Grabowski, Zając, Król, Pawłowski, Michalski, Wróbel, Wieczorek, Jabłoński, Majewski, Olszewski, Stępień,
    Malinowski, Jaworski, Adamczyk, Dudek, Nowicki, Górski, Witkowski, Rutkowski, Sikora, Walczak, Baran, Szewczyk,
    Tomaszewski, Zalewski, Wysocki, Przybylski, Sobczak, Czarnecki, Gajewski, Bielecki, Urban`,
    ),
    { share: 0.65, draw: polishTail },
  ),
  feminine: polishFeminine,
}

const romanian: Habit = {
  ...usual,
  share: 12,
  given: givenFrom({
    women: longer(
      romanianNames.women,
      'Ana, Daniela, Ramona, Nicoleta, Loredana, Carmen, Adriana, Raluca, Diana, Monica',
    ),
    men: longer(
      romanianNames.men,
      'Ionut, Daniel, Bogdan, Catalin, Razvan, Sorin, Dan, Marian, Constantin, Nicolae',
    ),
  }),
  family: familyFrom(
    longer(
      romanianNames.families,
      `Stoica, Matei, Dinu, Nistor, Ciobanu, Dragomir, Marin, Gheorghe, Lazar,
    Serban, Oprea, Tudor, Florea, Barbu, Cojocaru, Toma, Voicu, Neagu, Sandu, Balan`,
    ),
    { share: 0.4, draw: romanianTail },
  ),
}

const easternSlav: Habit = {
  ...usual,
  share: 9,
  given: givenFrom({
    women: longer(
      ukrainianNames.women,
      'Ivana, Desislava, Vesela, Petya, Elena, Daiva, Rasa, Jurgita, Kristina, Inga, Ieva',
    ),
    men: longer(
      ukrainianNames.men,
      'Ivan, Georgi, Dimitar, Nikolay, Petar, Mindaugas, Tomas, Darius, Andrius, Vytautas, Janis',
    ),
  }),
  family: familyFrom(
    longer(
      ukrainianNames.families,
      `Ivanov, Petrov, Dimitrov, Georgiev, Nikolov, Todorov, Kazlauskas,
    Petrauskas, Berzins, Kalnins, Horvath, Novak, Kovacs, Angelov, Hristov, Jankauskas, Polishchuk, Koval`,
    ),
    { share: 0.5, draw: slavicTail },
  ),
  feminine: (family) =>
    family
      .replace(/([oe])v$/, '$1va')
      .replace(/auskas$/, 'auskiene')
      .replace(/ins$/, 'ina'),
}

export const easternEuropeanHabits: readonly Habit[] = [polish, romanian, easternSlav]
