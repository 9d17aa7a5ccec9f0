import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { cheminDeRapport } from '../../modeles/rapports.ts'
import type { RapportVu } from '../../rapport-vue.ts'
import type { ActeRapport } from '../../rapports.ts'
import { Faits, Section } from '../blocs.tsx'
import { Formulaire, ZoneTexte } from '../champ.tsx'

/** An act that may be done now, and why not where something is missing. */
export interface ActeOffert {
  readonly acte: ActeRapport
  readonly manque: string | null
}

/** What is about to be published. */
export interface Recapitulatif {
  readonly version: number
  readonly instantanes: readonly Jour[]
  readonly champsSaisis: number
  readonly champsOfferts: number
  readonly lecteurs: string
}

interface Props {
  readonly contexte: Contexte
  readonly rapport: RapportVu
  readonly actes: readonly ActeOffert[]
  readonly recapitulatif: Recapitulatif | null
  readonly saisie: Readonly<Record<string, string>>
}

const FORMES: Partial<
  Readonly<Record<ActeRapport, { titre: string; precision: string; texte?: string; principal?: true }>>
> = {
  OUVRIR: { titre: 'Rédiger', precision: 'Un brouillon commence, que seul le gestionnaire lit.', principal: true },
  SOUMETTRE: {
    titre: 'Soumettre à la relecture',
    precision: 'La direction départementale le lit alors ; les textes ne changent plus.',
    principal: true,
  },
  VALIDER: { titre: 'Valider', precision: 'Le gestionnaire pourra le publier.', principal: true },
  RENVOYER: { titre: 'Renvoyer', precision: 'Il redevient un brouillon.', texte: 'Remarques' },
  REPRENDRE: { titre: 'Reprendre en brouillon', precision: 'Il faudra le soumettre de nouveau.' },
  PUBLIER: { titre: 'Publier', precision: 'Ce qui est publié ne change plus.', principal: true },
  CORRIGER: {
    titre: 'Corriger par une nouvelle version',
    precision: 'La version publiée reste lisible, et la nouvelle la nomme.',
    texte: 'Motif de la correction',
  },
  ABANDONNER: { titre: 'Abandonner la correction', precision: 'La version publiée reste seule.' },
}

const Recap = ({ recapitulatif: r }: { readonly recapitulatif: Recapitulatif }) => (
  <Faits
    faits={[
      { terme: 'Version', valeur: String(r.version) },
      {
        terme: 'Instantanés',
        valeur: `${compte(r.instantanes.length, 'instantané')}${r.instantanes.length === 0 ? '' : `, jusqu’au ${formatJour(r.instantanes.at(-1) ?? null)}`}`,
      },
      { terme: 'Textes saisis', valeur: `${r.champsSaisis} sur ${r.champsOfferts}` },
      { terme: 'Qui le lira', valeur: r.lecteurs },
    ]}
  />
)

const Acte = ({ contexte, rapport, offert, recapitulatif, saisie }: Props & { readonly offert: ActeOffert }) => {
  const { acte, manque } = offert
  const forme = FORMES[acte]
  if (forme === undefined) return null
  if (manque !== null && forme.texte === undefined)
    return acte === 'PUBLIER' || acte === 'SOUMETTRE' || acte === 'VALIDER' ? <p class="d">{fr(manque)}</p> : null
  const formulaire = (
    <Formulaire
      action={lien(contexte, cheminDeRapport(rapport))}
      nom={forme.titre}
      bouton={forme.titre}
      quiet={forme.principal !== true}
      precision={fr(forme.precision)}
    >
      <input type="hidden" name="acte" value={acte} />
      {forme.texte === undefined ? null : (
        <ZoneTexte
          prefixe={acte.toLowerCase()}
          nom="texte"
          libelle={forme.texte}
          longueur={2000}
          lignes={3}
          obligatoire
          valeur={saisie.acte === acte ? (saisie.texte ?? '') : ''}
        />
      )}
    </Formulaire>
  )
  if (forme.principal)
    return (
      <>
        {acte === 'PUBLIER' && recapitulatif !== null ? <Recap recapitulatif={recapitulatif} /> : null}
        {formulaire}
      </>
    )
  return (
    <details class="acte">
      <summary>{forme.titre}</summary>
      {formulaire}
    </details>
  )
}

/** What may be done of a report now. */
export const ActesDuRapport = (p: Props) => {
  const offerts = p.actes.filter(({ acte }) => acte !== 'ECRIRE')
  return offerts.length === 0 ? null : (
    <Section id="actes" titre="La suite">
      {offerts.map((offert) => (
        <Acte {...p} offert={offert} />
      ))}
    </Section>
  )
}
