"""The pages that tests of the frame go through: one of each kind and state, over the sample."""

from typing import Final

PATHS: Final = (
    "/",
    "/search",
    "/search?q=reitit",
    "/search?q=reitit&language=sv",
    "/search?q=?!",
    "/ideas",
    "/ideas?sort=title",
    "/ideas/1",
    "/ideas/2",
    "/ideas/3",
    "/ideas/4",
    "/map",
    "/map?area=-1,-1,0,0",
    "/evaluation",
    "/evaluation/register",
    "/how-suggestions-are-made",
    "/no-such-page",
)
