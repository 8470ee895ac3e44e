"""The version of this software, as runs and the API name it."""

from typing import Final

SOFTWARE_VERSION: Final = "0.1.0"
