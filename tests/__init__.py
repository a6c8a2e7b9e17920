"""With OFFICE_IDS=large the sandbox's people have the largest ids that a messenger gives.

Here, for it must be so before anything of the sandbox is loaded, in a test's own processes too.
"""

import os

if os.environ.get("OFFICE_IDS") == "large":
    from dataclasses import replace

    from bot.sandbox import people

    # Bot API, User.id: at most 52 significant bits.
    people.PEOPLE = tuple(replace(one, id=2**52 - 1 - one.id) for one in people.PEOPLE)
    people.BY_ID = {one.id: one for one in people.PEOPLE}
    people.GROUP_OWNER = people.PEOPLE[0].id
    people.GROUP_ADMINISTRATORS = frozenset({people.GROUP_OWNER, people.BOT_ID})
