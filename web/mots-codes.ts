/** What a person reads for a code, by the column it stands in. */
const MOTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  canal: { GUICHET: 'au guichet', INTERFACE: 'par une interface', PORTAIL: 'par le portail' },
  motif_radiation: {
    ATTRIBUTION: 'attribution',
    RENONCIATION: 'renonciation',
    ABSENCE_REPONSE: 'absence de réponse',
    IRRECEVABILITE: 'irrecevabilité',
    NON_RENOUVELLEMENT: 'non-renouvellement',
    FUSION: 'fusion',
    SUPPRESSION_DOUBLON: 'suppression d’un doublon',
    AUTRE: 'autre motif',
  },
  motif_forcage: { HOMONYMIE: 'homonymie', SEPARATION: 'séparation', CORRECTION: 'correction', AUTRE: 'autre motif' },
  reservataire: {
    ETAT_FONCTIONNAIRES: 'État, fonctionnaires',
    ETAT_PRIORITAIRES: 'État, publics prioritaires',
    COLLECTIVITES: 'collectivités',
    EMPLOYEURS: 'employeurs',
    AUTRE: 'autre réservataire',
    NON_RESERVE: 'non réservé',
  },
  type_message: {
    CREATION: 'création',
    MODIFICATION: 'modification',
    RENOUVELLEMENT: 'renouvellement',
    RADIATION: 'radiation',
  },
  statut: { ACTIVE: 'active', RADIEE: 'radiée', ACCEPTE: 'accepté', REJETE: 'rejeté' },
}

/** Whether the codes of a column have words. */
export const aDesMots = (colonne: string): boolean => Object.hasOwn(MOTS, colonne)

const HORS_LISTE = 'un mot hors de la liste'

/** A code in words; a text that is no code of its column stays as it is. */
export const direCode = (colonne: string, code: string): string => {
  const mots = MOTS[colonne] ?? {}
  if (Object.hasOwn(mots, code)) return mots[code] ?? code
  return code === 'HORS_LISTE' ? HORS_LISTE : code
}
