import { polishTail, romanianTail, slavicTail } from './family-tails.ts'
import { familyFrom, givenFrom, type Habit } from './habit.ts'
import { ownScripts } from './name-list.ts'

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
    women: `Anna, Katarzyna, Małgorzata, Agnieszka, Magdalena, Joanna, Monika, Ewa, Karolina, Paulina, Aleksandra, Dorota,
    Beata, Marta, Justyna, Sylwia, Iwona, Renata, Danuta, Natalia, Patrycja, Kinga, Edyta, Aneta, Izabela, Grażyna,
    Bożena, Weronika, Emilia, Klaudia`,
    men: `Piotr, Krzysztof, Tomasz, Paweł, Marcin, Michał, Grzegorz, Łukasz, Jakub, Mateusz, Wojciech, Dariusz, Sławomir,
    Adam, Rafał, Robert, Kamil, Maciej, Jacek, Sebastian, Artur, Zbigniew, Mariusz, Radosław, Jarosław, Bartosz,
    Przemysław, Dawid, Leszek, Andrzej, Jan, Stanisław`,
    girls: `Julia, Maja, Zuzanna, Zofia, Lena, Oliwia, Hanna, Amelia, Nikola, Wiktoria, Alicja, Nadia, Pola, Laura`,
    boys: `Jakub, Filip, Antoni, Oskar, Szymon, Kacper, Jan, Franciszek, Aleksander, Oliwier, Alan, Igor, Marcel, Fabian`,
  }),
  family: familyFrom(
    `Nowak, Kowalski, Wiśniewski, Wójcik, Kamiński, Lewandowski, Zieliński, Szymański, Woźniak, Dąbrowski, Mazur,
    Pawlak, Kozłowski, Jankowski, Wojciechowski, Kwiatkowski, Kaczmarek, Krawczyk, Piotrowski, Grabowski, Zając,
    Król, Pawłowski, Michalski, Wróbel, Wieczorek, Jabłoński, Majewski, Olszewski, Stępień, Malinowski, Jaworski,
    Adamczyk, Dudek, Nowicki, Górski, Witkowski, Rutkowski, Sikora, Walczak, Baran, Szewczyk, Tomaszewski, Zalewski,
    Wysocki, Przybylski, Sobczak, Czarnecki, Gajewski, Bielecki, Urban`,
    { share: 0.65, draw: polishTail },
  ),
  feminine: polishFeminine,
}

const romanian: Habit = {
  ...usual,
  share: 12,
  given: givenFrom({
    women: `Maria, Elena, Ioana, Andreea, Mihaela, Alina, Gabriela, Simona, Cristina, Florentina, Roxana, Ștefania, Ana,
    Daniela, Ramona, Nicoleta, Loredana, Carmen, Adriana, Raluca, Diana, Monica`,
    men: `Andrei, Ion, Alexandru, Gheorghe, Mihai, Cristian, Florin, Adrian, Marius, Vasile, Ștefan, Costel, Ionut,
    Daniel, Bogdan, Catalin, Razvan, Sorin, Dan, Marian, Constantin, Nicolae`,
  }),
  family: familyFrom(
    `Popescu, Ionescu, Popa, Radu, Dumitru, Stan, Constantin, Munteanu, Rusu, Moldovan, Lăcătuș, Țurcanu, Stoica,
    Matei, Dinu, Nistor, Ciobanu, Dragomir, Marin, Gheorghe, Lazar, Serban, Oprea, Tudor, Florea, Barbu, Cojocaru,
    Toma, Voicu, Neagu, Sandu, Balan`,
    { share: 0.4, draw: romanianTail },
  ),
}

const easternSlavic = {
  women: `Olena=Олена, Oksana=Оксана, Iryna=Ірина, Natalia=Наталія, Tetiana=Тетяна, Svitlana=Світлана, Kateryna=Катерина,
    Liudmyla=Людмила, Yuliia=Юлія, Halyna=Галина, Anastasiia=Анастасія, Viktoriia=Вікторія, Ivana, Desislava,
    Vesela, Petya, Elena, Daiva, Rasa, Jurgita, Kristina, Inga, Ieva`,
  men: `Oleksandr=Олександр, Serhii=Сергій, Andrii=Андрій, Volodymyr=Володимир, Mykola=Микола, Dmytro=Дмитро,
    Yurii=Юрій, Vasyl=Василь, Ihor=Ігор, Bohdan=Богдан, Taras=Тарас, Maksym=Максим, Ivan, Georgi, Dimitar, Nikolay,
    Petar, Mindaugas, Tomas, Darius, Andrius, Vytautas, Janis`,
  families: `Shevchenko=Шевченко, Kovalenko=Коваленко, Bondarenko=Бондаренко, Tkachenko=Ткаченко, Kravchenko=Кравченко,
    Melnyk=Мельник, Boiko=Бойко, Lysenko=Лисенко, Marchenko=Марченко, Rudenko=Руденко, Moroz=Мороз, Savchuk=Савчук,
    Ivanov, Petrov, Dimitrov, Georgiev, Nikolov, Todorov, Kazlauskas, Petrauskas, Berzins, Kalnins, Horvath, Novak,
    Kovacs, Angelov, Hristov, Jankauskas, Polishchuk, Koval`,
}

const easternSlav: Habit = {
  ...usual,
  share: 9,
  given: givenFrom(easternSlavic),
  family: familyFrom(easternSlavic.families, { share: 0.5, draw: slavicTail }),
  ownScript: ownScripts(easternSlavic.women, easternSlavic.men, easternSlavic.families),
  feminine: (family) =>
    family
      .replace(/([oe])v$/, '$1va')
      .replace(/auskas$/, 'auskiene')
      .replace(/ins$/, 'ina'),
}

export const easternEuropeanHabits: readonly Habit[] = [polish, romanian, easternSlav]
