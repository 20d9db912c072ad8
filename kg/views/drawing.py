"""The picture as pyvis's network: a node a mark, an edge a line, every position and bend fixed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from pyvis.network import Network

from kg.model import Actor, Place
from kg.views.curves import Ends, bends
from kg.views.data import PageData, nodes_of, place_node
from kg.views.distances import direct_distances
from kg.views.layout import label_box, layout
from kg.views.lifetimes import lifetimes
from kg.views.names import lines_of, short_names
from kg.views.palette import LINES, mark_of
from kg.views.payload import lineage
from kg.vocabulary import Relation

OPTIONS: Final[Mapping[str, Any]] = {
    "autoResize": False,
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "physics": {"enabled": False},
    "interaction": {
        "dragNodes": False,
        "hideEdgesOnDrag": True,
        "hover": True,
        "hoverConnectedEdges": False,
        "keyboard": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 0,
        "zoomSpeed": 0.6,
    },
    "nodes": {"borderWidth": 0, "labelHighlightBold": False},
    "edges": {"arrowStrikethrough": False, "endPointOffset": {"from": 3, "to": 3}, "labelHighlightBold": False},
}


def network(picture: PageData) -> Network:
    """A pyvis network with all nodes and edges of the picture, hidden until the page's script shows those of a date."""
    net = Network(directed=True, cdn_resources="in_line", height="100%", width="100%")
    net.options = dict(OPTIONS)
    places = positions(picture)
    degree = Counter(end for e in _ends(picture) for end in (e.start, e.end))
    for id_, node in _nodes(picture).items():
        mark, (x, y) = mark_of(node.kind), places[id_]
        size = mark.radius + (0 if isinstance(node, Place) else min(5, degree[id_] // 3))
        net.add_node(id_, label=node.label, shape="custom", x=x, y=y, size=size, hidden=True, color=mark.light)
    _add_edges(net, picture, places)
    return net


def positions(picture: PageData) -> dict[str, tuple[int, int]]:
    """Where each actor and place lies, in pixels about the origin."""
    shown = {end for e in _ends(picture) for end in (e.start, e.end)}
    short = short_names(picture)
    boxes = {i: _box(n, short.get(i, n.label)) for i, n in _nodes(picture).items() if i in shown}
    places = layout(boxes, direct_distances(picture), lifetimes(picture))
    voices = [i for i in _nodes(picture) if i not in shown]
    return {**places, **dict.fromkeys(voices, (0, 0))}  # those only quoted are never drawn


def _add_edges(net: Network, picture: PageData, places: Mapping[str, tuple[int, int]]) -> None:
    """The ends are all known, so the edges are set at once: add_edge looks each node up in a list."""
    ends = _ends(picture)
    bend = bends(ends, places)
    relation = {r.key: r.relation for r in picture.relationships}
    for edge in ends:
        line = LINES[relation.get(edge.id, Relation.SUCCEEDS)]
        net.add_edge(
            edge.start,
            edge.end,
            id=edge.id,
            hidden=True,
            width=line.width,
            color={"color": line.light},
            dashes=list(line.dash) or False,
            arrows={"to": {"enabled": line.arrow, "scaleFactor": 0.55 if line.width < 3 else 0.3}},
            smooth=_smooth(bend[edge.id]),
        )


def _smooth(bend: float) -> dict[str, Any]:
    if not bend:
        return {"enabled": False}
    return {"enabled": True, "type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": abs(bend)}


def _ends(picture: PageData) -> list[Ends]:
    """The edges to draw: relationships, and one line for each step of a lineage."""
    edges = [Ends(r.key, *nodes_of(r)) for r in picture.relationships if r.relation is not Relation.SUCCEEDS]
    return edges + [Ends(step["id"], step["from"], step["to"]) for step in lineage(picture)]


def _nodes(picture: PageData) -> dict[str, Actor | Place]:
    nodes: dict[str, Actor | Place] = {a.id: a for a in picture.actors}
    return nodes | {place_node(p.id): p for p in picture.places}


def _box(node: Actor | Place, name: str) -> tuple[float, float]:
    return label_box(lines_of(name), mark_of(node.kind).radius)
