import { formatMois, formatNombre, formatPart } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { NATURES, type Nature } from '../../../metrics/attributions/signalees.ts'
import type { CodeTableau } from '../../../metrics/tableaux/registry.ts'
import { drawAttendues } from '../../../web/charts/attendues.ts'
import { seuilEn } from '../../../web/fiche-indicateur.ts'
import { objectifsParEpci } from '../../../web/modeles/objectifs.ts'
import { sommeDe } from '../../../web/modeles/sommer.ts'
import { phraseDuTableau } from '../../../web/modeles/tableaux.ts'
import type { Bloc } from '../../document.ts'
import type { Section } from '../../rapport.ts'
import { chiffre, dit, entier, figure, part, phrase, points, repere, sousTitre, tableStandard } from '../blocs.ts'
import { cacheQuelqueChose } from '../masquer-matiere.ts'
import type { MatiereDuSemestre } from '../matiere.ts'
import { compte, secret, source, sources, standardOuMasque } from './commun.ts'

const CODES = [
  'attributions',
  'delai_attribution',
  'attributions_hors_delai',
  'attributions_manquantes',
  'attributions_incompletes',
]

const chiffres = (matiere: MatiereDuSemestre): Bloc => ({
  sorte: 'table',
  titre: 'Les attributions du semestre',
  feuille: 'Attributions',
  colonnes: [
    { intitule: 'Indicateur', part: 3 },
    { intitule: 'Norme', nombre: true },
    { intitule: 'Ce semestre', nombre: true },
    { intitule: 'Semestre précédent', nombre: true, part: 1.2 },
    { intitule: 'Un an plus tôt', nombre: true },
  ],
  lignes: CODES.flatMap((code) => {
    const fiche = matiere.fiches.find((une) => une.code === code)
    if (fiche === undefined) return []
    const { semestre, precedent, unAnAvant } = matiere.chiffres
    const valeurs = [semestre, precedent, unAnAvant].map(
      (lignes) => lignes.find((l) => l.niveau === 'TERRITOIRE' && l.indicateur === code)?.valeur ?? null,
    )
    return [
      [
        dit(fiche.libelle),
        repere(fiche.unite, seuilEn(fiche, matiere.semestre.fin)),
        ...valeurs.map((valeur) => (fiche.unite === 'nombre' ? compte(matiere, valeur) : chiffre(fiche.unite, valeur))),
      ],
    ]
  }),
  note: fr(sources(matiere)),
})

/** What is recorded, and what will still come: never told as a number alone while it is provisional. */
const attendues = (matiere: MatiereDuSemestre): Bloc[] => {
  const { estimations, atelier } = matiere
  if (estimations.every(({ enregistrees }) => enregistrees === null)) return []
  const provisoires = estimations.filter(({ provisoire, estimees }) => provisoire && estimees !== null)
  const alternative = estimations
    .map(({ mois, enregistrees, estimees, provisoire }) =>
      enregistrees === null
        ? `${formatMois(mois)} : inconnu`
        : `${formatMois(mois)} : ${formatNombre(enregistrees)} saisies${provisoire && estimees !== null ? `, ${formatNombre(estimees)} attendues` : ''}`,
    )
    .join(' ; ')
  const dernier = provisoires.at(-1)
  return [
    figure(drawAttendues(atelier, { mois: estimations, alt: alternative, largeur: 706, id: 'rapport-attendues' }), {
      titre: 'Attributions par mois de signature, saisies et attendues',
      alternative: `Attributions par mois de signature. ${alternative}.`,
      note: `En plein, ce qui est saisi ; hachuré, l’estimation provisoire de ce qui le sera. ${source(matiere)}`,
    }),
    ...(dernier === undefined || dernier.part_enregistree === null
      ? []
      : [
          phrase(
            `Estimation provisoire : ${formatPart(dernier.part_enregistree, 0)} des attributions signées en ${formatMois(dernier.mois)} seraient saisies à ce jour ; ${formatNombre(dernier.estimees)} sont attendues en tout, entre ${formatNombre(dernier.ic_bas)} et ${formatNombre(dernier.ic_haut)}.`,
          ),
        ]),
    {
      sorte: 'table',
      titre: 'Attributions par mois de signature',
      feuille: 'Signatures',
      colonnes: [
        { intitule: 'Mois', part: 2 },
        { intitule: 'Saisies', nombre: true },
        { intitule: 'Part saisie', nombre: true },
        { intitule: 'Estimation provisoire', nombre: true, part: 1.5 },
      ],
      lignes: estimations.map(({ mois, enregistrees, part_enregistree, estimees, provisoire }) => [
        dit(formatMois(mois)),
        entier(enregistrees),
        part(provisoire ? part_enregistree : null),
        entier(provisoire && estimees !== null ? Math.round(estimees) : null),
      ]),
      note: fr(source(matiere)),
    },
  ]
}

const irregulieres = ({ saisiesIrregulieres }: MatiereDuSemestre): Bloc[] =>
  saisiesIrregulieres.length === 0
    ? []
    : [
        sousTitre('Saisies irrégulières'),
        ...points(
          saisiesIrregulieres.map(
            ({ nature, guichets, n }) =>
              `${NATURES[nature as Nature].libelle} : ${formatNombre(n)}, chez ${formatNombre(guichets)} ${guichets > 1 ? 'guichets' : 'guichet'}.`,
          ),
        ),
      ]

const standard = (matiere: MatiereDuSemestre, code: CodeTableau, intertitre: string): Bloc[] => {
  const lu = matiere.tableaux.get(code)
  return lu === undefined || lu.reponse.lignes.length === 0
    ? []
    : [sousTitre(intertitre), ...standardOuMasque(matiere, lu, sources(matiere))]
}

const L441_1 = 'Les objectifs de l’article L441-1'

/** By EPCI, réservataires together, with how many could not be classed. */
const objectifs = (matiere: MatiereDuSemestre): Bloc[] => {
  const lu = matiere.tableaux.get('TAB04-07')
  if (lu === undefined || lu.reponse.lignes.length === 0) return []
  if (cacheQuelqueChose(lu)) return [sousTitre(L441_1), tableStandard(lu, `${sources(matiere)} ${secret(matiere)}`)]
  const lignes = objectifsParEpci(lu.reponse.lignes).filter(({ part: mesuree }) => mesuree !== null)
  const nonClassees = sommeDe(lu.reponse.lignes, 'non_classees')
  return [
    sousTitre(L441_1),
    phrase(phraseDuTableau(lu)),
    ...(nonClassees === 0
      ? []
      : [phrase(`${formatNombre(nonClassees)} mesures n’ont pu être faites : un champ ou un seuil manque.`)]),
    {
      sorte: 'table',
      titre: 'Objectifs d’attribution, par EPCI',
      feuille: 'TAB04-07',
      colonnes: [
        { intitule: 'EPCI et objectif', part: 4 },
        { intitule: 'Classées', nombre: true },
        { intitule: 'Conformes', nombre: true },
        { intitule: 'Part', nombre: true },
      ],
      lignes: lignes.map(({ nom, classees, conformes, part: mesuree }) => [
        dit(nom),
        entier(classees),
        entier(conformes),
        part(mesuree),
      ]),
      note: fr(`Compte : ${lu.declare.champ}. ${sources(matiere)}`),
    },
  ]
}

export const attributions: Section<MatiereDuSemestre> = {
  code: 'attributions',
  titre: 'Les attributions',
  rediger: (matiere) => [
    chiffres(matiere),
    ...attendues(matiere),
    ...irregulieres(matiere),
    ...standard(matiere, 'TAB04-02', 'Par réservataire'),
    ...standard(matiere, 'TAB04-03', 'Ménages reconnus prioritaires (DALO) et quartiers prioritaires (QPV)'),
    ...objectifs(matiere),
  ],
}
