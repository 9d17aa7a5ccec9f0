import type { Parties } from '../parties.ts'

export const CONVOCATION: Parties = {
  destinataire: '{destinataires}',
  objet: 'Convocation : {reunion}, le {jour}',
  corps: `Madame, Monsieur,

J’ai l’honneur de vous convier à la réunion suivante : {reunion}. Elle se tiendra **le {jour}**, {lieu}.

## Ordre du jour

{ordre_du_jour}

## Si vous ne pouvez pas venir

Un service peut se faire représenter par un autre (convention, article 4.2) : merci de me dire lequel avant la réunion.

Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.`,
}

export const COMPTE_RENDU: Parties = {
  objet: '{reunion} du {jour}',
  corps: `La réunion s’est tenue le {jour}, {lieu}. {convoquee_le}

## Ordre du jour

{ordre_du_jour}

## Présences

{presences}

{mandats}

## Décisions

{decisions}`,
}
