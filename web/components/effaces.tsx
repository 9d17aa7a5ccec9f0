import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'

/** Records that a figure counted and that retention has erased since; nothing where there are none. */
export const DitEffaces = ({ effaces }: { readonly effaces: number }) =>
  effaces > 0 ? (
    <p class="meta">
      {fr(
        `${compte(effaces, 'dossier compté', 'dossiers comptés')} ici ne ${effaces === 1 ? 'peut' : 'peuvent'} plus être ${effaces === 1 ? 'listé' : 'listés'} : un an après leur radiation, les demandes sont effacées.`,
      )}
    </p>
  ) : null
