import type { Parties } from '../parties.ts'

const POLITESSE = 'Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.'

export const MESSAGE: Parties = {
  destinataire: '{service}',
  objet: 'Qualité de l’enregistrement : {indicateurs}',
  corps: `Madame, Monsieur,

{constat}

{faits}

{listes}

## Ce qui aide

{conseils}

## Ce que je vous demande

Merci de me faire parvenir, **pour le {echeance}**, un plan d’actions ou, si ces chiffres appellent une explication, vos observations. Elles se déposent dans l’application, rubrique « Mesures », ou par retour de courrier.

Je peux vous aider à construire ce plan, et former vos agents sur place à la date qui vous conviendra.

${POLITESSE}`,
}

export const FORCAGES: Parties = {
  destinataire: '{service}',
  objet: 'Votre pratique du forçage à l’enregistrement',
  corps: `Madame, Monsieur,

Quand le système national signale qu’un demandeur est peut-être déjà enregistré, il laisse le choix : reprendre la demande qui existe, ou passer outre et en créer une autre. Passer outre est parfois nécessaire : deux personnes portent le même nom, un couple se sépare. Je vous écris parce que votre service y a recours au-delà du repère convenu.

{constat}

{faits}

{listes}

## Ce que cela change pour les ménages

Un demandeur enregistré deux fois reçoit deux numéros, deux appels à renouveler, et l’une de ses demandes finit radiée. Son ancienneté peut se perdre avec elle.

## Ce qui aide

{conseils}

## Ce que je vous propose

Parlons-en avec les agents qui enregistrent : les cas qui vous ont paru obliger à passer outre m’intéressent, et certains s’expliquent. Merci de me dire, **pour le {echeance}**, ce que vous comptez faire, ou ce que ces chiffres ne disent pas.

${POLITESSE}`,
}

export const LETTRE: Parties = {
  destinataire: '{service}\n{adresse}',
  objet: 'Demande formalisée : {indicateurs}',
  corps: `Madame, Monsieur,

{rappel}

{motif}

## Les faits

{faits}

{listes}

## Ce que je vous demande

Les règles applicables sont les suivantes : {articles}.

{sanction}

{conseils}

Merci de m’adresser le plan d’actions de votre service.

## Votre réponse

Vous avez **jusqu’au {echeance}** pour présenter vos observations, dans l’application ou par courrier. Elles seront jointes au dossier en entier. Après cette date, et sans correction constatée, je pourrai signaler la situation au comité de pilotage et au préfet, avec vos observations.

Un message peut s’égarer : si vous m’avez déjà répondu, dites-le-moi. Je reste à votre disposition, et peux former vos agents sur place.

${POLITESSE}`,
}

export const NOTE: Parties = {
  destinataire: 'Monsieur le préfet\nMesdames et Messieurs les membres du comité de pilotage',
  objet: 'Signalement : {service}, {indicateurs}',
  corps: `Le {ouverte_le}, j’ai signalé les faits qui suivent au service concerné, {service}. Le {formalisee_le}, la demande a été formalisée. Les observations du service sont reproduites en entier.

## Les faits

{faits}

Les règles applicables sont les suivantes : {articles}.

{sanction}

## Chronologie

{chronologie}

## Les observations du service

{observations}

## Ce qui est demandé

{demande}

Il appartient au préfet d’apprécier les suites à donner. L’application garde les preuves, mois par mois.`,
}
