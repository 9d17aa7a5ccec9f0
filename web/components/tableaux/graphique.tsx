import { formatJour, formatNombre, formatPart } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { LigneTableau } from '../../../metrics/tableaux/reponse.ts'
import { INCONNU, type TableauStandard } from '../../../metrics/tableaux/tableau.ts'
import { type Barre, drawBarres } from '../../charts/barres.ts'
import type { Marche } from '../../charts/cascade.ts'
import type { Atelier, Dessin } from '../../charts/dessin.ts'
import { drawEvolutionStock } from '../../charts/evolution-stock.ts'
import { ATTENDUS, direMesure, objectifsParEpci } from '../../modeles/objectifs.ts'
import { direCellule, lignesMontrees, nomDeLigne, phraseDuTableau, type TableauLu } from '../../modeles/tableaux.ts'
import { CadreGraphique } from '../cadre-graphique.tsx'

/** Bars past which a drawing tells nothing more. */
const BARRES_AU_PLUS = 24

/** The figure that each form draws. */
const MESURES: Readonly<Partial<Record<TableauStandard['forme'], string>>> = {
  SERIE: 'total',
  SIGNATURES: 'enregistrees',
  DELAIS: 'mediane',
  PRESSION: 'ratio',
  OBJECTIFS: 'part',
}

const marches = ({ reponse, champs }: TableauLu): Marche[] => {
  const detail = champs.find(({ nom }) => nom === 'detail')
  const { instantane, instantane_precedent: precedent } = reponse
  return lignesMontrees(reponse).flatMap((ligne): Marche[] => {
    const effectif = Number(ligne.effectif)
    if (ligne.poste === 'STOCK_DEBUT')
      return [{ nom: `Stock au ${formatJour(precedent)}`, valeur: effectif, total: true }]
    if (ligne.poste === 'STOCK_FIN')
      return [{ nom: `Stock au ${formatJour(instantane)}`, valeur: effectif, total: true }]
    if (effectif === 0 || detail === undefined) return []
    const sortie = ligne.poste === 'SORTIE'
    const nom = direCellule(detail, ligne.detail)
    return [
      {
        nom: ligne.detail === 'CHANGEMENT' ? `${nom} (${sortie ? 'sorties' : 'entrées'})` : nom,
        valeur: sortie ? -effectif : effectif,
      },
    ]
  })
}

const barreDe = (lu: TableauLu, ligne: LigneTableau, mesure: string): Barre[] => {
  const valeur = ligne[mesure]
  if (typeof valeur !== 'number') return []
  const champ = lu.champs.find(({ nom }) => nom === mesure)
  const premier = lu.champs[0]
  if (champ === undefined || premier === undefined) return []
  const chiffre = direCellule(champ, valeur)
  return [
    {
      nom: ['SERIE', 'SIGNATURES'].includes(lu.declare.forme)
        ? direCellule(premier, ligne[premier.nom])
        : nomDeLigne(lu.champs, ligne),
      valeur,
      texte:
        mesure === 'effectif' && typeof ligne.part === 'number' ? `${chiffre} (${formatPart(ligne.part)})` : chiffre,
      attenuee: Object.values(ligne).includes(INCONNU),
    },
  ]
}

const barresDesObjectifs = ({ reponse }: TableauLu): Barre[] =>
  objectifsParEpci(reponse.lignes).flatMap((mesure) =>
    mesure.part === null
      ? []
      : [
          {
            nom: mesure.nom,
            valeur: mesure.part * 100,
            texte: direMesure(mesure),
            attenuee: mesure.part < ATTENDUS[mesure.objectif],
          },
        ],
  )

interface Barres {
  readonly montrees: readonly Barre[]
  readonly toutes: number
}

const limiter = (toutes: readonly Barre[]): Barres => ({
  montrees:
    toutes.length <= BARRES_AU_PLUS ? toutes : toutes.toSorted((a, b) => b.valeur - a.valeur).slice(0, BARRES_AU_PLUS),
  toutes: toutes.length,
})

/** The bars of a table: all its rows, or the largest where a drawing could not hold them. */
const barres = (lu: TableauLu): Barres => {
  const { forme }: TableauStandard = lu.declare
  if (forme === 'OBJECTIFS') return limiter(barresDesObjectifs(lu))
  const lignes = lignesMontrees(lu.reponse).filter(
    (ligne) => forme !== 'VENTILATIONS' || ligne.ventilation === 'logement_actuel',
  )
  const toutes = lignes.flatMap((ligne) => barreDe(lu, ligne, MESURES[forme] ?? 'effectif'))
  return limiter(toutes)
}

const sousTitre = ({ declare, champs }: TableauLu): string => {
  const mesure = champs.find(({ nom }) => nom === (MESURES[declare.forme] ?? 'effectif'))
  return fr(`${mesure?.intitule ?? 'Effectif'} : ${declare.champ}`)
}

/** A table drawn: from stock to stock, or as bars. */
export const GraphiqueDuTableau = ({ atelier, lu }: { readonly atelier: Atelier; readonly lu: TableauLu }) => {
  const { declare, reponse, champs } = lu
  const phrase = phraseDuTableau(lu)
  const stock = declare.forme === 'STOCK'
  const { montrees, toutes } = stock ? { montrees: [], toutes: 0 } : barres(lu)
  if (!stock && montrees.length === 0) return null
  const dessin: Dessin = stock
    ? drawEvolutionStock(atelier, marches(lu), { alt: phrase, largeur: 706 })
    : drawBarres(atelier, montrees, phrase, 706)
  const note =
    declare.forme === 'OBJECTIFS'
      ? 'En clair : part sous celle que la loi demande.'
      : stock
        ? 'L’axe ne part pas de zéro : les longueurs des barres se comparent, pas la position des stocks.'
        : toutes > montrees.length
          ? `Les ${formatNombre(montrees.length)} plus grandes valeurs, sur ${formatNombre(toutes)} : le tableau les a toutes.`
          : undefined
  return (
    <CadreGraphique
      titre={declare.titre}
      sousTitre={sousTitre(lu)}
      dessin={dessin}
      {...(note === undefined ? {} : { note: fr(note) })}
      source={fr(`Source : instantané du ${formatJour(reponse.instantane)}`)}
      jumeau={{
        legende: declare.titre,
        entetes: champs.map(({ intitule }) => intitule),
        lignes: lignesMontrees(reponse).map((ligne) => champs.map((champ) => direCellule(champ, ligne[champ.nom]))),
      }}
    />
  )
}
