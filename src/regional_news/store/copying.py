"""Everything from one store into another, and the proof that it arrived."""

from collections.abc import Mapping

from regional_news.errors import StoreError
from regional_news.store.base import Store
from regional_news.store.disk import scratch_folder
from regional_news.store.exported import Exported, Proof


def copy_store(source: Store, target: Store) -> Mapping[str, Proof]:
    """Fill an empty store with what another holds; return the proof of each sheet and the journal.

    The proof is made from what the target gives back. Raises StoreError where the target is not
    empty or where it does not give back the same.
    """
    with scratch_folder() as folder:
        given, returned = folder / "given", folder / "returned"
        given.mkdir()
        returned.mkdir()
        source.export(given)
        wanted = Exported(given).proofs()
        target.fill(given)
        if marks := source.departed():
            target.keep_departed(*marks)
        target.export(returned)
        found = Exported(returned).proofs()
    if different := [part for part in wanted if wanted[part] != found[part]]:
        raise StoreError(f"The copy differs in {', '.join(different)}; do not use it.")
    return found
