import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Colonne, NOMS, OUI_OU_VIDE } from '../colonnes.ts'
import { inventerBaux, inventerFlux } from './annexes.ts'
import type { Monde } from './fiche.ts'
import { ecrireLigne, habiller, habillerIntitule } from './habiller.ts'
import type { Hasard } from './hasard.ts'
import { gater, type Ligne } from './lignes-fautives.ts'
import { guichetsFautifs, type LigneGuichet } from './reseau.ts'

const GUICHETS =
  'code libelle categorie service_code service_libelle siren mode date_ouverture date_fermeture commune'.split(' ')

/** Lists of columns that go missing together: an extraction leaves out one, or a whole tab. */
const ONGLETS: readonly (readonly Colonne[])[] = [
  ['date_depot'],
  ['nom_naissance'],
  ['nom', 'nom_naissance'],
  ['prenom'],
  ['date_naissance'],
  ['date_echeance'],
  ['motif_radiation'],
  ['date_saisie_radiation'],
  ['date_radiation'],
  ['date_signature_bail'],
  ['forcage_doublon'],
  ['type_demandeur'],
  ['guichet_enregistrement'],
  ['guichet_radiation', 'guichet_modification', 'guichet_renouvellement'],
  ['date_renouvellement'],
  ['date_modification'],
  ['date_preavis', 'date_attestation', 'date_piece_identite'],
  ['numero_rpls', 'siren_bailleur'],
  ['siren_bailleur'],
  ['adresse_logement', 'surface_logement'],
  ['date_signature_bail', 'siren_bailleur', 'reservataire', 'dalo', 'en_qpv'],
  ['nationalite', 'motif_demande'],
  ['revenu_fiscal_reference'],
  ['ressources_mensuelles'],
  ['revenu_fiscal_reference', 'ressources_mensuelles'],
  ['situation_familiale', 'situation_professionnelle', 'nb_personnes', 'logement_actuel', 'commune_souhaitee'],
  ['conjoint_nom_naissance'],
  ['reprise_anciennete'],
]

const ecrire = (h: Hasard, fichier: string, lignes: readonly (readonly string[])[]): void => {
  const fin = h.choisir(['\r\n', '\n'])
  const texte = lignes.map((ligne) => `${ecrireLigne(h, ligne)}${fin}`).join('')
  writeFileSync(fichier, `${h.choisir(['\ufeff', ''])}${texte}`)
}

/** Columns left out, columns without a value, columns that hold nothing readable. */
interface Lacunes {
  readonly absentes: Set<string>
  readonly vides: Set<string>
  readonly illisibles: Set<string>
  /** Booleans of which only the yes is written. */
  readonly ouiSeuls: Set<string>
}

const cellules = (h: Hasard, colonnes: readonly string[], lacunes: Lacunes, ligne: Ligne): string[] => {
  const { fiche, brut = {}, champsEnTrop = 0, rejetee = false } = ligne
  const textes = colonnes.map((colonne) => {
    if (lacunes.vides.has(colonne) && !rejetee) return ''
    if (lacunes.illisibles.has(colonne)) return h.choisir(['NC', '', 'à compléter', 'voir dossier'])
    if (colonne === 'commentaire') return 'à rappeler'
    const c = colonne as Colonne
    if (lacunes.ouiSeuls.has(colonne) && brut[c] === undefined && fiche[c] === 'N') return ''
    return brut[c] ?? habiller(h, c, fiche[c] ?? '')
  })
  return champsEnTrop < 0 ? textes.slice(0, champsEnTrop) : [...textes, ...Array<string>(champsEnTrop).fill('x')]
}

const ecrireTable = (h: Hasard, fichier: string, lacunes: Lacunes, lignes: Ligne[]): void => {
  const gardees = NOMS.filter((nom) => !lacunes.absentes.has(nom))
  const colonnes = h.melanger(h.chance(0.2) ? [...gardees, 'commentaire'] : gardees)
  const table = [
    colonnes.map((nom) => habillerIntitule(h, nom)),
    ...lignes.flatMap((ligne) => [
      ...(h.chance(0.005) ? [colonnes.map(() => ' ')] : []),
      cellules(h, colonnes, lacunes, ligne),
    ]),
  ]
  if (h.chance(0.05)) table.unshift(['Extraction des demandes'], ['Filtre : département 13', ''])
  if (h.chance(0.05)) table.push(colonnes.map((_, i) => (i === 0 ? 'Total' : i === 1 ? String(lignes.length) : '')))
  ecrire(h, fichier, table)
}

const choisirLacunes = (h: Hasard): Lacunes => {
  const lacunes: Lacunes = { absentes: new Set(), vides: new Set(), illisibles: new Set(), ouiSeuls: new Set() }
  for (let n = h.entier(1, 3); n > 0; n--)
    for (const colonne of h.choisir(ONGLETS)) h.choisir([lacunes.absentes, lacunes.vides]).add(colonne)
  if (h.chance(0.15)) lacunes.illisibles.add(h.choisir(['nb_personnes', 'reservataire', 'dalo', 'typologie_souhaitee']))
  if (h.chance(0.4)) lacunes.ouiSeuls.add(h.choisir(OUI_OU_VIDE))
  return lacunes
}

const ecrireDemandes = (monde: Monde, dossier: string, saine: boolean): void => {
  const { h, fiches } = monde
  const pleine: Lacunes = { absentes: new Set(), vides: new Set(), illisibles: new Set(), ouiSeuls: new Set() }
  const lacunes = !saine && h.chance(0.4) ? choisirLacunes(h) : pleine
  const lignes = saine ? fiches.map((fiche) => ({ fiche })) : gater(monde, fiches)
  const milieu = h.chance(0.2) ? h.entier(1, lignes.length - 1) : lignes.length
  const parties = [lignes.slice(0, milieu), lignes.slice(milieu)].filter((partie) => partie.length > 0)
  parties.forEach((partie, i) => {
    const nom = parties.length === 1 ? 'demandes.csv' : `demandes-${i + 1}.csv`
    ecrireTable(h, join(dossier, nom), lacunes, partie)
  })
}

const ecrireRegistre = (h: Hasard, dossier: string, guichets: readonly LigneGuichet[], saine: boolean): void => {
  const lignes = saine ? guichets : [...guichets, ...guichetsFautifs(h, guichets)]
  ecrire(h, join(dossier, 'guichets.csv'), [GUICHETS, ...lignes.map((g) => GUICHETS.map((c) => g[c] ?? ''))])
}

/** Writes one folder of the contract: what the territory shows that day, dressed and spoiled. */
export const ecrireInstantane = (
  monde: Monde,
  dossier: string,
  date: string,
  mois: string,
  choix: { readonly registre: boolean; readonly saine: boolean },
): void => {
  const { h, reseau } = monde
  mkdirSync(dossier, { recursive: true })
  const manifeste = { version: 1, territoire: '013', date, source: 'fabrique', synthetique: true }
  writeFileSync(join(dossier, 'instantane.json'), JSON.stringify(manifeste))
  ecrireDemandes(monde, dossier, choix.saine)
  if (choix.registre) ecrireRegistre(h, dossier, reseau.guichets, choix.saine)
  if (h.chance(0.8)) ecrire(h, join(dossier, 'flux.csv'), inventerFlux(monde, mois))
  if (h.chance(0.75)) ecrire(h, join(dossier, 'baux.csv'), inventerBaux(monde, mois))
}
