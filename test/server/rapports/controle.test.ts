import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { enMois } from '../../../ingest/socle/jour.ts'
import { entier, nul, reel, texte } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { type CelluleDeTable, type DocumentEcrit, lireTexte, type TableDuDocument } from '../../../reports/document.ts'
import { enClasseur } from '../../../reports/render/classeur.ts'
import { suivreControle } from '../../../server/gestion/controles/suivre.ts'
import { ecrireControle, lireConnu } from '../../../server/lecture/controles/connu.ts'
import { lireEtat } from '../../../server/lecture/territoires.ts'
import { TERRITOIRE } from '../../demonstration.ts'
import { preparerRapports, REDIGE_LE } from './scene.ts'

type Rangee = TableDuDocument['lignes'][number]

const MOIS = enMois('2026-10')
const { base, lire } = preparerRapports()

const ecrire = (): Promise<DocumentEcrit> =>
  lire(async (lecteur) => {
    const etat = await lireEtat(lecteur.base, { territoire: TERRITOIRE })
    const mois = { territoire: TERRITOIRE, mois: MOIS, etat, tousLesMois: etat.calcules.map((calcule) => calcule.mois) }
    const quand = { maintenant: new Date(REDIGE_LE.replace(' ', 'T')), redigeLe: REDIGE_LE, par: 'Camille Martin' }
    return ecrireControle(await lireConnu(lecteur, mois, quand), suivreControle([]), null)
  })

const tableDe = ({ blocs }: DocumentEcrit, feuille: string): readonly Rangee[] =>
  blocs.filter((bloc) => bloc.sorte === 'table').find((table) => table.feuille === feuille)?.lignes ?? []

const dire = (cellule: CelluleDeTable): string =>
  lireTexte(cellule)
    .map((passage) => passage.texte)
    .join('')

const codeDe = ([premiere = []]: Rangee): string => /\((\w+)\)$/.exec(dire(premiere))?.[1] ?? ''

const chiffreDe = (cellule: CelluleDeTable | undefined): number | null =>
  cellule !== undefined && 'chiffre' in cellule ? cellule.chiffre : null

/** As they are stored, read without anything of the product's own reading. */
const stockees = () =>
  runQuery(
    base().connection,
    sql`SELECT niveau, entite, indicateur, duree, valeur, numerateur, statut_affiche FROM resultats
      WHERE territoire = ${TERRITOIRE} AND mois = ${MOIS}`,
    {
      ...{ niveau: texte, entite: texte, indicateur: texte, duree: entier },
      ...{ valeur: nul(reel), numerateur: nul(reel), statut_affiche: nul(texte) },
    },
  )

describe('le rapport d’un contrôle, pour qui le relit', () => {
  it('a une ligne par alerte enregistrée, nouvelle ou en cours, et aucune autre', async () => {
    const document = await ecrire()
    const alertes = [...tableDe(document, 'Nouvelles'), ...tableDe(document, 'En cours')].map(codeDe)
    const attendues = (await stockees()).filter(
      ({ niveau, indicateur, duree, statut_affiche }) =>
        duree === 1 &&
        statut_affiche === 'ALERTE' &&
        (niveau === 'GUICHET' || (niveau === 'SERVICE' && indicateur === 'attributions_manquantes')),
    )
    expect(alertes.toSorted()).toEqual(attendues.map(({ entite }) => entite).toSorted())
    expect(alertes.length).toBeGreaterThan(2)
    expect(document.titre).toContain(`${tableDe(document, 'En cours').length} en cours`)
  })

  it('a chaque guichet et les indicateurs principaux, chacun à la valeur enregistrée', async () => {
    const document = await ecrire()
    const connues = new Set((await stockees()).map(({ entite, valeur }) => `${entite} ${valeur}`))
    const rangees = [...tableDe(document, 'Signalés'), ...tableDe(document, 'Autres guichets')]
    expect(new Set(rangees.map(codeDe)).size).toBe(rangees.length)
    expect(new Set(rangees.map((rangee) => rangee.length))).toEqual(new Set([16]))
    const valeurs = rangees.flatMap((rangee) =>
      rangee.flatMap((cellule) => {
        const chiffre = chiffreDe(cellule)
        return chiffre === null ? [] : [`${codeDe(rangee)} ${chiffre}`]
      }),
    )
    expect(valeurs.length).toBeGreaterThan(50)
    const feuille = enClasseur(document).tableaux.find(({ titre }) => titre === 'Autres guichets')
    expect(feuille?.colonnes.map(({ intitule }) => intitule)).toContain('Rejets d’interface')
    expect(valeurs.filter((valeur) => !connues.has(valeur))).toEqual([])
  })

  it('compte les demandes forcées comme elles sont enregistrées, et ne porte aucun numéro unique', async () => {
    const document = await ecrire()
    const forcees = tableDe(document, 'Forçages').map((rangee) => chiffreDe(rangee[2]))
    const attendues = (await stockees())
      .filter(({ niveau, indicateur, duree }) => niveau === 'GUICHET' && indicateur === 'forcages' && duree === 1)
      .map(({ numerateur }) => numerateur ?? 0)
      .filter((n) => n > 0)
    expect(forcees.toSorted()).toEqual(attendues.toSorted())
    expect(JSON.stringify(document)).not.toMatch(/(?<![.\d])\d{13}[0-9A-Z]{5}/)
  })
})
