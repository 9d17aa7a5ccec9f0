import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { Panneau } from '../blocs.tsx'

/** Loads past a tolerance, with a reason that the audit log keeps. */
export const PasserOutre = ({ depot }: { readonly depot: string }) => (
  <Panneau id="quand-meme" titre="Charger quand même" precision="Le motif est écrit au journal">
    <div class="formulaire">
      <div class="ctl large">
        <label for="motif">Motif</label>
        <p class="hint" id="motif-aide">
          {fr('Par exemple : extraction confirmée par le service national le 12/11/2026.')}
        </p>
        <input
          class="input pleine"
          id="motif"
          name="motif"
          maxlength={300}
          autocomplete="off"
          aria-describedby="motif-aide"
        />
      </div>
      <div class="large acts">
        <button class="btn" type="submit" formaction={`/imports/depots/${depot}/charger`} name="outre" value="1">
          Charger quand même
        </button>
      </div>
    </div>
  </Panneau>
)
