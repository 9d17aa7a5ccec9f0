import type { Parties } from '../parties.ts'

const DESTINATAIRE = '{service}\n{adresse}'

const POLITESSE = 'Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.'

const SUITE_DE_LA_REVUE = `La réponse se fait en ligne, rubrique « Habilitations » de l’infocentre, et s’y signe. À défaut, cette lettre complétée, datée et signée peut m’être renvoyée. Aucun accès n’est fermé sans votre réponse.

${POLITESSE}`

export const REVUE: Parties = {
  destinataire: DESTINATAIRE,
  objet: 'Revue annuelle des habilitations du système national, {annee}',
  corps: `Madame, Monsieur,

Chaque service revoit une fois par an la liste de ses agents qui ont accès au système national d’enregistrement des demandes de logement social. Votre réponse est attendue **pour le {echeance}**.

{agents}

${SUITE_DE_LA_REVUE}`,
}

export const RELANCE_REVUE: Parties = {
  destinataire: DESTINATAIRE,
  objet: 'Revue annuelle des habilitations du système national, {annee} (relance)',
  corps: `Madame, Monsieur,

Le {envoyee_le}, je vous ai demandé de revoir la liste de vos agents qui ont accès au système national d’enregistrement des demandes de logement social. Votre réponse ne m’est pas parvenue ; elle est attendue **pour le {echeance}**.

{agents}

${SUITE_DE_LA_REVUE}

Si votre réponse a croisé cette lettre, merci de ne pas en tenir compte.`,
}

const SUITE_DE_LA_FICHE = `Elle se confirme ou se corrige en ligne, rubrique « Registre » de l’infocentre. À défaut, cette lettre corrigée, datée et signée peut m’être renvoyée.

${POLITESSE}`

export const CONFIRMATION: Parties = {
  destinataire: DESTINATAIRE,
  objet: 'Votre fiche au registre des services enregistreurs, {annee}',
  corps: `Madame, Monsieur,

Le registre des services enregistreurs dit aux ménages où et quand faire enregistrer leur demande. Chaque service confirme une fois par an ce qui y est dit de lui. Merci de relire la fiche ci-dessous et de me dire, **pour le {echeance}**, qu’elle est juste, ou ce qui a changé.

{fiche}

${SUITE_DE_LA_FICHE}`,
}

export const RELANCE_CONFIRMATION: Parties = {
  destinataire: DESTINATAIRE,
  objet: 'Votre fiche au registre des services enregistreurs, {annee} (relance)',
  corps: `Madame, Monsieur,

Je vous ai demandé de confirmer ce que le registre des services enregistreurs dit du vôtre aux ménages. Votre réponse ne m’est pas parvenue. Merci de relire la fiche ci-dessous et de me dire, **pour le {echeance}**, qu’elle est juste, ou ce qui a changé.

{fiche}

${SUITE_DE_LA_FICHE}`,
}
