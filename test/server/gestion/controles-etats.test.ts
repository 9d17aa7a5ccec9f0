import { describe, expect, it } from 'vitest'
import { enJour, enMois } from '../../../ingest/socle/jour.ts'
import { ROLES, type Role } from '../../../server/acces/roles.ts'
import {
  echeanceDuControle,
  moisAControler,
  signableSansInstantane,
} from '../../../server/gestion/controles/echeances.ts'
import { type ActeFait, suivreControle } from '../../../server/gestion/controles/suivre.ts'
import { MACHINE_CONTROLES } from '../../../server/gestion/controles/table.ts'
import { essayer } from '../../../server/gestion/machine.ts'
import { ACTES_CONTROLE, type ActeControle, ETATS_CONTROLE, type EtatControle, POINTS } from '../../../web/controles.ts'

const ETATS = Object.keys(ETATS_CONTROLE) as EtatControle[]
const ACTES = Object.keys(ACTES_CONTROLE) as ActeControle[]

const PRET = { instantane: true, pointsVus: 12, delaiPasse: false, texte: 'pièce reçue après' }
const ABSENT = { instantane: false, pointsVus: 0, delaiPasse: true, texte: 'extraction jamais reçue' }

const tenter = (etat: EtatControle, acte: ActeControle, role: Role, { texte, ...faits }: typeof PRET) => {
  const issue = essayer(MACHINE_CONTROLES, { etat, acte, role, faits, saisie: { texte } })
  if ('vers' in issue) return issue.vers
  const { raison, phrase } = issue.empechement
  return raison === 'CONDITION' ? phrase : raison
}

/** What the specification says of each state, act by act. */
const ATTENDU: Readonly<Record<EtatControle, Partial<Record<ActeControle, EtatControle>>>> = {
  A_FAIRE: { COCHER: 'EN_COURS', NOTER: 'EN_COURS', SIGNER_SANS_INSTANTANE: 'SIGNE' },
  EN_COURS: {
    COCHER: 'EN_COURS',
    DECOCHER: 'EN_COURS',
    NOTER: 'EN_COURS',
    SIGNER: 'SIGNE',
    SIGNER_SANS_INSTANTANE: 'SIGNE',
  },
  ROUVERT: {
    COCHER: 'ROUVERT',
    DECOCHER: 'ROUVERT',
    NOTER: 'ROUVERT',
    SIGNER: 'SIGNE',
    SIGNER_SANS_INSTANTANE: 'SIGNE',
  },
  SIGNE: { ROUVRIR: 'ROUVERT' },
}

const paires = ETATS.flatMap((etat) => ACTES.flatMap((acte) => ROLES.map((role) => [etat, acte, role] as const)))

describe('un contrôle mensuel', () => {
  it.each(paires)('%s, %s par %s', (etat: EtatControle, acte: ActeControle, role: Role) => {
    const situation = acte === 'SIGNER_SANS_INSTANTANE' ? ABSENT : PRET
    const suivant = ATTENDU[etat][acte]
    expect(tenter(etat, acte, role, situation)).toBe(
      suivant === undefined ? 'ETAT' : role === 'gestionnaire' ? suivant : 'ROLE',
    )
  })

  it.each([
    [
      'sans instantané, ne se signe pas ainsi',
      'SIGNER',
      { ...PRET, instantane: false },
      'Ce mois n’a pas d’instantané',
    ],
    ['onze points vus, ne se signe pas', 'SIGNER', { ...PRET, pointsVus: 11 }, 'Les douze points'],
    [
      'avec un instantané, ne se signe pas sans',
      'SIGNER_SANS_INSTANTANE',
      { ...ABSENT, instantane: true },
      'Ce mois a un instantané, ou son délai n’est pas passé',
    ],
    [
      'avant le délai, ne se signe pas sans instantané',
      'SIGNER_SANS_INSTANTANE',
      { ...ABSENT, delaiPasse: false },
      'Ce mois a un instantané, ou son délai n’est pas passé',
    ],
    ['sans motif, ne se signe pas sans instantané', 'SIGNER_SANS_INSTANTANE', { ...ABSENT, texte: '' }, 'Un motif'],
  ] as const)('%s', (_, acte, situation, manque) => {
    const phrase = tenter('EN_COURS', acte, 'gestionnaire', situation)
    expect(phrase).toContain(manque)
    expect(phrase).toMatch(/^[A-Z].*\.$/)
  })

  it('ne se rouvre pas sans motif', () => {
    expect(tenter('SIGNE', 'ROUVRIR', 'gestionnaire', { ...PRET, texte: '' })).toBe('Un motif est demandé.')
  })

  it('a douze points, dans l’ordre du contrat', () => {
    expect(Object.keys(POINTS)).toEqual([
      ...['CHARGEMENT', 'ALERTES_NOUVELLES', 'ALERTES_EN_COURS', 'ALERTES_EXPLIQUEES', 'ALERTES_LEVEES', 'FORCAGES'],
      ...['ATTRIBUTIONS', 'DOUBLONS', 'ECHANTILLON', 'CIVILITE', 'MESURES', 'OBLIGATIONS'],
    ])
  })

  it('se retrouve de ce qui en a été fait : la dernière note, ce qui reste vu, et l’état', () => {
    const fait = (acte: ActeControle, point: ActeFait['point'], texte = '', le = '2026-11-03 09:00:00'): ActeFait => ({
      ...{ acte, point, texte, le },
      par: 'camille@exemple.fr',
    })
    expect(suivreControle([])).toMatchObject({ etat: 'A_FAIRE', vus: 0, ouvert: null })
    const suivi = suivreControle([
      fait('NOTER', 'DOUBLONS', 'neuf groupes faits'),
      fait('COCHER', 'DOUBLONS'),
      fait('COCHER', 'FORCAGES'),
      fait('DECOCHER', 'FORCAGES'),
      fait('NOTER', 'DOUBLONS', 'tous faits', '2026-11-04 09:00:00'),
    ])
    expect(suivi).toMatchObject({ etat: 'EN_COURS', vus: 1, ouvert: { le: '2026-11-03 09:00:00' } })
    expect(suivi.points.DOUBLONS).toEqual({
      vu: { par: 'camille@exemple.fr', le: '2026-11-03 09:00:00' },
      note: 'tous faits',
    })
    expect(suivi.points.FORCAGES.vu).toBeNull()
    const signe = [fait('COCHER', 'DOUBLONS'), fait('SIGNER', null)]
    expect(suivreControle(signe).etat).toBe('SIGNE')
    expect(suivreControle([...signe, fait('ROUVRIR', null, 'oubli')])).toMatchObject({ etat: 'ROUVERT', vus: 1 })
  })
})

describe('l’échéance d’un contrôle', () => {
  it.each([
    ['2026-10-31', '2026-12-01'],
    ['2026-08-31', '2026-10-01'],
    // 31 May 2026 is a Sunday, 1 November 2026 a Sunday and a holiday, 31 January 2027 a Sunday.
    ['2026-04-30', '2026-06-01'],
    ['2026-10-01', '2026-11-02'],
    ['2026-12-31', '2027-02-01'],
  ])('de l’instantané du %s est le %s', (instantane, echeance) => {
    expect(echeanceDuControle(enJour(instantane), '013')).toBe(echeance)
  })

  it('sans instantané, court de la fin du mois : trente et un jours', () => {
    expect(signableSansInstantane(enMois('2026-04'))).toBe('2026-05-31')
    expect(signableSansInstantane(enMois('2026-02'))).toBe('2026-03-31')
  })

  it('ne vaut que du premier mois qui a un instantané au dernier mois fini', () => {
    expect(moisAControler(undefined, enJour('2026-11-23'))).toEqual([])
    expect(moisAControler(enMois('2026-08'), enJour('2026-11-30'))).toEqual(['2026-08', '2026-09', '2026-10'])
    expect(moisAControler(enMois('2026-08'), enJour('2026-12-01')).at(-1)).toBe('2026-11')
    expect(moisAControler(enMois('2026-11'), enJour('2026-11-30'))).toEqual([])
  })
})
