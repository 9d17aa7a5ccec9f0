import { fr } from '../../ingest/socle/francais/typographie.ts'

/** A file to choose, of those that may be kept. */
export const ChampDocument = ({ prefixe }: { readonly prefixe: string }) => (
  <div class="ctl large">
    <label for={`${prefixe}-fichier`}>Document</label>
    <p class="hint" id={`${prefixe}-fichier-aide`}>
      {fr(
        'PDF, DOCX, ODT, XLSX, ODS, PNG ou JPEG, de 10 Mo au plus. Un document dont le texte porte un numéro unique est refusé ; celui d’une image ou d’un PDF comprimé ne se lit pas ici : s’en assurer avant de l’envoyer.',
      )}
    </p>
    <input
      class="input"
      id={`${prefixe}-fichier`}
      name="fichier"
      type="file"
      accept=".pdf,.docx,.odt,.xlsx,.ods,.png,.jpg,.jpeg"
      aria-describedby={`${prefixe}-fichier-aide`}
      required
    />
  </div>
)
