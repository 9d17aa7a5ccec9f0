import type { Column, Table } from '../../ingest/contract/column.ts'
import { tableDe } from '../../ingest/contract/table-de.ts'
import { type NomTable, TABLES } from '../../ingest/contract/tables.ts'
import type { ExamenInstantane } from '../../ingest/examen/examiner-instantane.ts'
import type { TableExaminee } from '../../ingest/examen/examiner-table.ts'
import { formatNombre, formatPart } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import { colonnesFautives } from '../../ingest/tolerance-valeurs.ts'
import { TOLERANCE, TOLERANCE_VALEURS } from '../../ingest/verifier.ts'
import type { ExamenVu, FichierVu, IntituleInconnu, MotsInconnus, Option } from '../../web/depot.ts'
import { FICHES } from './fiches.ts'
import { mesurables } from './mesurables.ts'
import { traductionsDe } from './traductions.ts'

const LIBELLES = new Map(FICHES.map(({ code, libelle }) => [code, libelle]))

const nommer = (codes: readonly string[]): string[] => codes.map((code) => LIBELLES.get(code) ?? code)

const colonnesDe = (nom: NomTable | undefined): readonly Column[] => (nom === undefined ? [] : tableDe(nom).colonnes)

const libelleDe = (table: NomTable, nom: string): string =>
  colonnesDe(table).find((colonne) => colonne.nom === nom)?.libelle ?? nom

const option = (table: NomTable, nom: string): Option => [nom, `${libelleDe(table, nom)} (${nom})`]

const optionPrise = (table: NomTable, nom: string, intitule: string): Option => {
  const [valeur, libelle] = option(table, nom)
  return [valeur, fr(`${libelle}, lue de « ${intitule} »`)]
}

const fichierDe = (t: TableExaminee): FichierVu => ({
  nom: t.fichier,
  feuille: t.feuille,
  table: t.table,
  encodage: t.encodage,
  reconnues: Object.entries(t.colonnes_reconnues).map(([nom, intitule]) => ({
    libelle: libelleDe(t.table, nom),
    intitule,
  })),
  ecartees: t.colonnes_ecartees,
})

/** The headings that no column was found for, once each, whatever files have them. */
const intitulesDe = (tables: readonly TableExaminee[]): IntituleInconnu[] => {
  const parIntitule = grouperPar(
    tables.flatMap((t) => t.colonnes_inconnues.map((intitule) => ({ intitule, t }))),
    ({ intitule }) => intitule,
  )
  return [...parIntitule.values()].flatMap((lignes) => {
    const [premiere] = lignes
    if (premiere === undefined) return []
    const { intitule, t } = premiere
    const proposees = t.propositions.find((proposition) => proposition.intitule === intitule)?.colonnes ?? []
    return {
      intitule,
      fichier: t.fichier,
      propositions: proposees.map((nom) => option(t.table, nom)),
      colonnes: t.colonnes_manquantes.filter((nom) => !proposees.includes(nom)).map((nom) => option(t.table, nom)),
      prises: Object.entries(t.colonnes_reconnues).map(([nom, lu]) => optionPrise(t.table, nom, lu)),
    }
  })
}

const RARES = '…'

/** What a word of a column may stand for, besides nothing. */
const codesDe = ({ codes = [], type }: Column): Option[] =>
  [...codes, ...(type === 'booleen' ? ['OUI', 'NON'] : [])].map((code) => [code, code])

const motsDe = (tables: readonly TableExaminee[]): MotsInconnus[] =>
  [...grouperPar(tables, ({ table }) => table).values()].flatMap(([premiere]) =>
    colonnesDe(premiere?.table).flatMap((colonne) => {
      const valeurs = premiere?.valeurs_inconnues[colonne.nom]
      if (valeurs === undefined) return []
      return {
        colonne: colonne.nom,
        libelle: colonne.libelle,
        mots: Object.entries(valeurs).flatMap(([mot, n]) => (mot === RARES ? [] : [{ mot, n }])),
        rares: valeurs[RARES] ?? 0,
        codes: codesDe(colonne),
        rejette: colonne.rejetSiInconnu === true,
      }
    }),
  )

/** What must be put right: the import would refuse it whatever is admitted. */
const obstaclesDe = ({ tables, identite, bilan, premier }: ExamenInstantane): string[] => {
  const presentes = new Set(tables.map(({ table }) => table))
  const manquantes = [...grouperPar(tables, ({ table }) => table).values()].flatMap((siennes) => {
    const requises = siennes.map(({ table, colonnes_manquantes }) =>
      colonnesDe(table).filter(({ nom, obligatoire }) => obligatoire && colonnes_manquantes.includes(nom)),
    )
    const moindre = requises.toSorted((a, b) => a.length - b.length)[0] ?? []
    return moindre.map(
      ({ libelle, nom }) =>
        `La colonne « ${libelle} » (${nom}) manque dans ${siennes[0]?.fichier ?? ''} : dire plus bas quel intitulé en tient lieu, ou compléter le fichier.`,
    )
  })
  return [
    ...(identite === null
      ? ['Le territoire et la date de l’instantané ne sont pas connus : les donner plus bas.']
      : []),
    ...(presentes.has('demandes') ? [] : ['Aucun des fichiers n’est la table des demandes : l’ajouter au dépôt.']),
    ...(premier && identite !== null && !presentes.has('guichets')
      ? ['Le premier instantané d’un territoire apporte le registre des guichets : l’ajouter au dépôt (guichets.csv).']
      : []),
    ...manquantes,
    ...(bilan !== null && bilan.lignes === 0 ? ['La table des demandes n’a aucune ligne.'] : []),
  ]
}

/** What is past a tolerance: the import would refuse it, unless somebody says why it may be loaded. */
const depassementsDe = ({ bilan }: ExamenInstantane): string[] => {
  if (bilan === null || bilan.lignes === 0) return []
  const { rejetees, lignes, avertissements, remplies } = bilan
  return [
    ...(rejetees / lignes > TOLERANCE
      ? [
          `${formatNombre(rejetees)} lignes sur ${formatNombre(lignes)} seraient rejetées, plus que la tolérance de ${formatPart(TOLERANCE, 2, 0)}.`,
        ]
      : []),
    ...colonnesFautives(bilan, TOLERANCE_VALEURS).map(
      ({ nom, libelle }) =>
        `« ${libelle} » : ${formatNombre(avertissements[nom] ?? 0)} valeurs sur ${formatNombre(remplies[nom] ?? 0)} ne sont pas reconnues, plus que la tolérance de ${formatPart(TOLERANCE_VALEURS, 2, 0)}.`,
    ),
  ]
}

const manqueDe = (motif: string): string => {
  const nom = motif.replace('COLONNE_VIDE ', '')
  return TABLES.some((table: Table) => table.nom === nom) ? `Table ${nom}` : `${libelleDe('demandes', nom)} (${nom})`
}

const remplacementDe = ({ remplacement, vides }: ExamenInstantane): ExamenVu['remplacement'] => {
  if (remplacement === null) return null
  const [avant, apres] = [mesurables(remplacement.vides).oui, mesurables(vides).oui]
  return {
    ...remplacement.changements,
    gagnes: nommer(apres.filter((code) => !avant.includes(code))),
    perdus: nommer(avant.filter((code) => !apres.includes(code))),
  }
}

/** The examination of a deposit as its page tells it. */
export const examenVu = (examen: ExamenInstantane): ExamenVu => {
  const { tables, bilan, identite, carteDitTout, profil, vides, feuilles_ecartees, rejets, premiers } = examen
  const { oui, non } = mesurables(vides)
  return {
    identite,
    carteDitTout,
    lignes: bilan?.lignes ?? 0,
    rejetees: bilan?.rejetees ?? 0,
    purgees: bilan?.purgees ?? 0,
    obstacles: obstaclesDe(examen),
    depassements: depassementsDe(examen),
    fichiers: tables.map(fichierDe),
    feuillesEcartees: Object.entries(feuilles_ecartees).map(([fichier, feuilles]) => ({ fichier, feuilles })),
    intitules: intitulesDe(tables),
    mots: motsDe(tables),
    profil: traductionsDe(profil),
    mesurables: oui.length,
    manques: [...grouperPar(non, ({ motif }) => motif)].map(([motif, prives]) => ({
      manque: manqueDe(motif),
      indicateurs: nommer(prives.map(({ code }) => code)),
    })),
    rejets: Object.entries(rejets).map(([raison, n]) => ({ raison, n })),
    premiers,
    illisibles: Object.entries(bilan?.avertissements ?? {}).map(([nom, n]) => ({
      libelle: libelleDe('demandes', nom),
      n,
    })),
    remplacement: remplacementDe(examen),
  }
}
