"""A CNN's matrix products by numpy's BLAS and its maxima by numpy's own loops: the same entities, in less time than thinc takes. For prediction alone."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import NumpyOps

if TYPE_CHECKING:
    from spacy.language import Language


class PredictionOps(NumpyOps):  # type: ignore[misc]
    """thinc's CPU operations, two of them faster."""

    name = "numpy"  # what thinc writes into a model and compares with

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """x @ y, either of them transposed, into `out` when there is one."""
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)

    def maxout(self, X: Any) -> Any:
        """The maximum over the pieces, the last of three axes; without which piece it was, which only training asks for."""
        return largest(X), None


def largest(pieces: Any) -> Any:
    """The maximum over the last axis; that is so short that a reduction over it takes many times as long."""
    return reduce(np.maximum, (pieces[..., i] for i in range(pieces.shape[-1])))


def use_prediction_ops(nlp: Language) -> None:
    """Give every layer of a pipeline on the CPU these operations."""
    ops = PredictionOps()
    for _, component in nlp.pipeline:
        for node in component.model.walk() if hasattr(component, "model") else ():
            if type(node.ops) is NumpyOps:
                node.ops = ops
