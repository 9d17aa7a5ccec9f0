import { formatMois } from '../../../ingest/socle/francais/format.ts'
import { capitale, enumerer } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { moisDe } from '../../../ingest/socle/jour.ts'
import { drawBarresEtats } from '../../../web/charts/barres-etats.ts'
import { seuilEn } from '../../../web/fiche-indicateur.ts'
import { niveauJuge } from '../../../web/modeles/alertes.ts'
import type { Bloc, TableDuDocument } from '../../document.ts'
import { enAlerteDe } from '../../narrative/alertes.ts'
import { direMouvement, mouvements } from '../../narrative/changements.ts'
import type { Section } from '../../rapport.ts'
import { chiffre, dit, figure, phrase, points, repere } from '../blocs.ts'
import type { MatiereDuSemestre } from '../matiere.ts'
import { principaux, sources, trouver } from './commun.ts'
import { categoriesCoteACote } from './qualite-categories.ts'
import { enAlerte, parService } from './qualite-nommee.ts'

const etatsParIndicateur = (matiere: MatiereDuSemestre): Bloc[] => {
  const niveau = niveauJuge(matiere.etats)
  const fin = matiere.etats[0]?.fin
  const lignes = principaux(matiere)
    .map(({ code, libelle }) => {
      const siennes = matiere.etats.filter((ligne) => ligne.niveau === niveau && ligne.indicateur === code)
      const compter = (statut: string) => siennes.filter(({ statut_affiche }) => statut_affiche === statut).length
      return { code, nom: libelle, alertes: compter('ALERTE'), surveillances: compter('SURVEILLANCE') }
    })
    .filter(({ alertes, surveillances }) => alertes + surveillances > 0)
    .toSorted((a, b) => b.alertes - a.alertes || b.surveillances - a.surveillances)
  if (lignes.length === 0 || fin === undefined) return []
  const alternative = enumerer(
    lignes.map(({ nom, alertes, surveillances }) => `${nom} : ${alertes} en alerte, ${surveillances} à surveiller`),
  )
  return [
    figure(drawBarresEtats(matiere.atelier, lignes, alternative, 706), {
      titre: `${capitale(enAlerteDe(matiere).mots[1])} en alerte et à surveiller, par indicateur, en ${formatMois(moisDe(fin))}`,
      alternative,
      note: 'Losange : alerte ; triangle : à surveiller.',
    }),
  ]
}

/** Each indicator: the territory's value over the three periods, beside its norm. */
const territoire = (matiere: MatiereDuSemestre): TableDuDocument => ({
  sorte: 'table',
  titre: 'Le territoire, indicateur par indicateur',
  feuille: 'Territoire',
  colonnes: [
    { intitule: 'Indicateur', part: 3.2 },
    { intitule: 'Norme', nombre: true },
    { intitule: 'Ce semestre', nombre: true },
    { intitule: 'Semestre précédent', nombre: true, part: 1.2 },
    { intitule: 'Un an plus tôt', nombre: true },
  ],
  lignes: principaux(matiere).map((fiche) => {
    const { semestre, precedent, unAnAvant } = matiere.chiffres
    return [
      dit(fiche.libelle),
      repere(fiche.unite, seuilEn(fiche, matiere.semestre.fin)),
      ...[semestre, precedent, unAnAvant].map((lignes) =>
        chiffre(fiche.unite, trouver(lignes, 'TERRITOIRE', matiere.code, fiche.code)?.valeur ?? null),
      ),
    ]
  }),
  note: fr(sources(matiere)),
})

const changements = (matiere: MatiereDuSemestre): Bloc[] => {
  const dits = [...mouvements(matiere, 'TERRITOIRE'), ...mouvements(matiere, 'CATEGORIE')].filter(
    ({ seuil }) => seuil !== null,
  )
  return dits.length === 0
    ? [phrase('Aucun indicateur qui a une norme ne s’est écarté, en un an, au-delà du hasard.')]
    : [
        phrase('Ce qui a changé au-delà du hasard, parmi les indicateurs qui ont une norme :'),
        ...points(dits.slice(0, 6).map((mouvement) => direMouvement(matiere, mouvement).texte)),
      ]
}

const section = (parties: (matiere: MatiereDuSemestre) => readonly Bloc[]): Section<MatiereDuSemestre> => ({
  code: 'qualite',
  titre: 'La qualité de l’enregistrement',
  rediger: (matiere) => [
    territoire(matiere),
    ...changements(matiere),
    ...etatsParIndicateur(matiere),
    ...categoriesCoteACote(matiere),
    ...parties(matiere),
  ],
})

/** With those that are in alert, by name or by number as the reader is told. */
export const qualite = section((matiere) => [...parService(matiere), ...enAlerte(matiere)])

/** Without anything that names a service in difficulty. */
export const qualiteSansNoms = section(() => [])
