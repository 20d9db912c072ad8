"""The packed parser: configuration as text, weights as one byte each with a scale per row."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.documents.tokenizer import register_tokenizer

if TYPE_CHECKING:
    import numpy as np
    from spacy.language import Language

WEIGHTS = "weights.msgpack"
CONFIG = "config.cfg"


def shrink(array: np.ndarray[Any, Any]) -> dict[str, Any]:
    """Round a matrix to int8 with a float32 scale per row (its first axis); vectors stay float32."""
    import numpy as np

    array = np.asarray(array, dtype="float32")
    if array.ndim < 2:
        return {"plain": array}
    rows = array.reshape(array.shape[0], -1)
    scales = np.abs(rows).max(axis=1) / np.float32(127)
    scales[scales == 0] = 1
    rounded = np.rint(rows / scales[:, None]).astype("int8")
    return {"rounded": rounded.reshape(array.shape), "scales": scales.astype("float32")}


def restore(packed: dict[str, Any]) -> np.ndarray[Any, Any]:
    """The array that `shrink` was given, to within half a step of its row's scale; float32."""
    if "plain" in packed:
        plain: np.ndarray[Any, Any] = packed["plain"].copy()
        return plain
    rounded, scales = packed["rounded"], packed["scales"]
    full: np.ndarray[Any, Any] = rounded * scales.reshape(-1, *[1] * (rounded.ndim - 1))
    return full


def pack(nlp: Language, folder: Path) -> None:
    """Write the pipeline's configuration and weights into the folder, in the same bytes for the same pipeline."""
    import srsly  # type: ignore[import-untyped]

    parts = {}
    for name, component in nlp.pipeline:
        model = component.model.to_dict()  # type: ignore[attr-defined]
        model["params"] = [{k: shrink(v) for k, v in params.items() if v is not None} for params in model["params"]]
        state = srsly.msgpack_loads(component.to_bytes(exclude=["vocab", "model"]))  # type: ignore[attr-defined]
        parts[name] = {"state": state, "model": model}
    (folder / WEIGHTS).write_bytes(srsly.msgpack_dumps(parts))
    config = {key: nlp.config[key] for key in ("nlp", "components")}
    nlp.config.__class__(config).to_disk(folder / CONFIG)


def unpack(folder: Path) -> Language:
    """The pipeline that was packed into the folder, with our tokenizer."""
    import srsly
    from spacy.util import load_config, load_model_from_config

    config = load_config(folder / CONFIG, overrides={"nlp.tokenizer.@tokenizers": register_tokenizer()})
    nlp = load_model_from_config(config, auto_fill=True, validate=False)
    parts = srsly.msgpack_loads((folder / WEIGHTS).read_bytes())
    for name, component in nlp.pipeline:
        part = parts[name]
        component.from_bytes(srsly.msgpack_dumps(part["state"]), exclude=["vocab", "model"])  # type: ignore[attr-defined]
        model = part["model"]
        model["params"] = [{k: restore(v) for k, v in params.items()} for params in model["params"]]
        component.model.from_dict(model)  # type: ignore[attr-defined]
    return nlp
