"""Train, pack and measure the parser that the product ships.

    python scripts/train_parser.py --treebanks DIR [--out DIR] [--steps N]
    python scripts/train_parser.py --evaluate DIR [--out DIR]

DIR holds ewt-, gum- and pud-*.conllu.gz. Training reads the train files, the dev files choose among the checkpoints,
and --evaluate prints the tables of docs/parser.md for the packed parser. One core is enough.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, cast

os.environ.setdefault("OMP_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import parser_pack
import parser_score
from parser_augment import augmented
from parser_genre import genre_sentences
from parser_treebanks import Sentence, read_treebank

from kg.documents.tokenizer import plain, register_tokenizer
from kg.documents.weights import pack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.language import Language
    from spacy.training import Example

HERE = Path(__file__).resolve().parent
SHIPPED = HERE.parent / "kg" / "data" / "parser"
ABOUT = {
    "licence": "CC BY-SA 4.0",
    "trained on": ["UD English EWT (train)", "UD English GUM (train, part)", "scripts/parser_genre.py"],
    "chosen on": ["UD English EWT (dev)", "UD English GUM (dev, part)"],
}
SEED = 20240117
WARM_UP = 250  # updates
DROPOUT = 0.15
MADE = 4000  # sentences of our own grammar of conflict news
CHECK_EVERY = 500  # updates between two looks at the dev files


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebanks", type=Path, metavar="DIR", help="train on the treebanks of this folder")
    parser.add_argument("--evaluate", type=Path, metavar="DIR", help="measure on the treebanks of this folder")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="the packed parser's folder (default: ours)")
    parser.add_argument("--steps", type=int, default=5000, help="updates (default: 5000)")
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--depth", type=int, default=5)
    options = parser.parse_args()
    if options.treebanks is None and options.evaluate is None:
        parser.error("give --treebanks DIR to train or --evaluate DIR to measure")
    if options.treebanks:
        train(options.treebanks, options.out, options.steps, options.width, options.depth)
    if options.evaluate:
        parser_score.print_table(options.evaluate, options.out)


def train(treebanks: Path, out: Path, steps: int, width: int, depth: int) -> None:
    """Train on EWT and GUM, keep the checkpoint that is best on their dev files, pack it into `out`."""
    sentences = [s for name in ("ewt-train", "gum-train") for s in read_treebank(treebanks / f"{name}.conllu.gz")]
    dev = [s for name in ("ewt-dev", "gum-dev") for s in read_treebank(treebanks / f"{name}.conllu.gz")]
    nlp = blank(width, depth)
    made = list(genre_sentences(MADE, SEED))
    examples = [example(nlp, s) for s in [*augmented(sentences, SEED), *made]]
    print(f"{len(examples)} training sentences, {sum(len(e.x) for e in examples)} words", flush=True)
    nlp.initialize(lambda: examples)
    out.mkdir(parents=True, exist_ok=True)
    parser_pack.write_lemmas(sentences, out)

    def keep(step: int, uas: float, las: float) -> None:
        pack(nlp, out)
        parser_score.write_meta(out, ABOUT | {"step": step, "dev": {"UAS": round(uas, 2), "LAS": round(las, 2)}})

    fit(nlp, examples, steps, lambda: parser_score.attachment(nlp, dev), keep)


def blank(width: int, depth: int) -> Language:
    """An untrained pipeline with our tokenizer."""
    from spacy.util import load_config, load_model_from_config
    from thinc.api import fix_random_seed

    fix_random_seed(SEED)
    register_tokenizer()
    chosen = {"vars.width": width, "vars.depth": depth}
    config = load_config(HERE / "parser_config.cfg", overrides=chosen, interpolate=True)
    config.pop("vars")
    return load_model_from_config(config, auto_fill=True)


def example(nlp: Language, sentence: Sentence) -> Example:
    """The sentence's tree beside its text as our tokenizer reads it; the parser may not split it."""
    from spacy.tokens import Doc
    from spacy.training import Example

    words = sentence.words
    predicted = nlp.make_doc(plain(sentence.text))
    for token in predicted[1:]:
        token.is_sent_start = False
    gold = Doc(
        nlp.vocab,
        words=[plain(w.form) for w in words],
        spaces=[not w.glued for w in words[:-1]] + [False],
        pos=[w.upos for w in words],
        morphs=[w.feats if w.feats != "_" else "" for w in words],
        heads=[w.head for w in words],
        deps=["ROOT" if w.dep == "root" else w.dep for w in words],
    )
    return Example(predicted, gold)


def fit(
    nlp: Language,
    examples: list[Example],
    steps: int,
    measure: Callable[[], tuple[float, float]],
    keep: Callable[[int, float, float], None],
) -> None:
    """Run `steps` updates, and `keep` the weights whenever their labelled score on dev is the best so far."""
    from thinc.api import Adam, warmup_linear

    rate = cast("Any", warmup_linear(1e-3, WARM_UP, steps + 1))  # a Schedule, which the annotations do not know
    optimizer = Adam(rate, use_averages=True, grad_clip=1.0, L2=0.01, L2_is_weight_decay=True)
    best, started = 0.0, time.monotonic()
    losses: dict[str, float] = {}
    for step, batch in enumerate(batches(examples, Random(SEED)), start=1):
        nlp.update(batch, sgd=optimizer, drop=DROPOUT, losses=losses)
        optimizer.step_schedules()
        if step % CHECK_EVERY == 0 or step == steps:
            with nlp.use_params(optimizer.averages):
                uas, las = measure()
                if las > best:
                    best = las
                    keep(step, uas, las)
            shown = " ".join(f"{name} {value:.0f}" for name, value in sorted(losses.items()))
            print(f"{step:5d} {time.monotonic() - started:6.0f}s UAS {uas:.2f} LAS {las:.2f} loss {shown}", flush=True)
            losses = {}
        if step == steps:
            break


def batches(examples: list[Example], random: Random) -> Iterator[list[Example]]:
    """Shuffled batches without end, growing from 200 to 1,000 words."""
    size = 200.0
    batch: list[Example] = []
    words = 0
    while True:
        for item in random.sample(examples, len(examples)):
            batch.append(item)
            words += len(item.x)
            if words >= size:
                yield batch
                batch, words, size = [], 0, min(1000.0, size * 1.001)


if __name__ == "__main__":
    main()
