import { describe, expect, it } from 'vitest'
import { enJour } from '../../../../ingest/socle/jour.ts'
import { essayer } from '../../../../server/gestion/machine.ts'
import { type FaitsMesure, RIEN_DE_SAISI, type SaisieMesure } from '../../../../server/gestion/mesures/faits.ts'
import { MACHINE_MESURES } from '../../../../server/gestion/mesures/table.ts'
import type { ActeMesure } from '../../../../web/mesures.ts'
import { faits } from './faits.ts'

const [VEILLE, JOUR, LENDEMAIN] = [enJour('2026-10-07'), enJour('2026-10-08'), enJour('2026-10-09')]

const possible = (acte: ActeMesure, f: Partial<FaitsMesure>, saisie: Partial<SaisieMesure> = {}): boolean => {
  const role = acte === 'REPONDRE' ? 'guichet' : acte === 'NOTER_SUITE' ? 'etat' : 'gestionnaire'
  const lus = faits(f)
  return (
    'vers' in
    essayer(MACHINE_MESURES, { etat: lus.etat, acte, role, faits: lus, saisie: { ...RIEN_DE_SAISI, ...saisie } })
  )
}

describe('formaliser une demande', () => {
  it.each([
    ['la veille de l’échéance, sans plan', { aujourdhui: VEILLE }, {}, false],
    ['le jour de l’échéance, sans plan', { aujourdhui: JOUR }, {}, false],
    ['le lendemain de l’échéance, sans plan', { aujourdhui: LENDEMAIN }, {}, true],
    ['le lendemain de l’échéance, le plan reçu', { aujourdhui: LENDEMAIN, planRecu: VEILLE }, {}, false],
    ['après deux instantanés sans amélioration', { planRecu: VEILLE, sansAmelioration: true }, {}, true],
    ['avec un motif écrit, quel que soit le jour', { aujourdhui: VEILLE, planRecu: VEILLE }, { texte: 'refus' }, true],
  ] as const)('%s', (_, f, saisie, attendu) => {
    expect(possible('FORMALISER', f, saisie)).toBe(attendu)
  })
})

describe('signaler au comité et au préfet', () => {
  const etat = 'DEMANDE_FORMALISEE' as const
  it.each([
    ['les observations reçues, fût-ce avant leur délai', { observationsSurDemande: VEILLE, aujourdhui: VEILLE }, true],
    ['le délai passé et l’envoi enregistré', { aujourdhui: LENDEMAIN, envoiDeLaDemande: VEILLE }, true],
    ['le dernier jour du délai, l’envoi enregistré', { aujourdhui: JOUR, envoiDeLaDemande: VEILLE }, false],
    ['le délai passé, sans preuve d’envoi', { aujourdhui: LENDEMAIN }, false],
    ['des observations d’avant la demande, seules', { aujourdhui: VEILLE, observationsRecues: VEILLE }, false],
  ] as const)('%s', (_, f, attendu) => {
    expect(possible('SIGNALER', { etat, ...f })).toBe(attendu)
    // A reason written does not stand for the service's right to answer.
    expect(possible('SIGNALER', { etat, ...f }, { texte: 'urgence' })).toBe(attendu)
  })
})

describe('clore', () => {
  it.each([
    ['sans motif', {}, {}, false],
    ['d’un motif inconnu', {}, { code: 'OUBLI' }, false],
    ['corrigée, deux mois de suite hors alerte', { corrigee: true }, { code: 'CORRIGEE' }, true],
    ['corrigée, sans les deux mois', {}, { code: 'CORRIGEE' }, false],
    ['corrigée, sans les deux mois mais avec une phrase', {}, { code: 'CORRIGEE', texte: 'guichet fermé' }, true],
    ['sans objet', {}, { code: 'SANS_OBJET' }, true],
    ['regroupée sans dire avec laquelle', {}, { code: 'REGROUPEE', texte: 'voir l’autre' }, false],
    ['regroupée avec une autre', {}, { code: 'REGROUPEE', autre: 4 }, true],
  ] as const)('%s', (_, f, saisie, attendu) => {
    expect(possible('CLORE', f, saisie)).toBe(attendu)
  })
})

describe('les autres actes', () => {
  const comite = { etat: 'SIGNALEMENT_COPIL_PREFET' } as const
  it.each([
    ['une réponse vide', 'REPONDRE', {}, {}, false],
    ['un plan seul', 'REPONDRE', {}, { plan: 'former' }, true],
    ['des observations seules', 'REPONDRE', {}, { texte: 'nous confirmons' }, true],
    ['un message vide', 'ECRIRE', {}, {}, false],
    ['une échéance reportée à aujourd’hui', 'REPORTER', {}, { jour: JOUR }, false],
    ['une échéance reportée à demain', 'REPORTER', {}, { jour: LENDEMAIN }, true],
    ['un envoi de demain', 'ENVOYER', {}, { jour: LENDEMAIN, code: 'COURRIEL' }, false],
    ['un envoi d’aujourd’hui', 'ENVOYER', {}, { jour: JOUR, code: 'COURRIEL' }, true],
    ['un envoi d’avant l’ouverture', 'ENVOYER', {}, { jour: enJour('2026-09-07'), code: 'COURRIEL' }, false],
    ['un envoi sans moyen', 'ENVOYER', {}, { jour: JOUR }, false],
    ['une suite sans texte', 'NOTER_SUITE', comite, { code: 'ENGAGEE', jour: JOUR }, false],
    ['une suite sans date', 'NOTER_SUITE', comite, { code: 'ENGAGEE', texte: 'saisine' }, false],
    ['une suite qui ne dit pas laquelle', 'NOTER_SUITE', comite, { jour: JOUR, texte: 'saisine' }, false],
    ['une suite entière', 'NOTER_SUITE', comite, { code: 'NON_ENGAGEE', jour: JOUR, texte: 'vu le service' }, true],
    ['rouvrir sans motif', 'ROUVRIR', { etat: 'CLOSE' }, {}, false],
  ] as const)('%s', (_, acte, f, saisie, attendu) => {
    expect(possible(acte, f, saisie)).toBe(attendu)
  })
})
