import type { InstantaneRefuse } from '../../ingest/socle/erreur.ts'

/** What the command line itself offers against a refusal, by its code. */
const OPTIONS: Readonly<Record<string, (faits: InstantaneRefuse['faits']) => string>> = {
  COLONNE_ABSENTE: () => 'Le profil se donne avec --profil.',
  ENTETE_ABSENT: () => 'Le profil se donne avec --profil.',
  CARTE_ILLISIBLE: () => 'Ils se donnent avec --territoire et --date.',
  CARTE_ABSENTE: () => 'Ils se donnent avec --territoire et --date.',
  DATE_FUTURE: () => 'Elle se donne avec --date.',
  DEJA_CHARGE: () => 'Pour le remplacer : --remplacer.',
  TROP_DE_REJETS: () => 'Pour les admettre : --tolerance.',
  VALEURS_INCONNUES: ({ profil }) =>
    `Le profil se donne avec --profil, par exemple ${JSON.stringify(profil)} ; pour les admettre : --tolerance-valeurs.`,
}

/** A refused snapshot on a terminal: why, what option helps, where the rejected rows are. */
export const raconterRefus = ({ code, constat, faits }: InstantaneRefuse): string =>
  [
    constat,
    ...(OPTIONS[code] === undefined ? [] : [OPTIONS[code](faits)]),
    ...(faits.fichier_rejets === undefined
      ? []
      : [`Les lignes rejetées sont dans ${String(faits.fichier_rejets)} (et .csv).`]),
    'Rien n’a été chargé.',
  ].join(' ')
