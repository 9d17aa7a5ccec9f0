import { formatJour, formatMois, formatPart } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { nomsCategorie } from '../../../web/categories.ts'
import { direCode } from '../../../web/mots-codes.ts'
import type { Bloc } from '../../document.ts'
import type { Section } from '../../rapport.ts'
import { MASQUE } from '../../suppression/afficher.ts'
import { chiffre, dit, entier, part, phrase, sousTitre } from '../blocs.ts'
import type { MatiereDuSemestre } from '../matiere.ts'
import { compte, secret, source, sources, standardOuMasque } from './commun.ts'

const CINQ = ['demandes_actives', 'enregistrements', 'renouvellements', 'radiations', 'attributions', 'reactivations']

const valeurDe = (lignes: MatiereDuSemestre['etats'] | MatiereDuSemestre['chiffres']['semestre'], code: string) =>
  lignes.find(({ niveau, indicateur }) => niveau === 'TERRITOIRE' && indicateur === code)?.valeur ?? null

const flux = (matiere: MatiereDuSemestre): Bloc => ({
  sorte: 'table',
  titre: 'Le semestre en chiffres',
  feuille: 'Flux',
  colonnes: [
    { intitule: 'Compte', part: 3 },
    { intitule: 'Ce semestre', nombre: true },
    { intitule: 'Semestre précédent', nombre: true },
    { intitule: 'Un an plus tôt', nombre: true },
  ],
  lignes: CINQ.flatMap((code) => {
    const fiche = matiere.fiches.find((une) => une.code === code)
    const { semestre, precedent, unAnAvant } = matiere.chiffres
    return fiche === undefined
      ? []
      : [
          [
            dit(fiche.libelle),
            ...[semestre, precedent, unAnAvant].map((lignes) => compte(matiere, valeurDe(lignes, code))),
          ],
        ]
  }),
  note: fr(
    `Les demandes actives sont celles du dernier instantané ; le reste est compté sur le semestre. ${sources(matiere)} ${secret(matiere)}`.trim(),
  ),
})

const standard = (
  matiere: MatiereDuSemestre,
  code: Parameters<MatiereDuSemestre['tableaux']['get']>[0],
  lignesMax?: number,
): Bloc[] => {
  const lu = matiere.tableaux.get(code)
  if (lu === undefined || lu.reponse.motif !== undefined || lu.reponse.lignes.length === 0) return []
  return standardOuMasque(
    matiere,
    lu,
    `Source : instantané du ${formatJour(lu.reponse.instantane)}.`,
    lignesMax === undefined ? {} : { lignesMax },
  )
}

const canaux = (matiere: MatiereDuSemestre): Bloc[] => {
  const total = matiere.canaux.reduce((n, { effectif }) => n + (effectif ?? 0), 0)
  const cache = matiere.canaux.some(({ effectif }) => effectif === null)
  if (total === 0 && !cache) return []
  return [
    sousTitre('Comment les demandes sont enregistrées'),
    {
      sorte: 'table',
      titre: 'Demandes enregistrées dans le semestre, par canal',
      feuille: 'Canaux',
      colonnes: [
        { intitule: 'Canal', part: 3 },
        { intitule: 'Demandes', nombre: true },
        { intitule: 'Part', nombre: true },
      ],
      lignes: matiere.canaux.map(({ canal, effectif }) => [
        dit(canal === null ? 'Non renseigné' : direCode('canal', canal)),
        effectif === null ? dit(MASQUE) : entier(effectif),
        effectif === null || cache ? dit(MASQUE) : part(effectif / total),
      ]),
      note: fr(`Demandes de ménages. ${source(matiere)}${cache ? ` ${secret(matiere)}` : ''}`),
    },
  ]
}

const categories = (matiere: MatiereDuSemestre): Bloc[] => {
  const lignes = matiere.chiffres.semestre.filter(
    ({ niveau, indicateur, valeur }) => niveau === 'CATEGORIE' && indicateur === 'enregistrements' && (valeur ?? 0) > 0,
  )
  const avant = new Map(
    matiere.chiffres.unAnAvant
      .filter(({ niveau, indicateur }) => niveau === 'CATEGORIE' && indicateur === 'enregistrements')
      .map(({ entite, valeur }) => [entite, valeur]),
  )
  return lignes.length === 0
    ? []
    : [
        {
          sorte: 'table',
          titre: 'Demandes enregistrées, par catégorie de guichet',
          feuille: 'Enregistrements',
          colonnes: [
            { intitule: 'Catégorie', part: 3 },
            { intitule: 'Ce semestre', nombre: true },
            { intitule: 'Un an plus tôt', nombre: true },
          ],
          lignes: lignes.map(({ entite, valeur }) => [
            dit(nomsCategorie(entite)),
            chiffre('nombre', valeur),
            chiffre('nombre', avant.get(entite) ?? null),
          ]),
          note: fr(sources(matiere)),
        },
      ]
}

const mutation = (matiere: MatiereDuSemestre): Bloc[] => {
  const derniere = matiere.tableaux.get('TAB02-01')?.reponse.lignes.at(-1)
  const [total, hors] = [derniere?.total, derniere?.hors_mutation]
  return typeof total !== 'number' || typeof hors !== 'number' || total === 0
    ? []
    : [
        phrase(
          `Les ménages déjà logés dans le parc social, qui demandent une mutation, font ${formatPart((total - hors) / total)} des demandes actives.`,
        ),
      ]
}

const references = ({ references }: MatiereDuSemestre): Bloc[] =>
  references.length === 0
    ? []
    : [
        sousTitre('Valeurs de référence'),
        {
          sorte: 'table',
          titre: 'Ailleurs, à la même date',
          feuille: 'Références',
          colonnes: [
            { intitule: 'Chiffre', part: 3 },
            { intitule: 'Lieu', part: 2 },
            { intitule: 'Date', part: 1.3 },
            { intitule: 'Valeur', nombre: true },
            { intitule: 'Source', part: 2 },
          ],
          lignes: references.map(({ libelle, lieu, date, valeur, unite, source: origine }) => [
            dit(libelle),
            dit(lieu),
            dit(formatJour(date)),
            chiffre(unite, valeur),
            dit(origine),
          ]),
          note: '',
        },
      ]

const moisDuStock = ({ instantanes }: MatiereDuSemestre): string => {
  const dernier = instantanes.at(-1)
  return dernier === undefined ? '' : `, ${formatMois(dernier.mois)}`
}

/** EPCI told in the body: the rest is in the annex. */
const EPCI_CITES = 15

export const demande: Section<MatiereDuSemestre> = {
  code: 'demande',
  titre: 'La demande',
  rediger: (matiere) => [
    flux(matiere),
    sousTitre(`Le dernier mois${moisDuStock(matiere)}`),
    ...standard(matiere, 'TAB01-01'),
    ...mutation(matiere),
    ...canaux(matiere),
    ...categories(matiere),
    sousTitre('Ancienneté'),
    ...standard(matiere, 'TAB03-01'),
    ...(matiere.tableaux.has('TAB03-13')
      ? [sousTitre('Par EPCI souhaité'), ...standard(matiere, 'TAB03-13', EPCI_CITES)]
      : []),
    ...references(matiere),
  ],
}
