/** A numéro unique in four groups, the one that tells it from the others in bold. */
export const Numero = ({ numero }: { readonly numero: string }) =>
  numero.length === 18 ? (
    <span class="nud nd">
      <span>{numero.slice(0, 3)}</span> <span>{numero.slice(3, 7)}</span> <b>{numero.slice(7, 13)}</b>{' '}
      <span>{numero.slice(13)}</span>
    </span>
  ) : (
    <span class="nud nd">{numero}</span>
  )
