import type { Demande } from './colonnes.ts'
import { debutDuMois, finDuMois, joursEntre, plusJours, plusMois } from './jours.ts'
import type { InstantaneLu } from './lire-instantane.ts'
import { normaliserNom } from './normaliser.ts'

/** What a month is computed from. */
export interface Contexte {
  readonly debut: string
  readonly fin: string
  readonly s: InstantaneLu
  readonly s0: InstantaneLu | null
  readonly sMoins: InstantaneLu | null
  /** S's demandes of persons. */
  readonly population: readonly Demande[]
}

/** S: the earliest snapshot dated in [`fin`, `fin` + 10 days]. */
const trouverS = (instantanes: readonly InstantaneLu[], fin: string): InstantaneLu | undefined =>
  instantanes.filter((i) => i.date >= fin && i.date <= plusJours(fin, 10)).sort((a, b) => (a.date < b.date ? -1 : 1))[0]

/** S0: the nearest to the eve of `debut`, ten days at most either side, before S; the earlier on a tie. */
const trouverS0 = (instantanes: readonly InstantaneLu[], debut: string, s: InstantaneLu): InstantaneLu | null => {
  const veille = plusJours(debut, -1)
  const ecart = (i: InstantaneLu) => Math.abs(joursEntre(veille, i.date))
  const candidats = instantanes.filter((i) => ecart(i) <= 10 && i.date < s.date)
  return candidats.sort((a, b) => ecart(a) - ecart(b) || (a.date < b.date ? -1 : 1))[0] ?? null
}

/** S⁻: the latest in [`debut` − 5 mois, `debut` − 3 mois]. */
const trouverSMoins = (instantanes: readonly InstantaneLu[], debut: string): InstantaneLu | null =>
  instantanes
    .filter((i) => i.date >= plusMois(debut, -5) && i.date <= plusMois(debut, -3))
    .sort((a, b) => (a.date < b.date ? 1 : -1))[0] ?? null

/** The month's snapshots, or null where it has no S. `instantanes` are one territory's. */
export const situerMois = (instantanes: readonly InstantaneLu[], mois: string): Contexte | null => {
  const [debut, fin] = [debutDuMois(mois), finDuMois(mois)]
  const s = trouverS(instantanes, fin)
  if (s === undefined) return null
  return {
    debut,
    fin,
    s,
    s0: trouverS0(instantanes, debut, s),
    sMoins: trouverSMoins(instantanes, debut),
    population: s.demandes.filter((d) => d.type_demandeur === 'PERSONNE'),
  }
}

export const dansP = (c: Contexte, jour: string | null): boolean => jour !== null && jour >= c.debut && jour <= c.fin

export const estActive = (d: Demande): boolean => d.statut === 'ACTIVE'

const connu = (nom: string | null): string | null => {
  const normalise = nom === null ? '' : normaliserNom(nom)
  return normalise === '' ? null : normalise
}

/** Normalised birth name (`nom` only where `nom_naissance` is null) and first name, null where nothing is left. */
export const nomNaissance = (d: Demande): string | null => connu(d.nom_naissance ?? d.nom)
export const prenom = (d: Demande): string | null => connu(d.prenom)
export const nomNaissanceConjoint = (d: Demande): string | null => connu(d.conjoint_nom_naissance)
export const prenomConjoint = (d: Demande): string | null => connu(d.conjoint_prenom)

/** K1, or K2 where the two names are exchanged. */
export const cle = (d: Demande, inverse: boolean): string | null => {
  const [nom, pre] = [nomNaissance(d), prenom(d)]
  if (nom === null || pre === null || d.date_naissance === null) return null
  return `${inverse ? pre : nom}|${inverse ? nom : pre}|${d.date_naissance}`
}

/** Which of two demandes was registered first: by date, then by number. */
export const precede = (e: Demande, d: Demande): boolean =>
  e.date_enregistrement !== d.date_enregistrement
    ? e.date_enregistrement < d.date_enregistrement
    : e.numero_unique < d.numero_unique

interface Acte {
  readonly date: string
  readonly guichet: string | null
}

const dernier = (actes: readonly { date: string | null; guichet: string | null }[]): Acte => {
  let retenu: Acte = { date: '', guichet: null }
  for (const { date, guichet } of actes) if (date !== null && date >= retenu.date) retenu = { date, guichet }
  return retenu
}

/** `date_dossier` and `guichet_dossier`: the latest of registration and renewal, the renewal on equal dates. */
export const dossier = (d: Demande): Acte =>
  dernier([
    { date: d.date_enregistrement, guichet: d.guichet_enregistrement },
    { date: d.date_renouvellement, guichet: d.guichet_renouvellement },
  ])

/** `date_maj` and `guichet_maj`: modifications too, which win on equal dates. */
export const maj = (d: Demande): Acte =>
  dernier([dossier(d), { date: d.date_modification, guichet: d.guichet_modification }])
