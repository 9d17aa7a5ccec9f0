import {
  formatIntervalle,
  formatJour,
  formatMoisCourt,
  formatNombre,
  formatRepere,
  formatValeur,
} from '../../ingest/socle/francais/format.ts'
import { enumerer } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { PointMesure } from '../../web/mesures.ts'
import { effectifDe } from '../../web/modeles/mesures.ts'
import type { TableDuDocument, Texte } from '../document.ts'
import type { LigneDeLettre } from './sujet-mesure.ts'

/** The latest months that a letter shows beside the evidence. */
const MOIS_MONTRES = 3

const periodeDe = ({ mois, surDouzeMois }: PointMesure): string =>
  surDouzeMois ? `12 mois, ${formatMoisCourt(mois)}` : formatMoisCourt(mois)

const cellule = (texte: string, gras = false): Texte => [gras ? { texte, gras: true } : { texte }]

const rangDe = ({ libelle, fiche, preuve }: LigneDeLettre, point: PointMesure, premier: boolean): readonly Texte[] => {
  const { unite } = fiche
  return [
    premier ? [{ texte: fiche.libelle, gras: true }, { texte: `\n${libelle}` }] : cellule('la même, ensuite'),
    cellule(periodeDe(point)),
    cellule(effectifDe(point)),
    cellule(formatValeur(unite, point.valeur), premier),
    cellule(formatIntervalle(unite, point.ic_bas, point.ic_haut)),
    cellule(preuve.seuil === null ? 'sans seuil' : formatRepere(unite, preuve.seuil)),
    cellule(formatJour(point.instantane)),
  ]
}

/** « Sur les douze mois d’avant : 42 sur 981 (4,3 %) »; nothing of what has no numerator, or of no month before. */
const direAvant = ({ avant, fiche, preuve }: LigneDeLettre): string => {
  const mois = avant.filter(({ surDouzeMois, numerateur }) => !surDouzeMois && numerateur !== null)
  if (mois.length < 2 || preuve.surDouzeMois || fiche.unite !== 'part') return ''
  const somme = (lire: (point: PointMesure) => number | null) => mois.reduce((n, point) => n + (lire(point) ?? 0), 0)
  const [n, total] = [somme(({ numerateur }) => numerateur), somme(({ denominateur }) => denominateur)]
  return total === 0
    ? ''
    : `${fiche.libelle}, sur ${mois.length === 12 ? 'les douze mois' : `${mois.length} mois`} d’avant : ${formatNombre(n)} sur ${formatNombre(total)} (${formatValeur('part', n / total)}).`
}

const courte = (empreinte: string): string => `${empreinte.slice(0, 4)}…${empreinte.slice(-4)}`

const direSource = (lignes: readonly LigneDeLettre[]): string => {
  const instantanes = new Map(lignes.map(({ preuve }) => [preuve.instantane, preuve.empreinte]))
  const dits = [...instantanes].map(([jour, empreinte]) => `${formatJour(jour)} (empreinte ${courte(empreinte)})`)
  return `Preuve figée de l’instantané du ${enumerer(dits)}. L’intervalle à 95 % dit ce que le hasard d’un mois peut faire de la valeur.`
}

/** The facts: the evidence of each line, then the latest months that followed. */
export const tableDesFaits = (lignes: readonly LigneDeLettre[]): TableDuDocument => ({
  sorte: 'table',
  titre: 'Ce que montrent les instantanés',
  colonnes: [
    { intitule: 'Indicateur', part: 3.2 },
    { intitule: 'Période', part: 1.5 },
    { intitule: 'Effectif', nombre: true, part: 1.5 },
    { intitule: 'Valeur', nombre: true, part: 1.1 },
    { intitule: 'Intervalle', nombre: true, part: 1.7 },
    { intitule: 'Seuil', nombre: true, part: 0.9 },
    { intitule: 'Instantané', nombre: true, part: 1.5 },
  ],
  lignes: lignes.flatMap((ligne) =>
    [ligne.preuve, ...ligne.depuis.slice(-MOIS_MONTRES)].map((point, i) => rangDe(ligne, point, i === 0)),
  ),
  note: fr([direSource(lignes), ...lignes.map(direAvant)].filter((dit) => dit !== '').join(' ')),
})
