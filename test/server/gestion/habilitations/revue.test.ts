import { describe, expect, it } from 'vitest'
import { enJour } from '../../../../ingest/socle/jour.ts'
import { ROLES, type Role } from '../../../../server/acces/roles.ts'
import { type FaitsCampagne, MACHINE_CAMPAGNES } from '../../../../server/gestion/habilitations/campagne.ts'
import { type FaitsReponse, MACHINE_REPONSES } from '../../../../server/gestion/habilitations/reponse.ts'
import { essayer } from '../../../../server/gestion/machine.ts'
import type { ActeCampagne, ActeReponse, EtatCampagne, EtatReponse } from '../../../../web/habilitations.ts'

const CAMPAGNE: FaitsCampagne = {
  aujourdhui: enJour('2026-11-23'),
  demandes: 63,
  attendues: 49,
  echeance: enJour('2026-12-15'),
}
const PLUS_TARD = { jour: enJour('2026-12-31'), texte: 'congés' }

type Table<Etat, Acte extends string> = Partial<Record<Role, Readonly<Partial<Record<Acte, Etat>>>>>

const CAMPAGNES: Readonly<Record<EtatCampagne | 'AUCUN', Table<EtatCampagne, ActeCampagne>>> = {
  AUCUN: { gestionnaire: { LANCER: 'EN_COURS' } },
  EN_COURS: { gestionnaire: { RELANCER: 'EN_COURS', PROLONGER: 'EN_COURS', TERMINER: 'TERMINEE' } },
  TERMINEE: { gestionnaire: { ROUVRIR: 'EN_COURS' } },
}

const tenterCampagne = (
  etat: EtatCampagne | null,
  acte: ActeCampagne,
  role: Role = 'gestionnaire',
  saisie: { jour: typeof PLUS_TARD.jour | null; texte: string } = PLUS_TARD,
  faits: Partial<FaitsCampagne> = {},
) => essayer(MACHINE_CAMPAGNES, { etat, acte, role, faits: { ...CAMPAGNE, ...faits }, saisie })

const phraseDe = (issue: ReturnType<typeof tenterCampagne>) => ('vers' in issue ? null : issue.empechement.phrase)

describe('la table d’une revue', () => {
  it('donne à chaque rôle, dans chaque état, les actes prévus et nul autre', () => {
    const fautes = ([null, ...MACHINE_CAMPAGNES.etats] as const).flatMap((etat) =>
      MACHINE_CAMPAGNES.actes.flatMap((acte) =>
        ROLES.flatMap((role) => {
          const issue = tenterCampagne(etat, acte, role)
          const lu = 'vers' in issue ? issue.vers : undefined
          return lu === CAMPAGNES[etat ?? 'AUCUN'][role]?.[acte] ? [] : [[etat, acte, role, lu]]
        }),
      ),
    )
    expect(fautes).toEqual([])
  })

  it.each([
    ['hier', '2026-11-22', true],
    ['aujourd’hui', '2026-11-23', true],
    ['demain', '2026-11-24', false],
  ])('se lance pour une date à venir : %s', (_, jour, refusee) => {
    const issue = tenterCampagne(null, 'LANCER', 'gestionnaire', { jour: enJour(jour), texte: '' })
    expect(phraseDe(issue) !== null).toBe(refusee)
  })

  it('ne se termine sans des services qu’avec un motif, et n’en relance aucun quand tous ont signé', () => {
    const vide = { jour: null, texte: '' }
    expect(phraseDe(tenterCampagne('EN_COURS', 'TERMINER', 'gestionnaire', vide))).toMatch(/motif écrit/)
    expect(tenterCampagne('EN_COURS', 'TERMINER', 'gestionnaire', vide, { attendues: 0 })).toEqual({ vers: 'TERMINEE' })
    expect(phraseDe(tenterCampagne('EN_COURS', 'RELANCER', 'gestionnaire', vide, { attendues: 0 }))).toMatch(/Tous/)
    expect(phraseDe(tenterCampagne('TERMINEE', 'ROUVRIR', 'gestionnaire', vide))).toMatch(/motif/)
  })
})

const REPONSE: FaitsReponse = { campagne: 'EN_COURS', sansReponse: 0, recapAJour: true }

const REPONSES: Readonly<Record<EtatReponse | 'AUCUN', Table<EtatReponse, ActeReponse>>> = {
  AUCUN: { gestionnaire: { ENVOYER: 'ATTENDUE' } },
  ATTENDUE: {
    gestionnaire: { RELANCER: 'ATTENDUE', REPONDRE: 'COMMENCEE', ENREGISTRER: 'SIGNEE' },
    guichet: { REPONDRE: 'COMMENCEE', SIGNER: 'SIGNEE' },
  },
  COMMENCEE: {
    gestionnaire: { RELANCER: 'COMMENCEE', REPONDRE: 'COMMENCEE', ENREGISTRER: 'SIGNEE' },
    guichet: { REPONDRE: 'COMMENCEE', SIGNER: 'SIGNEE' },
  },
  SIGNEE: { gestionnaire: { ROUVRIR: 'COMMENCEE' } },
}

const tenterReponse = (
  etat: EtatReponse | null,
  acte: ActeReponse,
  role: Role,
  faits: Partial<FaitsReponse> = {},
  texte = 'courrier du 12/11, la directrice',
) => essayer(MACHINE_REPONSES, { etat, acte, role, faits: { ...REPONSE, ...faits }, saisie: { texte } })

const motDe = (issue: ReturnType<typeof tenterReponse>) => ('vers' in issue ? null : issue.empechement.phrase)

describe('la table de la réponse d’un service', () => {
  it('donne à chaque rôle, dans chaque état, les actes prévus et nul autre', () => {
    const fautes = ([null, ...MACHINE_REPONSES.etats] as const).flatMap((etat) =>
      MACHINE_REPONSES.actes.flatMap((acte) =>
        ROLES.flatMap((role) => {
          const issue = tenterReponse(etat, acte, role)
          const lu = 'vers' in issue ? issue.vers : undefined
          return lu === REPONSES[etat ?? 'AUCUN'][role]?.[acte] ? [] : [[etat, acte, role, lu]]
        }),
      ),
    )
    expect(fautes).toEqual([])
  })

  it('ne se signe ni incomplète, ni sans avoir relu la liste du jour, ni après la fin de la revue', () => {
    expect(motDe(tenterReponse('COMMENCEE', 'SIGNER', 'guichet', { sansReponse: 1 }))).toMatch(/1\sagent attend/)
    expect(motDe(tenterReponse('COMMENCEE', 'SIGNER', 'guichet', { recapAJour: false }))).toMatch(/le relire/)
    for (const acte of ['REPONDRE', 'SIGNER'] as const)
      expect(motDe(tenterReponse('COMMENCEE', acte, 'guichet', { campagne: 'TERMINEE' }))).toMatch(/terminée/)
    expect(motDe(tenterReponse('SIGNEE', 'ROUVRIR', 'gestionnaire', { campagne: 'TERMINEE' }))).toMatch(/terminée/)
  })

  it('reçue sur papier, elle dit de qui elle vient', () => {
    expect(motDe(tenterReponse('ATTENDUE', 'ENREGISTRER', 'gestionnaire', {}, ''))).toMatch(/de qui/)
    expect(motDe(tenterReponse('ATTENDUE', 'ENREGISTRER', 'gestionnaire', { sansReponse: 2 }))).toMatch(/2\sagents/)
  })
})
