"""A foreign state that an article shows only through its forces, capital or adjective is one actor with them."""

from __future__ import annotations

from collections.abc import Sequence

from kg.mentions.drafts import Draft, Made, World
from kg.mentions.states import actor_of_state, known_actor
from kg.model import Form
from kg.vocabulary import Kind

_MERGING = frozenset({Kind.ARMED_FORCE, Kind.GOVERNMENT})


def merged_forces(drafts: Sequence[Draft], world: World, main: Sequence[str]) -> dict[str, str]:
    """Army or government → its state, for each state that is not the article's own and never named by its name.

    "French forces" in an article on Mali are France, unless France the state is named beside them or as their owner.
    """
    own = main[0] if main else None
    named = set(world.named)
    named |= {a for d in drafts if _is_state_name(d) for a in d.actors}
    named |= {a for d in drafts if d.places and d.form is Form.NAME for a in d.actors}
    merged: dict[str, str] = {}
    for draft in drafts:
        for actor in draft.actors[:1]:
            known = world.actors.get(actor) or known_actor(actor)
            if known is None or known.state is None or known.kind not in _MERGING or draft.form is Form.ACRONYM:
                continue
            if known.state in (own, *named) or not _is_plain(actor, known.state, known.kind):
                continue
            merged[actor] = known.state
    acronyms = {a for d in drafts if d.form is Form.ACRONYM for a in d.actors}
    return {force: state for force, state in merged.items() if force not in acronyms}


def _is_plain(actor: str, state: str, kind: Kind) -> bool:
    """Whether an actor is the army or the government of its state as such, or one of its ministries."""
    return kind is Kind.GOVERNMENT or actor_of_state(state, kind).id == actor


def _is_state_name(draft: Draft) -> bool:
    if draft.form not in (Form.NAME, Form.ACRONYM) or draft.made is not Made.KNOWN or not draft.actors:
        return False
    known = known_actor(draft.actors[0])
    return known is not None and known.kind is Kind.STATE and bool(draft.places)
