import { enJour } from '../../../ingest/socle/jour.ts'
import type { Base } from '../../../ingest/store/base.ts'
import type { Role } from '../../../server/acces/roles.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { chercherDoublons } from '../../../server/services/doublons.ts'
import { ajouterCompte } from '../../../server/state/comptes.ts'
import { deposerDemarche } from '../../../server/state/demarches.ts'
import { avecEtat, type BaseEtat } from '../../../server/state/etat.ts'
import { consigner } from '../../../server/state/journal.ts'
import { reglerNorme } from '../../../server/state/normes.ts'
import { qualifierForcage, qualifierPaires } from '../../../server/state/qualifications.ts'
import { regler } from '../../../server/state/reglages.ts'
import { OPTIONS, preparerBase } from '../../base.ts'
import { CARTE, ecrireDossier } from '../../ingest/instantane.ts'
import { enCsv, enTableau } from '../../ingest/tableau.ts'
import { adresse, type creerApplication, MAINTENANT } from '../aide.ts'

/** Two territories that share nothing: no code, no label, no number. */
export const GUICHETS = {
  '013': [
    { code: 'AAAAA', libelle: 'Mairie d’Allauch', categorie: 'COMMUNE' },
    { code: 'BBBBB', libelle: 'Office Pervenche', categorie: 'BAILLEUR' },
  ],
  '059': [
    { code: 'CCCCC', libelle: 'Mairie de Douai', categorie: 'COMMUNE' },
    { code: 'DDDDD', libelle: 'Office Coquelicot', categorie: 'BAILLEUR' },
  ],
} as const

export type Territoire = keyof typeof GUICHETS

const jour = (rang: number) => `${String(rang).padStart(2, '0')}/10/2026`

const numeroDe = (territoire: Territoire, rang: number, guichet: 0 | 1): string =>
  `${territoire}1026${String(rang).padStart(6, '0')}${GUICHETS[territoire][guichet].code}`

/** The two demandes of one household in a territory; the second was forced. */
export const PAIRES = {
  '013': [numeroDe('013', 1, 0), numeroDe('013', 2, 1)],
  '059': [numeroDe('059', 1, 0), numeroDe('059', 2, 1)],
} as const

const NOMS = { '013': ['LEFÈVRE', 'LEFEVRE'], '059': ['VANHOUTTE', 'VAN HOUTTE'] } as const

const demandesDe = (territoire: Territoire) => {
  const demande = (rang: number, guichet: 0 | 1, reste: Readonly<Record<string, string>>) => ({
    numero_unique: numeroDe(territoire, rang, guichet),
    statut: 'ACTIVE',
    date_enregistrement: jour(rang),
    date_depot: jour(rang),
    forcage_doublon: 'N',
    motif_forcage: '',
    numero_unique_rapproche: '',
    date_naissance: `0${rang}/0${rang}/19${50 + rang * 3}`,
    telephone: `06112233${String(rang).padStart(2, '0')}`,
    ...reste,
  })
  const [nom, variante] = NOMS[territoire]
  const forcage = { forcage_doublon: 'O', motif_forcage: 'AUTRE', numero_unique_rapproche: PAIRES[territoire][0] }
  return [
    demande(1, 0, { nom, prenom: 'Anaëlle', date_naissance: '29/02/1984' }),
    demande(2, 1, { nom: variante, prenom: 'ANAELLE', date_naissance: '29/02/1984', ...forcage }),
    ...['GARCIA', 'BENALI', 'NGUYEN', 'ROSSI', 'MARTIN', 'DIALLO'].map((autre, i) =>
      demande(i + 3, 0, { nom: autre, prenom: ['Louis', 'Samia', 'Linh', 'Enzo', 'Marie', 'Awa'][i] ?? '' }),
    ),
    // One that is refused for its date: its number is in the rejects file.
    demande(9, 0, { nom: 'PETIT', prenom: 'Ali', date_enregistrement: '99/99/2026' }),
  ]
}

export const fichiersDe = (territoire: Territoire, date = '2026-10-31') => ({
  'instantane.json': JSON.stringify({ ...CARTE, territoire, date }),
  'guichets.csv': enCsv(enTableau(GUICHETS[territoire].map((guichet) => ({ ...guichet })))),
  'demandes.csv': enCsv(enTableau(demandesDe(territoire))),
})

/** What marks, in a text, whatever was written of a territory. */
export const marqueDe = (territoire: Territoire): string => `decision-${territoire}`

const LE = '2026-11-20 09:00:00'

/** Everything that people write of a territory, each thing with its mark. */
const ecrire = async (etat: BaseEtat, territoire: Territoire): Promise<void> => {
  const [a, b] = PAIRES[territoire]
  const motif = marqueDe(territoire)
  const par = `tenant-${territoire}@exemple.fr`
  const decision = { depuis: enJour('2026-11-01'), motif }
  await reglerNorme(etat, { territoire, indicateur: 'forcages', nature: 'seuil', valeur: 0.02, ...decision }, LE, par)
  await regler(etat, 'copil_nominatif', true, { territoire, ...decision, saisi_le: LE, saisi_par: par })
  const avis = { territoire, verdict: 'A_INSTRUIRE' as const, motif, par, le: LE }
  await qualifierPaires(etat, [{ a, b }], avis)
  await qualifierForcage(etat, b, avis)
  await deposerDemarche(
    etat,
    {
      ...{ territoire, sorte: 'DOUBLON', service: GUICHETS[territoire][0].code, numeros: [a, b] },
      ...{ faits: { garde: a, motif }, instantane: null },
    },
    { acte: 'DEPOSER', vers: 'RECUE', texte: '', numero: null, role: 'guichet', par, le: LE },
  )
  await ajouterCompte(
    etat,
    {
      courriel: par,
      nom: `Tenant ${motif}`,
      role: 'gestionnaire',
      territoires: [territoire],
      service: null,
      motDePasse: null,
      aChanger: false,
      provisoireJusquA: null,
    },
    LE,
    'essai',
  )
  const entree = { instant: LE, qui: par, role: 'gestionnaire' }
  await consigner(
    etat,
    { ...entree, action: 'CONSULTATION_NOMS', territoire, nombre: 2, detail: { numeros: [a, b], motif } },
    { ...entree, action: 'CONNEXION', detail: { par: motif } },
  )
  await etat
    .insertInto('revues')
    .values({ territoires: JSON.stringify([territoire]), signee_le: LE, signee_par: par, comptes: '[]' })
    .execute()
}

const remplir = async (base: Base) => {
  for (const territoire of ['013', '059'] as const) {
    await chargerInstantane(base, ecrireDossier(fichiersDe(territoire)), { ...OPTIONS, tolerance: 0.5 })
    await chercherDoublons(base, territoire, { maintenant: MAINTENANT, version: 'essai' })
    await avecEtat(base.dossier, (etat) => ecrire(etat, territoire))
  }
  return {}
}

/** Both territories loaded, searched and written of, once for a file of tests. */
export const preparerDeuxTerritoires = () => preparerBase('deux-territoires', remplir)

export const personne = (role: Role, territoire: Territoire) => ({
  role,
  territoires: [territoire],
  service: role === 'guichet' ? GUICHETS[territoire][0].code : null,
  courriel: `${role}-de-${territoire}-${Math.random().toString(36).slice(2)}@exemple.fr`,
})

export const lire = async (app: Awaited<ReturnType<typeof creerApplication>>['app'], chemin: string) => {
  const reponse = await app.request(adresse(chemin))
  return { statut: reponse.status, texte: await reponse.text() }
}
