const TYPES = ['rue', 'avenue', 'boulevard', 'allée', 'chemin', 'impasse', 'place', 'traverse']
const NOMS =
  'des Acacias,de la République,Jean-Jaurès,du Moulin,des Oliviers,de la Gare,Victor-Hugo,des Lauriers,du Stade,des Pins,Pasteur,de la Fontaine,des Écoles,du Château,de Verdun,des Cigales,de l\'Église,Gabriel-Péri,du Port,des Micocouliers,Louis-Blanc,de la Liberté,des Cyprès,du Général-Leclerc,Émile-Zola,de la Paix,des Amandiers,du Canal,Frédéric-Mistral,des Genêts,du 8-Mai-1945,de Provence,des Platanes,Jean-Moulin,du Vallon,des Tilleuls,Marcel-Pagnol,de la Source,des Romarins,du Belvédère'.split(
    ',',
  )

/** Streets without their number. */
export const VOIES: readonly string[] = NOMS.flatMap((nom, i) => [
  `${TYPES[i % TYPES.length]} ${nom}`,
  `${TYPES[(i * 3 + 1) % TYPES.length]} ${nom}`,
])
