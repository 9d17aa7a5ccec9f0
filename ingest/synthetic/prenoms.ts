import type { Origine } from './noms.ts'

type Liste = readonly [femmes: string, hommes: string]

/** First names by origin, women then men, most frequent first. For France: those born before 1970, then since. */
export const PRENOMS: Readonly<Record<Origine, readonly [anciens: Liste, recents: Liste]>> = (() => {
  const maghreb: Liste = [
    'Fatima,Samira,Nadia,Khadija,Malika,Karima,Fatiha,Yamina,Nora,Leïla,Rachida,Zohra,Aïcha,Houria,Djamila,Saïda,Naïma,Hayat,Sabrina,Sonia,Yasmine,Inès,Amel,Imène,Soraya,Linda,Farida,Meriem,Salima,Assia,Ahlem,Sarah,Nawel,Rania,Souad,Hanane,Latifa,Ouarda,Khadidja',
    'Mohamed,Ahmed,Karim,Ali,Rachid,Abdelkader,Youssef,Mourad,Samir,Farid,Kamel,Nabil,Omar,Hassan,Saïd,Mustapha,Brahim,Hamid,Djamel,Malik,Nassim,Sofiane,Bilal,Yacine,Mehdi,Amine,Anis,Toufik,Redouane,Fouad,Khaled,Abdelkrim,Larbi,Miloud,Reda,Ilyès,Walid,Salah,Mohammed,Youcef,Moustapha',
  ]
  const comores: Liste = [
    'Fatima,Mariama,Zaïnaba,Echata,Moinaécha,Halima,Amina,Sitti,Faouzia,Zalihata,Nassabia,Roukia,Hadidja,Anfiati,Salimata,Chamsia,Mouniati,Raïssa',
    'Mohamed,Ali,Ibrahim,Saïd,Youssouf,Ahamada,Abdou,Soilihi,Nassur,Houssam,Fahad,Anli,Moussa,Idriss,Kassim,Naïm,Soulaïmana,Ismaël',
  ]
  const armenie: Liste = [
    'Anna,Marie,Araxie,Nariné,Arminé,Lucie,Chouchane,Gayané,Sona,Silva,Christine,Hasmik,Lusiné,Mélinée,Sylvie',
    'Armen,Gérard,Jean,Aram,Hagop,Vartan,Garo,Michel,Tigrane,Hrant,Levon,Alain,Artur,Gevorg,Hovhannès',
  ]
  const italie: Liste = [
    'Marie,Maria,Angèle,Rose,Anna,Joséphine,Antoinette,Lucie,Julie,Laura,Marina,Vanina,Ghjulia,Lisandra,Sandra,Giovanna,Chiara,Livia',
    'Antoine,Dominique,Joseph,Jean,Ange,Toussaint,Pascal,Giovanni,Salvatore,Vincent,Marco,Fabrice,Anthony,Matteo,Lisandru,Paul-Antoine,Gino,Enzo',
  ]
  const iberie: Liste = [
    'Maria,Carmen,Ana,Isabel,Dolorès,Josefa,Antonia,Manuela,Laura,Cristina,Rosa,Fernanda,Paula,Inês,Lucia,Montserrat',
    'José,Antonio,Manuel,Francisco,Juan,João,Carlos,Luis,Miguel,Paulo,Fernando,Rui,Diego,Pedro,Ángel,Javier',
  ]
  const afrique: Liste = [
    'Fatoumata,Aminata,Mariam,Awa,Aïssatou,Kadiatou,Bintou,Adama,Hawa,Mame,Ndeye,Grâce,Espérance,Aya,Clarisse,Divine,Oumou,Assetou',
    'Mamadou,Moussa,Ibrahima,Ousmane,Amadou,Boubacar,Abdoulaye,Seydou,Cheikh,Lamine,Alassane,Souleymane,Daouda,Christian,Patrick,Junior,Bakary,Issa',
  ]
  const ailleurs: Liste = [
    'Thi Mai,Linh,Ayse,Fatma,Elena,Maria,Mei,Ioana,Agnieszka,Natalia,Emine,Drita,Olga,Xiu,Lan,Vesna',
    'Van Minh,Duc,Mehmet,Mustafa,Ivan,Andrei,Wei,Ion,Piotr,Milan,Arben,Hakan,Sergueï,Tuan,Emre,Dragan',
  ]
  const anciens: Liste = [
    'Marie,Monique,Françoise,Catherine,Nathalie,Isabelle,Jacqueline,Sylvie,Anne,Martine,Nicole,Christine,Brigitte,Véronique,Chantal,Patricia,Jeanne,Michèle,Hélène,Danielle,Dominique,Annie,Corinne,Valérie,Josiane,Évelyne,Josette,Simone,Odile,Mireille,Marie-Christine,Ginette,Bernadette,Yvette,Geneviève,Élisabeth,Pascale,Marie-Thérèse,Colette,Huguette,Solange,Magali,Régine,Maryse,Marie-Claire,Marie-Laure,Marie-Hélène,Anne-Marie',
    'Jean,Michel,Pierre,Philippe,Alain,Patrick,Bernard,Christian,Daniel,André,Jacques,Gérard,Thierry,René,Claude,Éric,Serge,Pascal,Marcel,Gilles,Bruno,Robert,Roger,Henri,Georges,Jean-Pierre,Didier,Jean-Claude,Yves,Marc,Francis,Joël,Dominique,Jean-Luc,Guy,Roland,Jean-Marc,Gilbert,Lucien,Hervé,Régis,Maurice,Jean-Philippe,Jean-Louis',
  ]
  const recents: Liste = [
    'Laura,Julie,Émilie,Camille,Marie,Céline,Aurélie,Élodie,Mélanie,Stéphanie,Sandrine,Marine,Pauline,Manon,Léa,Sarah,Chloé,Anaïs,Jessica,Emma,Virginie,Audrey,Amandine,Lucie,Charlotte,Delphine,Vanessa,Jennifer,Cindy,Océane,Mathilde,Laëtitia,Caroline,Justine,Sabrina,Morgane,Clara,Inès,Jade,Lou-Anne,Noémie,Cassandra,Maëva,Alizée,Coralie,Estelle,Priscilla,Kelly,Anne-Sophie,Anne-Laure,Marie-Laure',
    'Nicolas,Thomas,Julien,Alexandre,Kevin,Sébastien,Guillaume,Romain,Maxime,Anthony,David,Jérémy,Florian,Mickaël,Lucas,Hugo,Antoine,Mathieu,Cédric,Christophe,Stéphane,Benjamin,Quentin,Clément,Loïc,Jordan,Dylan,Laurent,Adrien,Vincent,Arnaud,Théo,Ludovic,Fabien,Steven,Rémi,Enzo,Yoann,Aurélien,Damien,Valentin,Mathis,Jonathan,Grégory,Geoffrey,Bastien,Noé,Léo,Jean-Baptiste,Jean-Philippe',
  ]
  const partout = (l: Liste): readonly [Liste, Liste] => [l, l]
  return {
    france: [anciens, recents],
    maghreb: partout(maghreb),
    comores: partout(comores),
    armenie: partout(armenie),
    italie: partout(italie),
    iberie: partout(iberie),
    afrique: partout(afrique),
    ailleurs: partout(ailleurs),
  }
})()
