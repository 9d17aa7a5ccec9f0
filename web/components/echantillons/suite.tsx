import { formatInstant, formatNombre } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { type Contexte, peutOuvrir } from '../../contexte.ts'
import type { EchantillonVu } from '../../echantillon-vue.ts'
import { ACTES_ECHANTILLON } from '../../echantillons.ts'
import { lien } from '../../liens.ts'
import { ficheSuivante } from '../../modeles/echantillons.ts'
import { Panneau, Section } from '../blocs.tsx'
import { Formulaire, ZoneTexte } from '../champ.tsx'

interface Props {
  readonly contexte: Contexte
  readonly echantillon: EchantillonVu
}

/** How long the reason of an act may be. */
export const LONGUEUR_DU_MOTIF = 1000

/** How far it is, and the next form to fill. */
export const Avancement = ({ contexte, echantillon }: Props) => {
  const { id, fiches, remplies, actesPossibles } = echantillon
  const suivante = ficheSuivante(echantillon, 0)
  if (!actesPossibles.includes('REMPLIR')) return null
  return (
    <div class="avancement">
      <progress value={remplies} max={fiches.length} aria-label="Fiches remplies">
        {`${formatNombre(remplies)} sur ${formatNombre(fiches.length)}`}
      </progress>
      <p class="acts">
        {suivante === null ? (
          <span>{fr('Toutes les fiches sont remplies : l’échantillon peut être clos.')}</span>
        ) : (
          <a class="btn main" href={lien(contexte, `/echantillons/${id}/fiches/${suivante}`)}>
            {remplies === 0 ? 'Remplir la première fiche' : `Continuer, fiche ${suivante}`}
          </a>
        )}
        {peutOuvrir(contexte, '/echantillons/:id/papier') ? (
          <a class="btn" href={lien(contexte, `/echantillons/${id}/papier`)}>
            Fiches à imprimer
          </a>
        ) : null}
      </p>
    </div>
  )
}

/** Closing, or opening again: what it does, then the form. */
export const ActesDeLEchantillon = ({ contexte, echantillon }: Props) => {
  const { id, fiches, remplies, actesPossibles } = echantillon
  const action = lien(contexte, `/echantillons/${id}`)
  const manquent = fiches.length - remplies
  if (actesPossibles.includes('CLORE'))
    return (
      <Panneau
        id="clore"
        titre="Clore l’échantillon"
        precision={
          manquent === 0
            ? 'Toutes les fiches sont remplies'
            : fr(`${compte(manquent, 'fiche')} à remplir : le clore maintenant demande un motif`)
        }
      >
        <Formulaire action={action} nom="Clore l’échantillon" bouton="Clore l’échantillon" quiet={manquent > 0}>
          <input type="hidden" name="acte" value="CLORE" />
          <ZoneTexte
            prefixe="clore"
            nom="texte"
            libelle={manquent === 0 ? 'Remarque' : 'Motif'}
            aide="Clos, il ne se remplit plus ; ses services lisent ce qui a été constaté de leurs demandes. Ni numéro unique ni nom de demandeur."
            longueur={LONGUEUR_DU_MOTIF}
            lignes={2}
            obligatoire={manquent > 0}
          />
        </Formulaire>
      </Panneau>
    )
  return actesPossibles.includes('ROUVRIR') ? (
    <Panneau
      id="rouvrir"
      titre="Rouvrir l’échantillon"
      precision={fr('Pour corriger une fiche ; ce qui a été fait reste')}
    >
      <Formulaire action={action} nom="Rouvrir l’échantillon" bouton="Rouvrir l’échantillon" quiet>
        <input type="hidden" name="acte" value="ROUVRIR" />
        <ZoneTexte
          prefixe="rouvrir"
          nom="texte"
          libelle="Motif"
          aide="Ni numéro unique ni nom de demandeur."
          longueur={LONGUEUR_DU_MOTIF}
          lignes={2}
          obligatoire
        />
      </Formulaire>
    </Panneau>
  ) : null
}

/** All that was done of a sample, with who did it and when. */
export const HistoireEchantillon = ({ echantillon: { actes } }: Pick<Props, 'echantillon'>) => (
  <Section id="historique" titre="Ce qui a été fait" precision="Du plus récent au plus ancien">
    <ul class="steps">
      {actes.toReversed().map(({ acte, texte, par, le }) => (
        <li>
          <strong>{ACTES_ECHANTILLON[acte]}</strong>
          {fr(`, par ${par}, le ${formatInstant(le)}`)}
          {texte === '' ? null : <span class="d">{texte}</span>}
        </li>
      ))}
    </ul>
  </Section>
)
