# scenes.py: what the pictures show
# SPDX-License-Identifier: GPL-3.0-or-later

import dataclasses

WIDE = (1000, 700)
NARROW = (360, 660)


@dataclasses.dataclass(frozen=True)
class Scene:
    """One picture, in each language."""

    name: str
    # What the program is started with.
    arguments: tuple = ()
    # What the first row begins with before anything is pressed, and what is then pressed.
    ready: str = ""
    keys: tuple = ()
    # What must be there before the picture is taken, in each language: the start of a heading and of the first row, a text.
    heading: dict = None
    row: dict = None
    text: dict = None
    size: tuple = WIDE
    environment: dict = dataclasses.field(default_factory=dict)
    text_size: int = 100
    # Scrolled down to the drawn exchange.
    figure: bool = False


NOT_FOUND = {"en": "404 Not Found", "ko": "404 찾을 수 없음"}
START = {"en": "Which Code Is It?", "ko": "어떤 코드입니까?"}

SCENES = (
    Scene("start", heading=START),
    Scene("list", ("GET",), keys=("alt+3",), heading={"en": "GET", "ko": "GET"}, row={"en": "GET", "ko": "GET"}),
    Scene("detail", ("404",), heading=NOT_FOUND),
    Scene("figure", ("407",), heading={"en": "407", "ko": "407"}, figure=True),
    Scene("search", ("--search", "토큰 만료"), "401", ("Return",), heading={"en": "401", "ko": "401"}),
    Scene("nothing", ("--search", "401.9"), text={"en": "No Results Found", "ko": "결과가 없습니다"}),
    Scene("narrow-list", ("--search", "redirect"), size=NARROW, row={"en": "3", "ko": "3"}),
    Scene("narrow-detail", ("429",), size=NARROW, heading={"en": "429", "ko": "429"}),
    Scene("dark", ("503",), heading={"en": "503", "ko": "503"}, environment={"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}),
    Scene("contrast", ("301",), heading={"en": "301", "ko": "301"}, environment={"ADW_DEBUG_HIGH_CONTRAST": "1"}),
    Scene("large", ("201",), heading={"en": "201", "ko": "201"}, text_size=200),
    Scene("vendor", ("499",), heading={"en": "499", "ko": "499"}),
)
