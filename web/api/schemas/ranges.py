"""Figures kept within the range that the description of the API promises."""


def keep_within(value: float, *, least: float) -> float:
    """Return a value to six places, from `least` to 1; sums of 32-bit numbers may be beyond by a millionth.

    Examples
    --------
    >>> keep_within(1.0000001, least=-1), keep_within(0.12345678, least=0)
    (1.0, 0.123457)
    """
    return min(max(round(value, 6), least), 1.0)
