import { describe, expect, it } from 'vitest'
import { ROLES } from '../../../../server/acces/roles.ts'
import { MACHINES_DEMARCHES } from '../../../../server/gestion/demarches/table.ts'
import { essayer, type Qui } from '../../../../server/gestion/machine.ts'
import { type ActeDemarche, CODES_SORTES, type CodeSorte, type EtatDemarche } from '../../../../web/demarches/mots.ts'

type Etape = EtatDemarche | 'AUCUN'
type Contrat = Readonly<
  Partial<Record<Etape, Partial<Record<Qui, Readonly<Partial<Record<ActeDemarche, EtatDemarche>>>>>>>
>

const GESTIONNAIRE_EN_COURS = { ACCEPTER: 'ACCEPTEE', REFUSER: 'REFUSEE' } as const
const GESTIONNAIRE_RECUE = { RETIRER: 'RETIREE', PRENDRE: 'EN_COURS', ...GESTIONNAIRE_EN_COURS } as const

/** A form that a guichet sends, which no snapshot shows done. */
const DU_GUICHET: Contrat = {
  AUCUN: { gestionnaire: { DEPOSER: 'RECUE' }, guichet: { DEPOSER: 'RECUE' } },
  RECUE: { gestionnaire: GESTIONNAIRE_RECUE, guichet: { RETIRER: 'RETIREE' } },
  EN_COURS: { gestionnaire: GESTIONNAIRE_EN_COURS },
  ACCEPTEE: { gestionnaire: { FAIRE: 'FAITE' } },
}

/** One that a snapshot shows. */
const CONFIRMABLE: Contrat = {
  ...DU_GUICHET,
  ACCEPTEE: { gestionnaire: { FAIRE: 'FAITE' }, APPLICATION: { CONFIRMER: 'CONFIRMEE' } },
  FAITE: { APPLICATION: { CONFIRMER: 'CONFIRMEE' } },
}

/** The suspicion, which the State and the gestionnaire alone write. */
const SOUPCON: Contrat = {
  AUCUN: { gestionnaire: { DEPOSER: 'RECUE' }, etat: { DEPOSER: 'RECUE' } },
  RECUE: { gestionnaire: GESTIONNAIRE_RECUE, etat: { RETIRER: 'RETIREE' } },
  EN_COURS: { gestionnaire: GESTIONNAIRE_EN_COURS },
  ACCEPTEE: { gestionnaire: { FAIRE: 'FAITE' } },
}

const QUESTION: Contrat = {
  AUCUN: { gestionnaire: { DEPOSER: 'RECUE' }, guichet: { DEPOSER: 'RECUE' } },
  RECUE: { gestionnaire: { TRANSMETTRE: 'TRANSMISE', REPONDRE: 'REPONDUE' } },
  TRANSMISE: { gestionnaire: { REPONDRE: 'REPONDUE' } },
}

const CONTRATS: Readonly<Record<CodeSorte, Contrat>> = {
  DOUBLON: CONFIRMABLE,
  IDENTITE: CONFIRMABLE,
  RADIATION: CONFIRMABLE,
  REFUS_ENREGISTREMENT: CONFIRMABLE,
  ATTESTATION_NON_RECUE: CONFIRMABLE,
  PIECE_REDEMANDEE: DU_GUICHET,
  DETOURNEMENT: SOUPCON,
  COORDONNEES: CONFIRMABLE,
  QUESTION,
}

const ETATS: readonly (EtatDemarche | null)[] = [
  ...[null, 'RECUE', 'EN_COURS', 'TRANSMISE', 'ACCEPTEE', 'FAITE', 'CONFIRMEE', 'REPONDUE', 'REFUSEE', 'RETIREE'],
] as const
const ACTES: readonly ActeDemarche[] = [
  ...([
    'DEPOSER',
    'RETIRER',
    'PRENDRE',
    'ACCEPTER',
    'REFUSER',
    'FAIRE',
    'CONFIRMER',
    'TRANSMETTRE',
    'REPONDRE',
  ] as const),
]
const QUI: readonly Qui[] = [...ROLES, 'APPLICATION']

const essais = CODES_SORTES.flatMap((sorte) =>
  ETATS.flatMap((etat) => ACTES.flatMap((acte) => QUI.map((role) => [sorte, etat, acte, role] as const))),
)

const FAVORABLES = { estAuteur: true, estMontree: true }

describe('la table des démarches', () => {
  it('n’a qu’une ligne pour une sorte, une étape et un acte', () => {
    for (const sorte of CODES_SORTES) {
      const couples = MACHINES_DEMARCHES[sorte].passages.flatMap(({ de, acte }) => de.map((etat) => `${etat} ${acte}`))
      expect([sorte, new Set(couples).size]).toEqual([sorte, couples.length])
      expect(MACHINES_DEMARCHES[sorte].etats.toSorted()).toEqual(ETATS.filter((etat) => etat !== null).toSorted())
      expect(MACHINES_DEMARCHES[sorte].actes.toSorted()).toEqual(ACTES.toSorted())
    }
    expect(essais).toHaveLength(9 * 10 * 9 * 7)
  })

  it('donne à chacun, pour chaque sorte et à chaque étape, les actes du contrat et nul autre', () => {
    const fautes = essais.flatMap(([sorte, etat, acte, role]) => {
      const saisie = { texte: 'un texte', numero: null }
      const issue = essayer(MACHINES_DEMARCHES[sorte], { etat, acte, role, faits: FAVORABLES, saisie })
      const attendu = CONTRATS[sorte][etat ?? 'AUCUN']?.[role]?.[acte]
      const lu = 'vers' in issue ? issue.vers : undefined
      return lu === attendu ? [] : [[sorte, etat, acte, role, lu, attendu]]
    })
    expect(fautes).toEqual([])
  })

  const tenter = (
    sorte: CodeSorte,
    etat: EtatDemarche,
    acte: ActeDemarche,
    role: Qui,
    { texte = '', ...faits }: { readonly texte?: string; readonly estAuteur?: boolean; readonly estMontree?: boolean },
  ) => {
    const issue = essayer(MACHINES_DEMARCHES[sorte], {
      ...{ etat, acte, role, saisie: { texte, numero: null } },
      faits: { estAuteur: false, estMontree: false, ...faits },
    })
    return 'vers' in issue ? issue.vers : issue.empechement.phrase
  }

  it.each([
    ['retirer revient à l’auteur seul', 'RADIATION', 'RECUE', 'RETIRER', 'guichet', {}, /Seule la personne/],
    ['un refus a un motif', 'DOUBLON', 'EN_COURS', 'REFUSER', 'gestionnaire', {}, /Un refus demande un motif/],
    ['une réponse a un texte', 'QUESTION', 'RECUE', 'REPONDRE', 'gestionnaire', {}, /Une réponse sans texte/],
    ['rien ne se confirme sans instantané', 'IDENTITE', 'FAITE', 'CONFIRMER', 'APPLICATION', {}, /Aucun instantané/],
    ['accepter ne demande pas de texte', 'DOUBLON', 'RECUE', 'ACCEPTER', 'gestionnaire', {}, /^ACCEPTEE$/],
    ['dire fait ne demande pas de texte', 'DOUBLON', 'ACCEPTEE', 'FAIRE', 'gestionnaire', {}, /^FAITE$/],
    ['un refus motivé passe', 'DOUBLON', 'RECUE', 'REFUSER', 'gestionnaire', { texte: 'homonymes' }, /^REFUSEE$/],
  ] as const)('%s', (_, sorte, etat, acte, role, reste, attendu) => {
    expect(tenter(sorte, etat, acte, role, reste)).toMatch(attendu)
  })
})
