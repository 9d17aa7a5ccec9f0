import { formatDate, formatJour } from '../../ingest/socle/francais/format.ts'
import { capitale, compte, enumerer } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import { ETATS_DECISION, NATURES_REUNION, PRESENCES, type Presence } from '../../web/agenda.ts'
import { jourDeReunion, type PresenceVue, type ReunionVue } from '../../web/modeles/reunion.ts'
import { type Bloc, brut, paragraphe } from '../document.ts'
import type { Valeurs } from './remplir.ts'

/** A meeting, and who writes of it, when. */
export interface ReunionDeLettre {
  readonly reunion: ReunionVue
  readonly territoire: string
  readonly auteur: string
  readonly jour: Jour
}

const pointsDe = (texte: string): Bloc[] => {
  const points = texte
    .split(/\n+/)
    .map((ligne) => ligne.replace(/^\s*(?:[-•]|\d+[.)])\s*/, '').trim())
    .filter((ligne) => ligne !== '')
  return points.length === 0
    ? []
    : [{ sorte: 'liste', numerotee: true, points: points.map((point) => brut(fr(point))) }]
}

const ORDRE: readonly Presence[] = ['PRESENT', 'REPRESENTE', 'EXCUSE', 'ABSENT', 'CONVOQUE']

const MOTS: Readonly<Record<Presence, readonly [un: string, plusieurs: string]>> = {
  PRESENT: ['présent', 'présents'],
  REPRESENTE: ['représenté', 'représentés'],
  EXCUSE: ['excusé', 'excusés'],
  ABSENT: ['absent', 'absents'],
  CONVOQUE: ['convoqué sans réponse', 'convoqués sans réponse'],
}

const tablePresences = (presences: readonly PresenceVue[]): Bloc[] => {
  if (presences.length === 0) return []
  const comptes = ORDRE.flatMap((presence) => {
    const n = presences.filter((p) => p.presence === presence).length
    return n === 0 ? [] : [compte(n, ...MOTS[presence])]
  })
  return [
    {
      sorte: 'table',
      titre: capitale(enumerer(comptes)),
      colonnes: [
        { intitule: 'Service ou organisme', part: 3 },
        { intitule: 'Présence', part: 1 },
      ],
      lignes: presences
        .toSorted((a, b) => ORDRE.indexOf(a.presence) - ORDRE.indexOf(b.presence))
        .map(({ libelle, presence }) => [brut(libelle), brut(PRESENCES[presence])]),
      note: '',
    },
  ]
}

const listeMandats = (presences: readonly PresenceVue[]): Bloc[] => {
  const mandats = presences.filter(({ presence, mandataire }) => presence === 'REPRESENTE' && mandataire !== null)
  return mandats.length === 0
    ? []
    : [
        paragraphe(fr('Mandats donnés (convention, article 4.2) :')),
        {
          sorte: 'liste',
          numerotee: false,
          points: mandats.map(({ libelle, mandataire }) => brut(`${libelle} est représenté par ${mandataire}.`)),
        },
      ]
}

const tableDecisions = ({ decisions }: ReunionVue): Bloc[] =>
  decisions.length === 0
    ? [paragraphe('Aucune décision n’a été prise.')]
    : [
        {
          sorte: 'table',
          titre: compte(decisions.length, 'décision'),
          colonnes: [
            { intitule: 'Décision', part: 3.5 },
            { intitule: 'Qui', part: 1.7 },
            { intitule: 'Pour le', part: 1.1 },
            { intitule: 'État', part: 1 },
          ],
          lignes: decisions.map(({ texte, qui, pourLe, etat }) => [
            brut(fr(texte)),
            brut(qui),
            brut(pourLe === null ? 'sans date' : formatJour(pourLe)),
            brut(ETATS_DECISION[etat]),
          ]),
          note: '',
        },
      ]

/** What the fields of a convocation, and of minutes, are: what is known of the meeting. */
export const valeursDeReunion = ({ reunion, territoire, auteur, jour }: ReunionDeLettre): Valeurs => ({
  territoire,
  date: formatDate(jour),
  auteur,
  reunion: NATURES_REUNION[reunion.nature],
  jour: formatDate(jourDeReunion(reunion)),
  lieu: reunion.lieu,
  ordre_du_jour: pointsDe(reunion.ordreDuJour),
  destinataires: reunion.convoquee?.a ?? 'Mesdames et Messieurs les membres de la réunion',
  convoquee_le:
    reunion.convoquee === null ? '' : `Les convocations ont été envoyées le ${formatDate(reunion.convoquee.le)}.`,
  presences: tablePresences(reunion.presences),
  mandats: listeMandats(reunion.presences),
  decisions: tableDecisions(reunion),
})
