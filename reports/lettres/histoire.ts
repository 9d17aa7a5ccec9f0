import { formatDate, formatJourDe } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { ActeVu } from '../../web/mesure-vue.ts'
import { resumeActe } from '../../web/modeles/actes-mesure.ts'
import { type Bloc, brut, type TableDuDocument, type Texte } from '../document.ts'
import type { MesureDeLettre } from './sujet-mesure.ts'

/** What was written between two people is theirs: a note tells of the acts that go to the record. */
const PRIVES: readonly ActeVu['acte'][] = ['ECRIRE']

/** Acts, day by day. */
export const tableChronologie = (actes: readonly ActeVu[]): TableDuDocument => ({
  sorte: 'table',
  titre: 'Ce qui a été fait',
  colonnes: [
    { intitule: 'Date', part: 1 },
    { intitule: 'Acte', part: 5 },
  ],
  lignes: actes
    .filter(({ acte }) => !PRIVES.includes(acte))
    .map((acte) => [brut(formatJourDe(acte.le)), brut(fr(resumeActe(acte)))]),
  note: '',
})

const CONSTATS: readonly ActeVu['acte'][] = ['OUVRIR', 'AJOUTER', 'FORMALISER']

const dit = (intitule: string, le: string, texte: string): Texte =>
  texte === ''
    ? []
    : [{ texte: `${intitule}, le ${formatJourDe(le)}\n`, gras: true }, { texte: `${texte.replace(/\n+/g, '\n')}\n` }]

/** Words that face each other: what the gestionnaire wrote since the last answer, and the answer in full. */
const facesAFaces = (actes: readonly ActeVu[]): (readonly Texte[])[] => {
  const rangs: (readonly Texte[])[] = []
  let constats: Texte = []
  for (const { acte, libelle, le, texte, plan } of actes) {
    if (CONSTATS.includes(acte)) constats = [...constats, ...dit(libelle, le, texte)]
    if (acte !== 'REPONDRE') continue
    rangs.push([constats, [...dit('Observations', le, texte), ...dit('Plan d’actions', le, plan)]])
    constats = []
  }
  return constats.length === 0 ? rangs : [...rangs, [constats, brut('Sans réponse à ce jour.')]]
}

const direSilence = ({ envoi }: MesureDeLettre): string =>
  envoi === null
    ? 'Le service n’a pas présenté d’observations.'
    : `Le service n’a pas présenté d’observations. L’envoi de la demande est enregistré : ${envoi.moyen.toLocaleLowerCase('fr')}, le ${formatDate(envoi.jour)}.`

/** What the gestionnaire wrote and what the service answers, side by side, each in full. */
export const contradictoire = (mesure: MesureDeLettre): Bloc[] => {
  const aRepondu = mesure.actes.some(({ acte }) => acte === 'REPONDRE')
  const table: TableDuDocument = {
    sorte: 'table',
    titre: 'Ce qui est constaté, ce que le service répond',
    colonnes: [
      { intitule: 'Le gestionnaire', part: 1 },
      { intitule: mesure.service, part: 1 },
    ],
    lignes: facesAFaces(mesure.actes),
    note: 'Les observations du service sont reprises mot pour mot.',
  }
  return [
    ...(aRepondu ? [] : [{ sorte: 'paragraphe', texte: brut(fr(direSilence(mesure))) } satisfies Bloc]),
    ...(table.lignes.length === 0 ? [] : [table]),
  ]
}
