import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import type { EnvoiVu } from '../../diffusion.ts'
import { lien } from '../../liens.ts'
import { direEnvoi, seRenvoie } from '../../modeles/diffusion.ts'

/** Where a message stands, and what may be done of it. */
export const SuiteDeLEnvoi = ({ contexte, envoi }: { readonly contexte: Contexte; readonly envoi: EnvoiVu }) => (
  <>
    <span class="d">{fr(direEnvoi(envoi))}</span>
    {envoi.etat === 'DEPOSE' ? (
      <a class="btn" href={lien(contexte, `/rapports/diffusion/envois/${envoi.id}/message.eml`)} download>
        Ouvrir le message
        <span class="vh">{fr(` à ${envoi.nom}`)}</span>
      </a>
    ) : null}
    {seRenvoie(envoi) ? (
      <form method="post" action={lien(contexte, `/rapports/diffusion/envois/${envoi.id}/relancer`)}>
        <button class="btn" type="submit">
          Renvoyer
          <span class="vh">{fr(` à ${envoi.nom}`)}</span>
        </button>
      </form>
    ) : null}
  </>
)
