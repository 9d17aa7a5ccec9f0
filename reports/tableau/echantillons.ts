import type { EchantillonVu } from '../../web/echantillon-vue.ts'
import { CONSTATS, ETATS_ECHANTILLON, POPULATIONS, REPARTITIONS, REPONSES, STRATES } from '../../web/echantillons.ts'
import { resultatsDe } from '../../web/modeles/resultats-echantillon.ts'
import { notesDe, type Provenance } from './notes.ts'
import { selon } from './selon.ts'
import type { ColonneTableau, Tableau } from './tableau.ts'

const enLigne = (e: EchantillonVu) => ({
  reference: e.reference,
  mois: e.mois,
  etat: e.etat,
  population: e.population,
  instantane: e.instantane,
  strate: e.strate,
  repartition: e.repartition,
  minimum: e.minimum,
  effectif: e.strates.reduce((n, { effectif }) => n + effectif, 0),
  tirees: e.fiches.length,
  remplies: e.remplies,
  defauts: e.defauts,
  graine: e.graine,
  empreinte: e.empreinte,
  tire_le: e.tireLe,
  clos_le: e.closLe,
})

export type LigneEchantillon = ReturnType<typeof enLigne>

/** The columns of a sample, without any number. */
export const COLONNES_ECHANTILLONS: readonly ColonneTableau<LigneEchantillon>[] = [
  { nom: 'reference', intitule: 'Échantillon', type: 'texte' },
  { nom: 'mois', intitule: 'Mois', type: 'texte' },
  { nom: 'etat', intitule: 'État', type: 'texte', montrer: selon(ETATS_ECHANTILLON) },
  { nom: 'population', intitule: 'Population', type: 'texte', montrer: selon(POPULATIONS) },
  { nom: 'instantane', intitule: 'Instantané', type: 'jour' },
  { nom: 'strate', intitule: 'Strates', type: 'texte', montrer: selon(STRATES) },
  { nom: 'repartition', intitule: 'Répartition', type: 'texte', montrer: selon(REPARTITIONS) },
  { nom: 'minimum', intitule: 'Minimum par strate', type: 'entier' },
  { nom: 'effectif', intitule: 'Demandes de la population', type: 'entier' },
  { nom: 'tirees', intitule: 'Demandes tirées', type: 'entier' },
  { nom: 'remplies', intitule: 'Fiches remplies', type: 'entier' },
  { nom: 'defauts', intitule: 'Avec un défaut au moins', type: 'entier' },
  { nom: 'graine', intitule: 'Graine du tirage', type: 'texte' },
  { nom: 'empreinte', intitule: 'Empreinte de l’instantané', type: 'texte' },
  { nom: 'tire_le', intitule: 'Tiré le', type: 'jour' },
  { nom: 'clos_le', intitule: 'Clos le', type: 'jour' },
]

export const lignesEchantillons = (echantillons: readonly EchantillonVu[]): LigneEchantillon[] =>
  echantillons.map(enLigne)

/** Samples, one row each. */
export const tableauEchantillons = (
  echantillons: readonly EchantillonVu[],
  provenance: Provenance,
): Tableau<LigneEchantillon> => ({
  titre: 'Échantillons',
  colonnes: COLONNES_ECHANTILLONS,
  lignes: lignesEchantillons(echantillons),
  notes: notesDe(provenance),
})

const ENSEMBLE = 'Territoire'

/** Every question of a sample, for the whole then stratum by stratum; no number. */
export const lignesResultats = (echantillon: EchantillonVu) =>
  resultatsDe(echantillon).flatMap(({ code: question, libelle, strates, ...ensemble }) =>
    [
      { strate: '', libelle: ENSEMBLE, effectif: strates.reduce((n, { effectif }) => n + effectif, 0), ...ensemble },
      ...strates.map(({ code, tirees: _, ...strate }) => ({
        ...{ strate: code, ...strate, ponderee: false },
        part: strate.verifiees === 0 ? null : strate.defauts / strate.verifiees,
      })),
    ].map((ligne) => ({
      reference: echantillon.reference,
      question,
      question_libelle: libelle,
      strate: ligne.strate,
      strate_libelle: ligne.libelle,
      effectif: ligne.effectif,
      defauts: ligne.defauts,
      verifiees: ligne.verifiees,
      non_verifiables: ligne.nonVerifiables,
      part: ligne.part,
      ic_bas: ligne.intervalle?.bas ?? null,
      ic_haut: ligne.intervalle?.haut ?? null,
      ponderee: ligne.ponderee,
    })),
  )

type LigneResultat = ReturnType<typeof lignesResultats>[number]

export const tableauResultats = (
  echantillons: readonly EchantillonVu[],
  provenance: Provenance,
): Tableau<LigneResultat> => ({
  titre: 'Résultats',
  colonnes: [
    { nom: 'reference', intitule: 'Échantillon', type: 'texte' },
    { nom: 'question_libelle', intitule: 'Question', type: 'texte' },
    { nom: 'strate_libelle', intitule: 'Strate', type: 'texte' },
    { nom: 'effectif', intitule: 'Demandes de la strate', type: 'entier' },
    { nom: 'defauts', intitule: 'Défauts', type: 'entier' },
    { nom: 'verifiees', intitule: 'Vérifiées', type: 'entier' },
    { nom: 'non_verifiables', intitule: 'Non vérifiables', type: 'entier' },
    { nom: 'part', intitule: 'Part de défauts', type: 'part' },
    { nom: 'ic_bas', intitule: 'Intervalle à 95 %, bas', type: 'part' },
    { nom: 'ic_haut', intitule: 'Intervalle à 95 %, haut', type: 'part' },
    { nom: 'ponderee', intitule: 'Strates remises à leur poids', type: 'booleen' },
  ],
  lignes: echantillons.flatMap(lignesResultats),
  notes: [
    ...notesDe(provenance),
    ['Intervalles', 'À 95 %, exacts ; effectif équivalent où les strates n’ont pas été tirées à leur poids.'],
  ],
})

/** The forms of a sample, with their numbers: through the door. */
export const lignesFiches = (echantillon: EchantillonVu, numeros: ReadonlyMap<number, string>) =>
  echantillon.fiches.map(({ id, rang, guichet, libelle, strate, reponse, defaut }) => ({
    reference: echantillon.reference,
    rang,
    numero_unique: numeros.get(id) ?? '',
    guichet,
    libelle,
    strate,
    constat: reponse?.constat ?? null,
    champ: reponse?.champ ?? null,
    champ_en_mots: reponse?.champEnMots ?? null,
    reponses: reponse?.reponses ?? {},
    defaut: reponse === null ? null : defaut,
    note: reponse?.note ?? null,
    par: reponse?.par ?? null,
    le: reponse === null ? null : `${reponse.le.replace('T', ' ')}:00`,
  }))

export type LigneFicheEchantillon = ReturnType<typeof lignesFiches>[number]

/** The same as a table, a column a question. */
export const tableauFiches = (
  echantillon: EchantillonVu,
  numeros: ReadonlyMap<number, string>,
  provenance: Provenance,
): Tableau<Readonly<Record<string, unknown>>> => ({
  titre: 'Fiches',
  colonnes: [
    { nom: 'reference', intitule: 'Échantillon', type: 'texte' },
    { nom: 'rang', intitule: 'Fiche', type: 'entier' },
    { nom: 'numero_unique', intitule: 'Numéro unique', type: 'texte' },
    { nom: 'libelle', intitule: 'Guichet', type: 'texte' },
    { nom: 'constat', intitule: 'Enregistrement', type: 'texte', montrer: selon(CONSTATS) },
    { nom: 'champ_en_mots', intitule: 'Champ non conforme', type: 'texte' },
    ...echantillon.questions.map(({ code, libelle }) => ({
      nom: `q_${code}`,
      intitule: libelle,
      type: 'texte' as const,
      montrer: selon(REPONSES),
    })),
    { nom: 'note', intitule: 'Note', type: 'texte' },
    { nom: 'par', intitule: 'Remplie par', type: 'texte' },
    { nom: 'le', intitule: 'Remplie le', type: 'moment' },
  ],
  lignes: lignesFiches(echantillon, numeros).map(({ reponses, ...ligne }) => ({
    ...ligne,
    ...Object.fromEntries(echantillon.questions.map(({ code }) => [`q_${code}`, reponses[code] ?? null])),
  })),
  notes: notesDe(provenance),
})
